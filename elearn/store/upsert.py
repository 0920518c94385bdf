"""Writes that settle by the primary key; the one place that speaks a database's own dialect."""

from typing import Any

from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.orm import Session

from elearn.store.base import Base, core


def put(session: Session, model: type[Base], **row: Any) -> None:
    """Write a row, over the one with the same key if there is one."""
    session.flush()  # rows that it points to may wait in the session still
    table = core(model)
    statement = insert(table).values(row)
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def unless_there(model: type[Base]) -> Insert:
    """Return an insert that leaves a row with the same key as it is."""
    table = core(model)
    return insert(table).on_conflict_do_nothing(index_elements=list(table.primary_key))
