"""Words of `begrippen.yaml` that lead no reader to a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.link.site import Site


def check_words(site: Site, words_without_page: Iterable[tuple[int, str]]) -> Iterator[Diagnostic]:
    """A word that only the search knows and that stands on no page; given as the number of its row, and the word."""
    rows = list(site.begrippen.values())
    for number, word in words_without_page:
        entry = rows[number]
        item = entry.item
        fields = ((name, words) for name in ("ook", "enger", "verwant") for words in [getattr(item, name)])
        at = next(((name, words.index(word)) for name, words in fields if word in words), ("term",))
        if word == item.term:
            message = f'Zoeken op "{word}" levert niets op: geen van deze woorden staat op een pagina'
            hint = "Voeg bij ook een woord toe dat de teksten gebruiken, of haal dit begrip weg."
        else:
            message = f'"{word}" staat op geen enkele pagina'
            hint = "Haal het woord weg, of kies een woord uit de teksten. Zoekt iemand zo, zet het dan bij ook."
        yield Diagnostic(Code.WOORD_ZONDER_PAGINA, entry.document.locate(*at), message, hint)
