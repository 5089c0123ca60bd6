"""The version of a package: what a value depends on, besides our own code, when that package makes it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import distribution, version

_NAME = "Version: "


@cache
def version_of(package: str) -> str:
    """As `importlib.metadata.version`, which reads all that a package says of itself as if it were a mail.

    Raises `PackageNotFoundError`.
    """
    told = distribution(package).read_text("METADATA") or ""
    line = next((line for line in told.splitlines() if line.startswith(_NAME)), "")
    return line.removeprefix(_NAME).strip() or version(package)
