"""Writes that settle by the primary key; the one place that speaks a database's own dialect."""

from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from elearn.store.base import Base, core

_DIALECTS = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class UnlessThere(Insert):
    """An insert that leaves a row with the same key as it is; other keys are still watched."""

    inherit_cache = True


@compiles(UnlessThere)
def _in_its_dialect(statement: UnlessThere, compiler: SQLCompiler, **given: Any) -> str:
    table = statement.table
    own = _DIALECTS[compiler.dialect.name](table)
    return compiler.visit_insert(
        own.on_conflict_do_nothing(index_elements=list(table.primary_key)), **given
    )


def put(session: Session, model: type[Base], **row: Any) -> None:
    """Write a row, over the one with the same key if there is one."""
    session.flush()  # rows that it points to may wait in the session still
    table = core(model)
    statement = _DIALECTS[session.get_bind().dialect.name](table).values(row)
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def unless_there(model: type[Base]) -> UnlessThere:
    """Return an insert that leaves a row with the same key as it is. Give it its row on execute."""
    return UnlessThere(core(model))
