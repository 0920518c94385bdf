"""What the running site holds: settings, database, lessons, voice, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import cast

from flask import current_app

from elearn.content.catalogue import Shelf
from elearn.content.facts import Stated
from elearn.narration import Narrator
from elearn.narration.hearing import Ear
from elearn.narration.weight import Scales
from elearn.settings import Settings
from elearn.store import Secrets, Store
from elearn.web.assets import Assets
from elearn.web.background import Background
from elearn.web.sheets import Sheets
from elearn.web.voice import Voice

Clock = Callable[[], datetime]
KEY = "elearn"


def system_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a view needs that is not in its request."""

    settings: Settings
    store: Store
    secrets: Secrets
    shelf: Shelf
    narrator: Narrator
    voice: Voice
    background: Background
    assets: Assets
    sheets: Sheets
    ear: Ear
    scales: Scales
    now: Clock

    def today(self) -> date:
        """The day in the site's own time zone: what a sitting is counted by."""
        return self.now().astimezone(self.settings.timezone).date()

    def midnight(self) -> datetime:
        """When that day began."""
        return datetime.combine(self.today(), time(), self.settings.timezone)

    def facts(self) -> Stated:
        """The facts of the lessons as they are told today."""
        return self.shelf.current.around.facts.on(self.today())


def site() -> Site:
    """Return the site of the running application."""
    return cast(Site, current_app.extensions[KEY])
