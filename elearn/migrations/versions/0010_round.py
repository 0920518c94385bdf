"""A device of a class that goes round: one phone, handed from one learner to the next."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the tutor's setting; no device goes round until she says so."""
    op.add_column(
        "device",
        sa.Column("goes_round", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("device", "goes_round")
