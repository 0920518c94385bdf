"""Passphrases of staff: made by us or chosen, kept as argon2id (OWASP: 19 MiB, t=2, p=1)."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
"""Characters of a chosen passphrase (NIST SP 800-63B: length, no rules of composition)."""

_CONSONANTS = "bcdghjklmnprst"
_VOWELS = "aiueo"
_PARTS = 5
"""Words of two syllables: 70 syllables each, so five words have 61 bits."""

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_workers = ThreadPoolExecutor(2, "argon2")
# 40 sign-ins at once must not take 40 × 19 MiB, nor leave that much behind: the allocator keeps
# what a thread has freed for that thread, so always the same two threads work


class PassphraseError(ValueError):
    """A chosen passphrase is too short or too long."""


def new_passphrase() -> str:
    """Return five speakable words, e.g. "bako-tile-..."."""
    return "-".join(_word() for _ in range(_PARTS))


def sealed(passphrase: str) -> str:
    """Return what is stored; raise PassphraseError for one that is too short or too long."""
    if not SHORTEST <= len(passphrase) <= LONGEST:
        raise PassphraseError(f"kata sandi harus {SHORTEST} sampai {LONGEST} huruf")
    return _workers.submit(_hasher.hash, passphrase).result()


def opens(seal: str | None, passphrase: str) -> bool:
    """Whether `passphrase` is the one of this seal; as much work where there is no seal."""
    return _workers.submit(_opens, seal, passphrase[:LONGEST]).result()


def _opens(seal: str | None, passphrase: str) -> bool:
    try:
        return _hasher.verify(seal or _nobodys(), passphrase) and seal is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))


def _word() -> str:
    return "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(2))
