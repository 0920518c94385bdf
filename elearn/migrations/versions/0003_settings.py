"""A learner's pages may be without sound; an answer says how many questions its page asked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add them as columns with a default, so that no row of a long log is written anew."""
    op.add_column(
        "person", sa.Column("quiet", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "attempt", sa.Column("asked", sa.Integer(), nullable=False, server_default=sa.text("10"))
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_column("attempt", "asked")
    op.drop_column("person", "quiet")
