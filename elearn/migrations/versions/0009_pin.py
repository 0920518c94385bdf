"""A learner's code is pictures or a PIN."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Say of each code which it is; those there are, are pictures."""
    op.add_column(
        "picture_code",
        sa.Column("kind", sa.String(6), nullable=False, server_default=sa.text("'gambar'")),
    )


def downgrade() -> None:
    """Take it away again, and the PINs: as pictures they would be asked for in vain."""
    op.execute("DELETE FROM picture_code WHERE kind = 'pin'")
    op.drop_column("picture_code", "kind")
