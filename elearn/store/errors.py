"""What a database may refuse, by name."""


class BusyError(RuntimeError):
    """The database was kept too long by others, or lost; the same request may be sent again."""


class CannotStoreError(RuntimeError):
    """Nothing can be written now: the disk is full, or can only be read. Reading still works."""


class NewerDatabaseError(RuntimeError):
    """The database was made by a newer elearn; this one must leave it alone."""
