"""Faults kept apart: one message per cause, in the order of the file."""

from collections.abc import Callable, Iterable

from elearn.questions.values import Fault

RAW_HTML = "Tag HTML '{tag}' tidak boleh ada. Tulis biasa saja, tanpa '<…>'."
EMPTY = "Isi '{name}:' kosong. Tulis isinya, atau hapus barisnya."


def phrase(message: str, **values: object) -> Fault:
    """Return a part of a message, so that it is translated with it."""
    return Fault(0, message, values)


def settled(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the faults by line, each message once on its line."""
    first: dict[tuple[int, str, str], Fault] = {}
    for fault in faults:
        first.setdefault((fault.line, fault.message, fault.text), fault)
    return tuple(sorted(first.values(), key=lambda fault: fault.line))


def told(fault: Fault, translate: Callable[..., str]) -> str:
    """Return the message in the language of `translate`, faults within it too."""
    values = {
        name: told(value, translate) if isinstance(value, Fault) else value
        for name, value in fault.values.items()
    }
    return translate(fault.message, **values)
