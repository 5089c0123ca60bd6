"""The version of a package: what a value depends on, besides our own code, when that package makes it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

_ENDING = ".dist-info"


def version_of(package: str) -> str:
    """As `importlib.metadata.version`, by the name of the folder with what a package says of itself.

    That function reads all of it, as if it were a mail. Raises `PackageNotFoundError`.
    """
    return installed().get(_plain(package)) or version(package)


@cache
def installed() -> Mapping[str, str]:
    """Plain name -> version of every package; where one is there twice, the one that Python finds first."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for entry in sorted(os.listdir(folder or ".")):  # noqa: PTH208 - names are enough
                name, _, number = entry.removesuffix(_ENDING).rpartition("-")
                if entry.endswith(_ENDING):
                    found.setdefault(_plain(name), number)
    return found


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")
