"""An answer says on what occasion it was given, what was confused, and who judged it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add them as columns with a default, so that no row of a long log is written anew."""
    nothing = sa.text("''")
    for name, letters in (("occasion", 10), ("confusion", 40)):
        column = sa.Column(name, sa.String(letters), nullable=False, server_default=nothing)
        op.add_column("attempt", column)
    op.add_column("attempt", sa.Column("judged_by", sa.Uuid(), nullable=True))


def downgrade() -> None:
    """Take them away again."""
    for column in ("judged_by", "confusion", "occasion"):
        op.drop_column("attempt", column)
