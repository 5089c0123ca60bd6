"""Sort keys of items in lists: each takes the slug and the item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from binnenstad_site.models.vocabulary import ONDERWERP


def by_name(slug: str, item: Any) -> tuple[str, str]:
    """By name, ignoring capitals."""
    return item.naam.casefold(), slug


def newest_first(slug: str, item: Any) -> tuple[int, str]:
    """By `datum`, the newest first; within a year or month the most exact first, without a date last."""
    digits = "" if item.datum == "onbekend" else item.datum.replace("-", "")
    return -int(digits.ljust(8, "0")), slug


def by_subject_and_year(slug: str, item: Any) -> tuple[int, str, str]:
    """By `onderwerp` in the order of its list, within it the oldest `jaar` first and `onbekend` last."""
    return tuple(ONDERWERP).index(item.onderwerp), item.jaar, slug


def as_in(slugs: Sequence[str]) -> Callable[[str, Any], int]:
    """In the order of a closed list; a slug that is not in it comes last."""
    return lambda slug, _item: slugs.index(slug) if slug in slugs else len(slugs)


def by_number(_slug: str, item: Any) -> int:
    """By `nummer`."""
    number: int = item.nummer
    return number
