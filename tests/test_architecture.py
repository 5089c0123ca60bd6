"""The shape of the program: imports go one way, modules stay small, and only the command line meets the world."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "binnenstad_site"
ORDER = (
    "core",
    "drawings",
    "report",
    "load",
    "models",
    "validate",
    "link",
    "pages",
    "search",
    "exports",
    "render",
    "checks",
    "upkeep",
    "write",
    "pipeline",
    "serve",
    "cli",
)
"""The folders of the package and `pipeline.py`. Each imports only from itself and from those before it."""
AT_THE_ROOT = {"__init__", "__main__", "pipeline"}
MOST_FLOORS = 11
MOST_LINES = 300
WORLD = {
    "requests": "network",
    "urllib.request": "network",
    "http.client": "network",
    "time": "clock",
}
MAY_MEET_THE_WORLD = {
    "cli/commands.py",
    "cli/main.py",
    "cli/reporting.py",
    "cli/secret.py",
    "cli/stopwatch.py",
    "cli/visiting.py",
    "serve/localhost.py",
    "serve/server.py",
    "write/atomic.py",
    "write/locking.py",
    "write/publish.py",
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    """`pages/builder.py` is `binnenstad_site.pages.builder`."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The first part below the package: `binnenstad_site.pages.builder` stands in `pages`."""
    return module.split(".")[1]


NAMES = {dotted(path) for path in MODULES}


@cache
def imported_names(path: Path) -> frozenset[str]:
    """Everything that a file imports, as `module` or `module.name`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def imported_modules(path: Path) -> set[str]:
    """The modules of this package that a file imports."""
    names = {name for name in imported_names(path) if name.startswith("binnenstad_site.")}
    return {name if name in NAMES else name.rpartition(".")[0] for name in names} - {dotted(path)}


def chains(arrows: dict[str, set[str]], start: str, passed: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way down from `start`; a circle fails here."""
    assert start not in passed, f"import circle: {' -> '.join((*passed, start))}"
    if not arrows[start]:
        yield (*passed, start)
    for below in sorted(arrows[start]):
        yield from chains(arrows, below, (*passed, start))


def test_the_listing_is_the_order() -> None:
    """The root of the package holds the folders of the order, and beside them the pipeline only."""
    rooms = {path.relative_to(PACKAGE).parts[0] for path in MODULES}

    assert {room.removesuffix(".py") for room in rooms} - {"__init__", "__main__"} == set(ORDER)
    assert {path.stem for path in PACKAGE.glob("*.py")} == AT_THE_ROOT


def test_every_folder_is_described() -> None:
    """ARCHITECTURE.md names every folder, so that a newcomer finds what each is for."""
    text = (PACKAGE.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    missing = [room for room in ORDER if f"`{room}/`" not in text and f"`{room}.py`" not in text]

    assert missing == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only from its own folder and from those before it in the order."""
    if path.parent == PACKAGE and path.stem in ("__init__", "__main__"):
        return
    above = set(ORDER[: ORDER.index(room_of(dotted(path))) + 1])

    assert {room_of(module) for module in imported_modules(path)} <= above


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Also inside a folder: every module can be read after those it imports."""
    left = {dotted(path): imported_modules(path) & NAMES for path in MODULES}
    while ready := {module for module, used in left.items() if not used}:
        left = {module: used - ready for module, used in left.items() if module not in ready}

    assert left == {}


def test_the_house_has_few_floors() -> None:
    """The longest chain of folders that stand on one another."""
    arrows: dict[str, set[str]] = {room: set() for room in ORDER}
    for path in MODULES:
        if path.parent != PACKAGE or path.stem == "pipeline":
            room = room_of(dotted(path))
            arrows[room] |= {room_of(module) for module in imported_modules(path)} - {room}

    assert max(len(chain) for room in ORDER for chain in chains(arrows, room)) <= MOST_FLOORS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_stay_small(path: Path) -> None:
    """A file beyond 300 lines asks to be split by meaning."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_command_line_meets_the_world(path: Path) -> None:
    """No print, clock, network or environment below the command line; serving and writing may wait and sign."""
    if path.relative_to(PACKAGE).as_posix() in MAY_MEET_THE_WORLD:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    read = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert "print" not in called
    assert not called & {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}
    assert not read & {"os.environ", "sys.argv"}
    assert not {name for name in imported_names(path) for world in WORLD if f"{name}.".startswith(f"{world}.")}


def test_one_class_per_name() -> None:
    """The name of a class means one thing in the whole package."""
    nodes = (node for path in MODULES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = Counter(node.name for node in nodes if isinstance(node, ast.ClassDef))

    assert [name for name, count in names.items() if count > 1] == []


def test_no_content_model_leaves_typing_to_pydantic() -> None:
    """Bare int, float, bool and date would read `120.000` as 120; the models use our own text types."""
    for path in (
        *(PACKAGE / "models/items").glob("*.py"),
        PACKAGE / "models/blocks.py",
        PACKAGE / "models/settings.py",
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign):
                names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}

                assert not names & {"int", "float", "bool", "date", "datetime"}, ast.unparse(node)
