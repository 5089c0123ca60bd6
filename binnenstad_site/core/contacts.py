"""Telephone numbers and e-mail addresses in a text."""

from __future__ import annotations

import re

PHONE = (
    r"(?<![\w./@-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|\(?0)"
    r"[1-9](?:[\s-]?\d){1,3}\)?[\s/-]{0,3}\d(?:[\s-]?\d){4,6}(?![\w-])"
)
"""A Dutch number with ten digits, as people write it: `06-12345678`, `(0570) 69 39 11`, `+31 6 1234 5678`."""
MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
CONTACT = re.compile(rf"(?P<phone>{PHONE})|(?P<mail>{MAIL})", re.ASCII)
_MIGHT = re.compile(r"@|\b0\d|\(0|\+31")
_DIGITS = re.compile(r"\d")


def contacts(text: str) -> list[re.Match[str]]:
    """Every telephone number and e-mail address in a text."""
    if not _MIGHT.search(text):
        return []
    return [match for match in CONTACT.finditer(text) if match["mail"] or _is_phone(match.group())]


def _is_phone(text: str) -> bool:
    """Whether it has as many digits as a Dutch number: ten, or eleven to thirteen with the number of the country."""
    digits = "".join(_DIGITS.findall(text.replace("(0)", "")))
    national = re.sub(r"^(?:0031|31)", "0", digits) if text.lstrip("(").startswith(("+", "00")) else digits
    return len(national) == 10
