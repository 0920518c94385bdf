"""A document of daily life, drawn from its fields: nobody's own, and none that is real."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MOST = 12
"""Fields of one document."""

NIK = "0" * 16
"""The only number of a person that a lesson may show."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, "Isi: 100 g"; one to be filled in has the value "", a plain line the name ""."""

    name: str
    value: str

    @property
    def text(self) -> str:
        """The field as authors write it."""
        return f"{self.name}: {self.value}".strip() if self.name else self.value


@dataclass(frozen=True, slots=True)
class _Type:
    """A type of document: what it is called, and what stands in it where nothing is given."""

    id: str
    en: str
    sample: tuple[str, ...]


TYPES: Mapping[str, _Type] = MappingProxyType({
    "ktp": _Type("KTP", "Identity card (KTP)", (
        f"NIK: {NIK}", "Nama: Sari", "Lahir: Palangka Raya, 01-01-1990",
        "Jenis kelamin: Perempuan", "Alamat: Jalan Contoh 1", "Pekerjaan: Pedagang",
        "Berlaku hingga: Seumur hidup",
    )),
    "label": _Type("Label", "Product label", (
        "Nama: Keripik singkong", "Isi: 100 g", "Bahan: Singkong, minyak, garam",
        "Baik sebelum: 12-2027", "Dibuat oleh: Dapur Sari",
    )),
    "nota": _Type("Nota", "Bill", (
        "Toko: Warung Maya", "Tanggal: 3-3-2026", "Beras 2 kg: 30.000", "Gula 1 kg: 18.000",
        "Jumlah: 48.000",
    )),
    "struk": _Type("Struk", "Receipt", (
        "Toko: Warung Maya", "Tanggal: 3-3-2026", "Sabun: 5.000", "Minyak goreng: 18.000",
        "Total: 23.000", "Tunai: 25.000", "Kembali: 2.000",
    )),
    "formulir": _Type("Formulir", "Form", (
        "Nama lengkap:", "Tanggal lahir:", "Alamat:", "Pekerjaan:", "Tanda tangan:",
    )),
    "sms": _Type("Pesan SMS", "Text message", (
        "Dari: 0800-0000-0000", "Selamat! Anda menang hadiah.",
        "Kirim kode rahasia ke nomor ini.", "Hari ini saja.",
    )),
})  # fmt: skip
"""Every type of document by the name authors write."""

_FIELD = re.compile(r"(?P<name>[^:]{1,30}):(?:\s+(?P<value>.*))?")
_PERSON = re.compile(r"[0-9]{16}")


class Dokumen:
    """`dokumen:ktp` is a sample; `dokumen:label;Nama: Keripik;Isi: 100 g` has fields of its own."""

    name = "dokumen"
    digits = 0

    def fault(self, args: str) -> str | None:
        """A type there is, and a few fields that are nobody's."""
        kind, *given = args.split(";")
        if kind.strip() not in TYPES or not all(map(str.strip, given)) or "<" in args:
            return ("Tulis dokumen yang ada: ktp, label, nota, struk, formulir atau sms. Isinya "
                    "boleh ditulis sendiri, misalnya dokumen:label;Nama: Keripik;Isi: 100 g.")
        if len(given) > MOST:
            return "Paling banyak 12 baris dalam satu dokumen."
        if any(number != NIK for number in _PERSON.findall(args)):
            return "Tulis NIK contoh 0000000000000000. Nomor orang tidak boleh ada di pelajaran."
        return None

    def block(self, args: str, language: str = "id") -> str:
        """Return a table of the fields."""
        kind = self.kind(args)
        rows = "".join(map(_row, self.fields(args)))
        return (
            f'<table class="fig dokumen {kind}"><caption>{self.title(args, language)}</caption>'
            f"<tbody>{rows}</tbody></table>"
        )

    def alt(self, args: str, language: str = "id", *, question: bool = False) -> str:
        """Read the document out; which field is asked for is not in it."""
        del question
        said = [self.title(args, language)]
        said += [_said(field, language) for field in self.fields(args)]
        return " ".join(one if one[-1] in ".!?" else f"{one}." for one in said)

    def title(self, args: str, language: str = "id") -> str:
        """Return what the document is called."""
        kind = TYPES[self.kind(args)]
        return kind.en if language == "en" else kind.id

    def fields(self, args: str) -> tuple[Field, ...]:
        """Return the fields that are given, or those of the sample."""
        given = args.split(";")[1:]
        return tuple(field(text) for text in given or TYPES[self.kind(args)].sample)

    def kind(self, args: str) -> str:
        """Return the type of the document."""
        if message := self.fault(args):
            raise ValueError(message)
        return args.split(";")[0].strip()


DOKUMEN = Dokumen()
"""The one there is, for those who look into its fields."""


def field(text: str) -> Field:
    """Return the field that an author wrote."""
    text = " ".join(text.split())
    found = _FIELD.fullmatch(text)
    if found is None:
        return Field("", text)
    return Field(found["name"].strip(), (found["value"] or "").strip())


def _row(one: Field) -> str:
    value = html.escape(one.value, quote=False)
    if not one.name:
        return f'<tr><td colspan="2">{value}</td></tr>'
    blank = "" if value else ' class="kosong"'
    name = html.escape(one.name, quote=False)
    return f'<tr><th scope="row">{name}</th><td{blank}>{value}</td></tr>'


def _said(one: Field, language: str) -> str:
    english = language == "en"
    noughts = "sixteen noughts" if english else "enam belas angka nol"
    value = one.value.replace(NIK, noughts) or ("empty" if english else "kosong")
    return f"{one.name}: {value}" if one.name else value
