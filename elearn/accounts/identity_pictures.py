"""Pictures to know oneself by: an emoji that has an OpenMoji drawing, and its Indonesian name.

None of them is an object of the picture codes, so that nobody takes her own picture for her code.
"""

from types import MappingProxyType

ANIMALS = MappingProxyType(
    {
        "🐱": "kucing",
        "🐰": "kelinci",
        "🐻": "beruang",
        "🐼": "panda",
        "🐨": "koala",
        "🐯": "harimau",
        "🦁": "singa",
        "🐮": "sapi",
        "🐴": "kuda",
        "🐘": "gajah",
        "🦒": "jerapah",
        "🦓": "zebra",
        "🐫": "unta",
        "🦌": "rusa",
        "🐑": "domba",
        "🐐": "kambing",
        "🐔": "ayam",
        "🦆": "bebek",
        "🦅": "elang",
        "🦜": "burung beo",
        "🦚": "merak",
        "🐧": "penguin",
        "🐸": "katak",
        "🐢": "kura-kura",
        "🐊": "buaya",
        "🐟": "ikan",
        "🐬": "lumba-lumba",
        "🐳": "paus",
        "🐙": "gurita",
        "🦀": "kepiting",
        "🦐": "udang",
        "🐌": "siput",
        "🦋": "kupu-kupu",
        "🐝": "lebah",
        "🐜": "semut",
        "🦔": "landak",
        "🦘": "kanguru",
        "🦏": "badak",
    }
)
"""For children. No pig, dog, monkey, snake or rat: each is an insult to somebody here."""

THINGS = MappingProxyType(
    {
        "🌻": "bunga matahari",
        "🌹": "mawar",
        "🌷": "tulip",
        "🌺": "kembang sepatu",
        "🌴": "pohon kelapa",
        "🌵": "kaktus",
        "🌿": "daun",
        "🌾": "padi",
        "🪴": "tanaman pot",
        "🎋": "bambu",
        "🍍": "nanas",
        "🥭": "mangga",
        "🍉": "semangka",
        "🥥": "kelapa",
        "🌽": "jagung",
        "🌶️": "cabai",
        "🍆": "terung",
        "🥕": "wortel",
        "🧅": "bawang",
        "🫖": "teko",
        "🍲": "panci",
        "🥄": "sendok",
        "🪑": "kursi",
        "🚪": "pintu",
        "🪟": "jendela",
        "🧺": "keranjang",
        "🧹": "sapu",
        "🪣": "ember",
        "🕯️": "lilin",
        "💡": "lampu",
        "📻": "radio",
        "📺": "televisi",
        "🧵": "benang",
        "🪞": "cermin",
        "🧼": "sabun",
        "🔨": "palu",
        "🪜": "tangga",
        "🔦": "senter",
    }
)
"""For adults: plants and things of the house."""
