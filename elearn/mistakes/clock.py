"""Times that were read wrongly from a clock: hands mixed up, an hour too many."""

import re

_TIME = re.compile(r"(?P<before>.*?)(?P<hour>[0-9]{1,2})(?P<mark>[.:])(?P<minute>[0-5][0-9])")


def of_times(right: str, wrong: str) -> str:
    """Return the name of what was mixed up, "" where the texts are no times or no rule fits."""
    meant, given = _TIME.fullmatch(right), _TIME.fullmatch(wrong)
    if not meant or not given or meant["before"] != given["before"]:
        return ""
    hour, minute = int(meant["hour"]), int(meant["minute"])
    told = int(given["hour"]), int(given["minute"])
    if _swapped(hour, minute, *told):
        return "jarum-tertukar"
    late = (told[0] - hour) % 12 == 1 and told[1] == minute and minute >= 30
    return "jam-lebih" if late else ""


def misread(right: str) -> tuple[str, ...]:
    """Return wrong times that are foreseen where `right` is written, in its own form."""
    meant = _TIME.fullmatch(right)
    if not meant:
        return ()
    hour, minute = int(meant["hour"]), int(meant["minute"])
    times = [(hour % 12 + 1, minute)]
    if minute % 5 == 0:
        times.insert(0, (minute // 5 or 12, hour % 12 * 5))
    width = len(meant["hour"])
    return tuple(f"{meant['before']}{h:0{width}}{meant['mark']}{m:02}" for h, m in times)


def _swapped(hour: int, minute: int, told_hour: int, told_minute: int) -> bool:
    """Whether each hand was read as the other: 3.30 as 6.15."""
    here = (hour % 12, minute) != (told_hour % 12, told_minute)
    return here and minute == told_hour % 12 * 5 and told_minute == hour % 12 * 5
