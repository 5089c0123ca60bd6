"""Dates as content writes them (`2026`, `2026-05`, `2026-05-12`) in words, and how old they are."""

from __future__ import annotations

from datetime import date

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
MONTHS = tuple(_MONTHS.split())
CHECK_AFTER_MONTHS = 24
"""An item whose facts were checked longer ago gets the label "controle nodig"."""
SEEN_LATELY_MONTHS = 36
"""What the newest source says of today holds for so long; after that the site says how it was then."""


def in_words(text: str) -> str:
    """`2026-05-12` as `12 mei 2026`, `2026-05` as `mei 2026`; a year or a word as it is."""
    parts = text.split("-")
    if len(parts) < 2 or not parts[0].isdigit():
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def day_in_words(text: str) -> str:
    """A date that content may not know, where no label says what it is: `mei 2026`, `datum onbekend`."""
    return f"datum {text}" if text == "onbekend" else in_words(text)


def duration_in_words(start: str, end: str) -> str:
    """How long it took from one date to another: `26 maanden`, `ongeveer 13 jaar`; empty when that is not known."""
    dates = [text.split("-") for text in (start, end)]
    if not all(parts[0].isdigit() for parts in dates):
        return ""
    (first, *first_month), (last, *last_month) = dates
    years = int(last) - int(first)
    if not (first_month and last_month):
        return f"ongeveer {years} jaar" if years > 0 else ""
    months = 12 * years + int(last_month[0]) - int(first_month[0])
    if months < 1:
        return ""
    if months == 1:
        return "één maand"
    return f"{months} maanden" if months < 36 else f"{months // 12} jaar"


def as_iso_day(text: str) -> str:
    """A date padded to a day, for comparing and for machines: `2026-05` is `2026-05-01`; empty for a word."""
    return (text + "-01-01")[:10] if text[:4].isdigit() else ""


def needs_check(checked: str, today: date) -> bool:
    """Whether the facts were last checked more than 24 months before `today`."""
    return _months_since(checked, today) > CHECK_AFTER_MONTHS


def seen_lately(source: str, today: date) -> bool:
    """Whether a source is at most 36 months old; never for one without a date. Of a year, its first month counts."""
    return bool(as_iso_day(source)) and _months_since(source, today) <= SEEN_LATELY_MONTHS


def _months_since(text: str, today: date) -> int:
    then = date.fromisoformat(as_iso_day(text))
    return (today.year - then.year) * 12 + today.month - then.month
