"""Staff, classes' tutors, cards, assignments, marks of sittings, guests, lessons by upload."""

import sqlalchemy as sa
from alembic import op

from elearn.store.base import UtcTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Staff and what they do."""
    op.create_table(
        "erasure",
        sa.Column("person_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_erasure_hub_id_hub")),
        sa.PrimaryKeyConstraint("person_hash", name=op.f("pk_erasure")),
    )
    op.create_table(
        "lesson_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_lesson_draft_hub_id_hub")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_draft")),
    )
    op.create_index(op.f("ix_lesson_draft_stem"), "lesson_draft", ["stem"])
    op.create_table(
        "staff",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("login", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("seal", sa.String(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_staff_hub_id_hub")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
    )
    op.create_table(
        "staff_deed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("did", sa.String(length=40), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("class_id", sa.Uuid(), nullable=True),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_staff_deed_hub_id_hub")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_deed")),
    )
    op.create_index(op.f("ix_staff_deed_at"), "staff_deed", ["at"])
    op.create_table(
        "erased_total",
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class.id"], name=op.f("fk_erased_total_class_id_class")
        ),
        sa.PrimaryKeyConstraint("class_id", "lesson", "day", name=op.f("pk_erased_total")),
    )
    op.create_table(
        "publication",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("draft_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["lesson_draft.id"], name=op.f("fk_publication_draft_id_lesson_draft")
        ),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_publication_hub_id_hub")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publication")),
    )
    op.create_table(
        "staff_session",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("touched_at", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_staff_session_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("staff_id", "id", name=op.f("pk_staff_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_staff_session_token_hash")),
    )
    op.create_table(
        "tutoring",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("since", UtcTime(), nullable=False),
        sa.Column("ended_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class.id"], name=op.f("fk_tutoring_class_id_class")
        ),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_tutoring_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_tutoring_staff_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tutoring")),
    )
    op.create_index(op.f("ix_tutoring_staff_id"), "tutoring", ["staff_id"])
    op.create_table(
        "archiving",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.Column("restored_by", sa.Uuid(), nullable=True),
        sa.Column("restored_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_archiving_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_archiving_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_archiving")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("class_id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=True),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class.id"], name=op.f("fk_assignment_class_id_class")
        ),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_assignment_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["person.id"], name=op.f("fk_assignment_learner_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_class_id"), "assignment", ["class_id"])
    op.create_table(
        "card",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("voided_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_card_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_card")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_card_token_hash")),
    )
    op.create_table(
        "gift",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("guest_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_gift_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_gift_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_gift")),
        sa.UniqueConstraint("guest_id", name=op.f("uq_gift_guest_id")),
    )
    op.create_table(
        "let_in",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcTime(), nullable=False),
        sa.Column("expires_at", UtcTime(), nullable=False),
        sa.Column("used_at", UtcTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_let_in_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_let_in")),
    )
    op.create_table(
        "sitting_mark",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hub_id", sa.Uuid(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hers", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_sitting_mark_hub_id_hub")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sitting_mark_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "id", name=op.f("pk_sitting_mark")),
    )
    with op.batch_alter_table("consent") as batch:
        batch.add_column(sa.Column("recorded_by", sa.Uuid(), nullable=True))
    with op.batch_alter_table("device") as batch:
        batch.alter_column("class_id", existing_type=sa.Uuid(), nullable=True)
    with op.batch_alter_table("person") as batch:
        batch.alter_column("class_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    """Undo it; rows of guests, who belong to no class, must be gone."""
    with op.batch_alter_table("person") as batch:
        batch.alter_column("class_id", existing_type=sa.Uuid(), nullable=False)
    with op.batch_alter_table("device") as batch:
        batch.alter_column("class_id", existing_type=sa.Uuid(), nullable=False)
    with op.batch_alter_table("consent") as batch:
        batch.drop_column("recorded_by")
    op.drop_table("sitting_mark")
    op.drop_table("let_in")
    op.drop_table("gift")
    op.drop_table("card")
    op.drop_index(op.f("ix_assignment_class_id"), "assignment")
    op.drop_table("assignment")
    op.drop_table("archiving")
    op.drop_index(op.f("ix_tutoring_staff_id"), "tutoring")
    op.drop_table("tutoring")
    op.drop_table("staff_session")
    op.drop_table("publication")
    op.drop_table("erased_total")
    op.drop_index(op.f("ix_staff_deed_at"), "staff_deed")
    op.drop_table("staff_deed")
    op.drop_table("staff")
    op.drop_index(op.f("ix_lesson_draft_stem"), "lesson_draft")
    op.drop_table("lesson_draft")
    op.drop_table("erasure")
