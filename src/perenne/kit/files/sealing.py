"""Bytes at rest, closed: a key for each file, itself closed by a key of the environment.

AES-256-GCM (NIST SP 800-38D); where the bytes lie is authenticated with them, so that one file
cannot be put in the place of another. Layout: mark, name of the key, closed key, closed bytes.
"""

from __future__ import annotations

from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

MARK = b"PERENNE1"
NONCE = 12
KEY = 32
CLOSED_KEY = NONCE + KEY + 16


class Damaged(Exception):  # noqa: N818 - a state of affairs
    """The bytes are not those that were kept."""


def active_key() -> str:
    """The name of the key that closes what is kept from now on; empty: nothing is closed."""
    return next(iter(settings.FILE_KEYS), "")


def sealed(content: bytes, place: str, key: str) -> bytes:
    """Closed with this key; as they are when it has no name."""
    if not key:
        return content
    own, name = token_bytes(KEY), key.encode()
    where = place.encode()
    closed_key = _close(settings.FILE_KEYS[key], own, where)
    return MARK + bytes([len(name)]) + name + closed_key + _close(own, content, where)


def opened(stored: bytes, place: str, key: str) -> bytes:
    """Damaged unless it is what was kept there, closed with this key."""
    if not key:
        return stored
    name, where = key.encode(), place.encode()
    head = MARK + bytes([len(name)]) + name
    outer = settings.FILE_KEYS.get(key)
    if outer is None:
        raise Damaged(f"the environment no longer has the key {key!r}")
    if not stored.startswith(head):
        raise Damaged("it is not closed with the key that its row names")
    body = stored[len(head) :]
    try:
        own = _open(outer, body[:CLOSED_KEY], where)
        return _open(own, body[CLOSED_KEY:], where)
    except (InvalidTag, ValueError) as broken:
        raise Damaged("its seal is broken") from broken


def _close(key: bytes, content: bytes, where: bytes) -> bytes:
    nonce = token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, where)


def _open(key: bytes, closed: bytes, where: bytes) -> bytes:
    return AESGCM(key).decrypt(closed[:NONCE], closed[NONCE:], where)
