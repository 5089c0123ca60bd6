"""The state of a tool in the fragment of an address, written as `templates/assets/js/state.js` reads it."""

from __future__ import annotations

from string import ascii_lowercase, digits

_DIGITS = digits + ascii_lowercase
_SUM_LENGTH = 3


def packed(key: str, version: int, payload: str) -> str:
    """`#<key>=<version>.<payload>.<sum>`; the payload holds letters, digits and `_ ~ -` only."""
    return f"#{key}={version}.{payload}.{_checksum(f'{version}.{payload}')}"


def _checksum(text: str) -> str:
    """Three characters that change with nearly every other text (FNV-1a)."""
    total = 0x811C9DC5
    for letter in text:
        total = (total ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    total %= len(_DIGITS) ** _SUM_LENGTH
    return "".join(_DIGITS[total // len(_DIGITS) ** place % len(_DIGITS)] for place in reversed(range(_SUM_LENGTH)))
