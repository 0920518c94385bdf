"""Writes that settle by the primary key; the one place that speaks a database's own dialect."""

from typing import Any, cast

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from elearn.store.base import Base, core


def insert_of(dialect: str, table: Table) -> sqlite.Insert:
    """Return an insert of this database; those of both have the same two ways to settle."""
    if dialect == "postgresql":
        return cast(sqlite.Insert, postgresql.insert(table))
    return sqlite.insert(table)


class UnlessThere(Insert):
    """An insert that leaves a row with the same key as it is; other keys are still watched."""

    inherit_cache = True


@compiles(UnlessThere)
def _in_its_dialect(statement: UnlessThere, compiler: SQLCompiler, **given: Any) -> str:
    table = cast("Table", statement.table)
    own = insert_of(compiler.dialect.name, table)
    settled = own.on_conflict_do_nothing(index_elements=list(table.primary_key))
    return cast(str, compiler.visit_insert(settled, **given))  # type: ignore[no-untyped-call]  # SQLAlchemy's


def put(session: Session, model: type[Base], **row: Any) -> None:
    """Write a row, over the one with the same key if there is one."""
    session.flush()  # rows that it points to may wait in the session still
    table = core(model)
    statement = insert_of(session.get_bind().dialect.name, table).values(row)
    keys = [column.name for column in table.primary_key]
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    session.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))


def unless_there(model: type[Base]) -> UnlessThere:
    """Return an insert that leaves a row with the same key as it is. Give it its row on execute.

    Its `rowcount` tells whether there was room: 1, else 0.
    """
    return UnlessThere(core(model)).execution_options(preserve_rowcount=True)
