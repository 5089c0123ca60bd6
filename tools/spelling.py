"""The words of the content that no Dutch dictionary knows, with how often and where first: a report, never a gate.

Run as `python -m tools.spelling`. The dictionary is hunspell's (Debian: hunspell and hunspell-nl). Words that are right
all the same stand in `docs/woordenlijst.txt`, one a line; names of towns come from `content/gemeenten.yaml`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from binnenstad_site.load.documents import Document
from tools.prose import documents, pieces

ROOT = Path(__file__).resolve().parents[1]
WORD_LIST = "docs/woordenlijst.txt"
DICTIONARY = "nl"
NEEDED = "apt-get install hunspell hunspell-nl"
_APART = re.compile(r"\S*(?:@|://|www\.)\S*|\b[\w-]+\.(?:nl|com|eu|org|be)\b")
"""Addresses, which are no words."""
_WORD = re.compile(r"(?:['’](?=[smtnk]\b))?[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words(text: str) -> Iterator[str]:
    """The words of a text, with straight apostrophes; hyphens stay, digits do not."""
    for match in _WORD.finditer(_APART.sub(" ", text)):
        yield match.group().replace("’", "'")


def counted(every: Iterable[Document]) -> dict[str, tuple[int, str]]:
    """Each word as written -> how often it occurs, and where first."""
    counts: dict[str, tuple[int, str]] = {}
    for document in every:
        for piece in pieces(document):
            for word in words(piece.text):
                count, first = counts.get(word, (0, piece.place))
                counts[word] = (count + 1, first)
    return counts


def own_words(project: Path) -> set[str]:
    """The words of the project's own list, which may have comments behind a hash."""
    lines = (project / WORD_LIST).read_text(encoding="utf-8").splitlines()
    return {word for line in lines if (word := line.partition("#")[0].strip())}


def names_of_towns(every: Iterable[Document]) -> set[str]:
    """The words in the names of municipalities and their main places."""
    town_words: set[str] = set()
    for document in every:
        if document.collection == "gemeenten":
            names = [document.fields.get(field, "") for field in ("naam", "hoofdplaats", "provincie")]
            more = document.fields.get("ook", ())
            names += more if isinstance(more, tuple) else ()
            town_words.update(word for name in names for word in words(str(name)))
    return town_words


def refused(text_words: Iterable[str]) -> set[str]:
    """Those of some words that the dictionary does not know."""
    text = "\n".join(sorted(text_words))
    done = subprocess.run(
        ["hunspell", "-d", DICTIONARY, "-i", "utf-8", "-l"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.split("\n")) - {""}


def unknown(text_words: Iterable[str], known: set[str]) -> set[str]:
    """The words that neither the dictionary nor `known` has, as they are or with a small letter.

    A word with hyphens is known when all its parts are.
    """
    strange = refused(word for word in text_words if not _is_known(word, known))
    parts = {word: [part for part in word.split("-") if not _is_known(part, known)] for word in strange}
    all_parts = {part for word_parts in parts.values() for part in word_parts}
    wrong = refused(all_parts | set(map(_small, all_parts)))
    return {word for word in strange if any({part, _small(part)} <= wrong for part in parts[word])}


def _small(word: str) -> str:
    """A word as it is in the middle of a sentence."""
    return word[:1].lower() + word[1:]


def _is_known(word: str, known: set[str]) -> bool:
    """Whether a word is in a list, also at the beginning of a sentence, and of a name with the s of a possessive."""
    ways = {word, _small(word), word.removesuffix("'s")}
    return not known.isdisjoint(ways | ({word.removesuffix("s")} if word[:1].isupper() else set()))


def report(counts: Mapping[str, tuple[int, str]], strange: Iterable[str]) -> str:
    """A line for each unknown word, the most frequent last: that is where a terminal stops."""
    chosen = sorted(strange, key=lambda word: (counts[word][0], word.casefold(), word))
    lines = [f"{counts[word][0]:5}  {word}  ({counts[word][1]})" for word in chosen]
    total = sum(counts[word][0] for word in chosen)
    return "\n".join([*lines, f"{len(chosen)} onbekende woorden, samen {total} keer; {len(counts)} woorden bekeken."])


def main() -> int:
    """Print the report; only a missing program is a failure."""
    if shutil.which("hunspell") is None or not _has_dictionary():
        print(f"fout: hunspell of zijn Nederlandse woordenboek ontbreekt. Debian: {NEEDED}", file=sys.stderr)
        return 2
    all_documents = documents(ROOT)
    counts = counted(all_documents)
    print(report(counts, unknown(counts, own_words(ROOT) | names_of_towns(all_documents))))
    return 0


def _has_dictionary() -> bool:
    done = subprocess.run(["hunspell", "-d", DICTIONARY, "-l"], input="", capture_output=True, text=True, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
