"""The database and the secrets of a hub."""

from elearn.store.database import BusyError, CannotStoreError, NewerDatabaseError, Store
from elearn.store.secret_files import Secrets

__all__ = ["BusyError", "CannotStoreError", "NewerDatabaseError", "Secrets", "Store"]
