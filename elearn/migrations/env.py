"""What alembic reads before it runs a revision or compares the models with the database."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from elearn.store import tables
from elearn.store.base import UtcTime

METADATA = tables.Hub.metadata  # named through the tables, which must have been read


def render_item(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column type by its name, and import it."""
    if kind == "type" and isinstance(item, UtcTime):
        autogen.imports.add("from elearn.store.base import UtcTime")
        return "UtcTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    render_item=render_item,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
