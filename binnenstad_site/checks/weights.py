"""Every finished page is weighed against its budget; what is too heavy is reported at the file of the editor."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.outputs import Output
from binnenstad_site.core.urls import page_path
from binnenstad_site.pages.frames import ItemContext
from binnenstad_site.pages.page import Page

PAGE_BUDGET = 60_000
"""Bytes after gzip of a page about one item."""
LIST_BUDGET = 90_000
"""Bytes after gzip of a list."""


def _compressed(output: Output, budget: int) -> int:
    """Size after gzip, or after a hasty one when that fits."""
    content = output.read()
    hasty = len(gzip.compress(content, compresslevel=1, mtime=0))
    return hasty if hasty <= budget else len(gzip.compress(content, compresslevel=6, mtime=0))


def check_weight(pages: Iterable[Page], outputs: Mapping[str, Output], memo: Memo) -> Iterator[Diagnostic]:
    """A page stays within its budget, so that it opens quickly on a phone in the train."""
    for page in pages:
        output = outputs.get(page_path(page.url))
        if output is None:
            continue
        is_item = issubclass(page.kind, ItemContext)
        budget = PAGE_BUDGET if is_item else LIST_BUDGET
        # What is small before gzip is small after it: only the rest is worth compressing.
        size = output.size
        if size > budget:
            key = digest("compressed", budget, output.sha256)
            size = memo.get(Kept.FACTS, key, partial(_compressed, output, budget))
        if size > budget:
            yield Diagnostic(
                Code.PAGINA_TE_ZWAAR if is_item else Code.LIJST_TE_ZWAAR,
                Location(page.origin.path),
                f"De pagina {page.url} weegt {size // 1000} kB, en hooguit {budget // 1000} kB past",
                "Kort de tekst in, of verdeel hem over meer pagina's."
                if is_item
                else "De lijst wordt lang. Meld dit aan een beheerder.",
            )
