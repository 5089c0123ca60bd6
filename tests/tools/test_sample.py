"""The pages of a quick look that are there because their file changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.programs import commit, git, new_repository
from tools.sample import MOST_CHANGED, addresses, changed_since


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with some content and the site that was made of it."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    new_repository(tmp_path)
    (tmp_path / ".gitignore").write_text("_site\n", encoding="utf-8")
    write(tmp_path, "content/praktijken/oud.md", "content/begrippen.yaml", "README.md")
    commit(tmp_path, "first")
    return tmp_path


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write("een regel\n")


def changed(project: Path, since: str = "HEAD^1") -> tuple[str, ...]:
    return changed_since(since, project, project / "_site")


def test_new_and_different_files_have_their_page_opened(project: Path) -> None:
    """A picture beside a text belongs to its page, a list of terms is one page, and code has none."""
    write(project, "content/praktijken/nieuw/index.md", "content/praktijken/nieuw/plein.jpg", "content/begrippen.yaml")
    write(project, "README.md", "content/kansen/kiosk.yaml", "content/gepubliceerde-adressen.txt")
    git(project, "rm", "--quiet", "content/praktijken/oud.md")
    commit(project, "more")
    write(project, *(f"_site/{name}index.html" for name in ("", "praktijken/nieuw/", "praktijken/oud/", "begrippen/")))
    assert set(changed(project)) == {"/praktijken/nieuw/", "/begrippen/", "/"}
    assert list(addresses(project / "_site", ("/over/",)))[-1] == "/over/"


def test_an_address_that_leads_elsewhere_is_no_first_page(tmp_path: Path) -> None:
    """Otherwise the look after a publication waits for a page that never comes."""
    write(tmp_path, *(f"verslagen/{name}/index.html" for name in ("een-oud", "nieuw")))
    (tmp_path / "_redirects").write_text("/pad/verslagen/een-oud/ /pad/verslagen/#oud 301!\n", encoding="utf-8")
    assert list(addresses(tmp_path)) == ["/verslagen/nieuw/"]


def test_a_page_that_was_not_made_is_not_opened(project: Path) -> None:
    write(project, "content/praktijken/nieuw.md")
    commit(project, "more")
    assert changed(project) == ()


def test_no_more_than_a_quick_look(project: Path) -> None:
    slugs = [f"praktijken/p-{number}" for number in range(MOST_CHANGED + 5)]
    write(project, *(f"content/{slug}.md" for slug in slugs), *(f"_site/{slug}/index.html" for slug in slugs))
    commit(project, "more")
    assert len(changed(project)) == MOST_CHANGED


@pytest.mark.parametrize("since", ["bestaat-niet", "0" * 40, "--output=x"])
def test_a_commit_that_git_does_not_know(project: Path, since: str) -> None:
    write(project, "_site/praktijken/oud/index.html")
    assert changed(project, since) == ()
    assert not (project / "x").exists()
