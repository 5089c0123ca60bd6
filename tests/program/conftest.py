"""The whole program with the small content, to harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import DAY, tree_with_site, unharmed


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with a good site that was built from the small content."""
    return tree_with_site(tmp_path_factory.mktemp("faults"), *DAY)


@pytest.fixture
def content(tree: Path) -> Iterator[Path]:
    """The content of that copy, for one test to harm; the site must survive it."""
    with unharmed(tree) as folder:
        yield folder
