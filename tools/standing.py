"""The standing content of this project, copied beside other praktijken so that no reference dangles.

In: the real `content/`, the folder to copy to, and the slugs of the praktijken there. All collections are copied but
the praktijken; of kansen, verslagen and publicaties the first few. What refers to an item that is not copied refers to
one that is there instead. Former addresses and redirects stay behind: they belong to the real site.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

FEW = {"kansen": 12, "verslagen": 2, "publicaties": 5}
NOT_COPIED = frozenset({"praktijken", "omleidingen.yaml", "gepubliceerde-adressen.txt"})
TEXTS = frozenset({".md", ".yaml"})

TO_FILE = re.compile(
    r"(?P<to>\]\(|\]: |\.\./)(?P<folder>(?:praktijken|kansen|verslagen|publicaties)/|)"
    r"(?P<slug>[a-z0-9-]+)(?:/index)?\.(?:md|yaml)(?P<anchor>#[\w-]*)?"
)
"""A link to an item by its file, from another collection or beside it."""
LISTED = re.compile(
    r"^(?P<indent> *)(?P<field>praktijken|kansen|uitgelicht|zie|paginas):"
    r"(?P<values>(?:\n(?P=indent) *- [a-z0-9/-]+)+| \[[a-z0-9/, -]*\])$",
    re.MULTILINE,
)
"""A field with a list of references."""


SINGLE = re.compile(r"^(?P<before> *(?:- )?praktijk: )(?P<slug>[a-z0-9-]+)$", re.MULTILINE)
"""A field with one praktijk."""
ABOUT_THE_REAL = re.compile(r"^(?:fouten|telt_anders):\n(?: .*\n)+", re.MULTILINE)
"""What an aanpak says of praktijken that use it: of others it is not true."""


@dataclass(frozen=True, slots=True)
class PresentItems:
    """The items that are there, of the collections of which not all are: collection -> slug -> file name."""

    items: Mapping[str, Mapping[str, str]]

    def instead(self, collection: str, slug: str) -> str:
        """The slug itself when it is there or when nothing is known of it, else always the same other one."""
        there = self.items.get(collection, {})
        return slug if slug in there or not there else sorted(there)[crc32(slug.encode()) % len(there)]

    def retarget(self, text: str, collection: str) -> str:
        """The text of a file of `collection`, in which all references lead to what is there."""

        def to_file(match: re.Match[str]) -> str:
            target = match["folder"].rstrip("/") or collection
            if target not in self.items or match["slug"] in self.items[target]:
                return match[0]
            return f"{match['to']}{match['folder']}{self.items[target][self.instead(target, match['slug'])]}"

        def listed(match: re.Match[str]) -> str:
            values = []
            for written in re.findall(r"[a-z0-9/-]*[a-z0-9]", match["values"]):
                folder, slash, slug = written.rpartition("/")
                owner = folder or (match["field"] if match["field"] in self.items else "praktijken")
                values.append(folder + slash + self.instead(owner, slug))
            entries = "".join(f"\n{match['indent']}  - {value}" for value in dict.fromkeys(values))
            return f"{match['indent']}{match['field']}:{entries or ' []'}"

        def single(match: re.Match[str]) -> str:
            return match["before"] + self.instead("praktijken", match["slug"])

        text = ABOUT_THE_REAL.sub("", text) if collection == "aanpakken" else text
        return SINGLE.sub(single, LISTED.sub(listed, TO_FILE.sub(to_file, text)))


def _stem(path: Path) -> str:
    return path.name if path.is_dir() else path.stem


def copy_standing(content: Path, target: Path, praktijken: Sequence[str]) -> None:
    """Copy to `target`, where the files of `praktijken` are (or will be)."""
    items: dict[str, dict[str, str]] = {"praktijken": {slug: f"{slug}.md" for slug in praktijken}}
    chosen: list[Path] = []
    for top in sorted(content.iterdir()):
        if top.name in FEW:
            few = [path for path in sorted(top.iterdir()) if not path.name.startswith(".")][: FEW[top.name]]
            items[top.name] = {_stem(path): f"{path.name}/index.md" if path.is_dir() else path.name for path in few}
            chosen += few
        elif top.name not in NOT_COPIED:
            chosen.append(top)
    present = PresentItems(items)
    for root in chosen:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            inside = path.relative_to(content)
            copy = target / inside
            if path.is_dir():
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix in TEXTS:
                text = path.read_text(encoding="utf-8")
                copy.write_text(present.retarget(text, inside.parts[0]), encoding="utf-8")
            else:
                shutil.copyfile(path, copy)
