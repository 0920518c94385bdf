"""Languages that only people speak here: a learner's voice of buttons, and lessons written in them.

Their codes have three letters.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"


def upgrade() -> None:
    """Add the voice (empty: that of the language of her pages), make room for longer codes."""
    op.add_column(
        "person",
        sa.Column("voice", sa.String(3), nullable=False, server_default=sa.text("''")),
    )
    with op.batch_alter_table("lesson_draft") as table:
        table.alter_column("language", type_=sa.String(3), existing_nullable=False)


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("lesson_draft") as table:
        table.alter_column("language", type_=sa.String(2), existing_nullable=False)
    op.drop_column("person", "voice")
