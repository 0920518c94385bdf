"""Short forms with a full stop: what they stand for, and whether a sentence may end with them."""

from collections.abc import Mapping
from types import MappingProxyType

TITLES: Mapping[str, str] = MappingProxyType({
    "a.n.": "atas nama",
    "a/n": "atas nama",
    "bpk.": "bapak",
    "cth.": "contoh",
    "d.a.": "dengan alamat",
    "d/a": "dengan alamat",
    "Dr.": "doktor",
    "dr.": "dokter",
    "drg.": "dokter gigi",
    "gg.": "gang",
    "Hj.": "hajah",
    "Ir.": "insinyur",
    "K.H.": "kiai haji",
    "KH.": "kiai haji",
    "jl.": "jalan",
    "jln.": "jalan",
    "kab.": "kabupaten",
    "kec.": "kecamatan",
    "kel.": "kelurahan",
    "mis.": "misalnya",
    "Nn.": "nona",
    "Ny.": "nyonya",
    "prof.": "profesor",
    "prov.": "provinsi",
    "s.d.": "sampai dengan",
    "s/d": "sampai dengan",
    "sdr.": "saudara",
    "sdri.": "saudari",
    "telp.": "telepon",
    "tgl.": "tanggal",
    "Tn.": "tuan",
    "u.p.": "untuk perhatian",
    "yth.": "yang terhormat",
})
"""Something always follows these: they never end a sentence."""

ENDINGS: Mapping[str, str] = MappingProxyType({
    "dkk.": "dan kawan-kawan",
    "dll.": "dan lain-lain",
    "dsb.": "dan sebagainya",
    "dst.": "dan seterusnya",
    "tsb.": "tersebut",
    "ybs.": "yang bersangkutan",
})
"""These often close a list; a sentence ends with them where the next word has a capital."""

BEFORE_DIGITS: Mapping[str, str] = MappingProxyType({
    "hal.": "halaman",
    "hlm.": "halaman",
    "km.": "kilometer",
    "lt.": "lantai",
    "no.": "nomor",
    "pkl.": "pukul",
    "ps.": "pasal",
    "rp.": "rupiah",
    "rt.": "RT",
    "rw.": "RW",
    "th.": "tahun",
    "thn.": "tahun",
})
"""Short forms only where a number follows: "no. 5", but "itu hal. Lalu …"."""

NUMBERED = frozenset({
    "hp", "induk", "ktp", "kk", "rekening", "rumah", "surat", "telepon", "urut", "wa",
})
"""Things that have a number: "No. HP"."""

RESPECT = frozenset({"bapak", "bu", "haji", "hajah", "ibu", "pak"})
"""An initial may follow these: "Pak H. Ahmad"."""

MONTHS: Mapping[str, str] = MappingProxyType({
    "Jan": "Januari", "Feb": "Februari", "Mar": "Maret", "Apr": "April", "Jun": "Juni",
    "Jul": "Juli", "Agt": "Agustus", "Ags": "Agustus", "Agu": "Agustus", "Sep": "September",
    "Sept": "September", "Okt": "Oktober", "Nov": "November", "Des": "Desember",
})
"""Months as they are shortened between a day and a year."""

ENGLISH_TITLES: Mapping[str, str] = MappingProxyType({
    "Dr.": "doctor",
    "e.g.": "for example",
    "i.e.": "that is",
    "Mr.": "mister",
    "Mrs.": "missus",
    "Ms.": "miz",
    "St.": "saint",
})

ENGLISH_ENDINGS: Mapping[str, str] = MappingProxyType({"etc.": "et cetera"})

ENGLISH_BEFORE_DIGITS: Mapping[str, str] = MappingProxyType({"no.": "number", "p.": "page"})


def meaning(table: Mapping[str, str], short: str) -> str | None:
    """Return what `short` stands for: as written, else without regard to a capital at its start."""
    return table.get(short) or table.get(short.lower())
