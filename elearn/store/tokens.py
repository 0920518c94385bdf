"""Tokens: 128 random bits for whoever holds them, a hash for us."""

import hashlib
import secrets


def new_token() -> str:
    """Return 128 random bits as 22 characters that are safe in addresses."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> bytes:
    """Return what is stored of a token. 128 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
