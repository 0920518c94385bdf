"""A learner may skip placement; a tutor may choose another first lesson."""

import sqlalchemy as sa
from alembic import op

from elearn.store.base import UtcTime

revision = "0006"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables of both facts."""
    op.create_table(
        "placement_skip",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_placement_skip_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_placement_skip_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_placement_skip")),
    )
    op.create_table(
        "placement_ruling",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("strand", sa.String(10), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("reason", sa.String(10), nullable=False),
        sa.Column("note", sa.String(200), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["hub_id"], ["hub.id"], name=op.f("fk_placement_ruling_hub_id_hub")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_placement_ruling_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_placement_ruling")),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("placement_ruling")
    op.drop_table("placement_skip")
