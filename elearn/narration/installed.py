"""The voice of this installation, as its settings say: what learners hear."""

from elearn.narration.engines import ENGINES
from elearn.narration.narrator import Narrator
from elearn.settings import Settings


def installed(chosen: Settings, room: int | None = None) -> Narrator:
    """Return a narrator that plays recordings, else what a better voice has said, else our own.

    Nothing online is ever asked by it. `room` as in Narrator.
    """
    return Narrator(
        chosen.audio,
        ENGINES["espeak"](),
        better=(ENGINES["gtts"](),),
        recorded=chosen.data / "rekaman",
        prepared=chosen.prepared,
        room=room,
    )
