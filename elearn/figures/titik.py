"""Dots to count, in rows of five; many of them in rows of ten."""

from elearn.figures.values import counted, discs, frame, whole

MOST = 100
FEW = 20
"""Up to here the dots are large enough to be touched one by one."""

WIDTH = 200


class Titik:
    """`titik:7`: seven dots."""

    name = "titik"
    digits = 1

    def fault(self, args: str) -> str | None:
        """Dots are counted from 0 to 100."""
        if whole(args, MOST) is None:
            return "Tulis jumlah titik dari 0 sampai 100, misalnya titik:7."
        return None

    def svg(self, args: str) -> str:
        """Draw rows of dots, of one size for any number up to twenty; none is an empty box."""
        count = counted(self, args)
        row = 5 if count <= FEW else 10
        step = WIDTH // row
        height = max(1, -(-count // row)) * step
        if count == 0:
            box = f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="8"/>'
            return frame(self.name, WIDTH, height, box)
        middle = step // 2
        centres = [(middle + at % row * step, middle + at // row * step) for at in range(count)]
        return frame(self.name, WIDTH, height, discs(centres, step * 4 // 5))

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Say "7 titik", in a question "titik, titik, …"."""
        count = counted(self, args)
        dot, empty = ("dot", "empty") if language == "en" else ("titik", "kosong")
        if count == 0:
            return empty
        if question:
            return ", ".join([dot] * count)
        return f"{count} {dot}{'s' if language == 'en' and count > 1 else ''}"
