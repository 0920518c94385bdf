"""What follows from the log is kept beside it, as long as nothing is added to it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0004"


def upgrade() -> None:
    """Make the table; all that the log holds is to be derived at the first look."""
    op.create_table(
        "derived",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rules", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_derived_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "lesson", "code", name=op.f("pk_derived")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO derived (person_id, lesson, code, state, rules) "
        "SELECT DISTINCT person_id, lesson, '', '', '' FROM attempt"
    )
    op.execute(
        "INSERT INTO derived (person_id, lesson, code, state, rules) "
        "SELECT DISTINCT person_id, lesson, code, '', '' FROM attempt"
    )


def downgrade() -> None:
    """Take it away again: it says nothing that the log does not."""
    op.drop_table("derived")
