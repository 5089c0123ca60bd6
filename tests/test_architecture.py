"""The shape of the program: imports go one way, modules stay small, and only the command line meets the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "binnenstad_site"
ORDER = (
    # values and words
    "diagnostics",
    "suggestions",
    "urls",
    "typography",
    "characters",
    "dates",
    "outputs",
    "geo",
    "frames",
    "reporting",
    # load
    "yamltext",
    "textfiles",
    "documents",
    "parsing",
    "attachments",
    "files",
    "loading",
    # validate
    "models",
    "markdown",
    "bodies",
    "refusals",
    "validation",
    "settings",
    # link
    "site",
    "references",
    "bodylinks",
    "linking",
    # derive
    "drawings",
    "pages",
    # render
    "redirects",
    "styles",
    "fonts",
    "lettering",
    "palettes",
    "pictures",
    "scripts",
    "assets",
    "templating",
    "search",
    "comparing",
    "feeds",
    "hosting",
    # check
    "checks",
    # write
    "disk",
    "locking",
    "making",
    "recalling",
    "writing",
    # the stages together, and the commands
    "pipeline",
    "asking",
    "fieldguide",
    "skeleton",
    "localhost",
    "watching",
    "serving",
    "previewing",
    "arguments",
    "adding",
    "cli",
)
"""A module imports only from those above it."""
MOST_LINES = 300
WORLD = {
    "requests": "network",
    "urllib.request": "network",
    "http.client": "network",
    "time": "clock",
}
MAY_MEET_THE_WORLD = {"cli", "watching", "serving", "localhost", "locking", "writing", "disk"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The first part below the package: `pages/desk.py` is `pages`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_module_has_its_place() -> None:
    """The order names every module of the package, and nothing else."""
    found = {name_of(path) for path in MODULES} - {"__init__", "__main__"}

    assert found == set(ORDER)


def test_every_module_is_described() -> None:
    """ARCHITECTURE.md names every module, so that a newcomer finds what each is for."""
    text = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    missing = [name for name in ORDER if f"`{name}`" not in text and f"`{name}/`" not in text]

    assert missing == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only from modules above it in the order."""
    name = name_of(path)
    if name in ("__init__", "__main__"):
        return
    used = {found.split(".")[1] for found in imports(path) if found.startswith("binnenstad_site.")}
    above = set(ORDER[: ORDER.index(name) + 1])

    assert used <= above


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_stay_small(path: Path) -> None:
    """A file beyond 300 lines asks to be split by meaning."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_meets_the_world(path: Path) -> None:
    """No print, clock, network or environment below the command line; serving and writing may wait and sign."""
    if name_of(path) in MAY_MEET_THE_WORLD:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    read = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert "print" not in called
    assert not called & {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}
    assert not read & {"os.environ", "sys.argv"}
    assert not set(imports(path)) & set(WORLD)


def test_no_content_model_leaves_typing_to_pydantic() -> None:
    """Bare int, float, bool and date would read `120.000` as 120; the models use our own text types."""
    for path in (*(PACKAGE / "models/items").glob("*.py"), PACKAGE / "models/blocks.py", PACKAGE / "settings.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign):
                names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}

                assert not names & {"int", "float", "bool", "date", "datetime"}, ast.unparse(node)
