"""New pages are made and checked ahead, each processor a share, so that the memo knows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from binnenstad_site.checks.outputs import facts_of
from binnenstad_site.checks.recognition import Recogniser
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.core.workers import WORTH_HELP, warm
from binnenstad_site.exports.compare_data import passport
from binnenstad_site.pages.page import Page, SearchEntry
from binnenstad_site.pages.praktijken import PraktijkPagina
from binnenstad_site.render.share_images import ShareImages
from binnenstad_site.render.templating import Renderer


@dataclass(frozen=True)
class Finishing:
    """Makes pages to their end: their HTML, what is checked of it, and what other files have of them."""

    renderer: Renderer
    images: ShareImages | None
    word_counter: Callable[[], Callable[[SearchEntry], object]]
    """Gives what counts the words of an entry: made once, and only for many new pages, as it has all names in it."""
    base: str
    memo: Memo
    recogniser: Recogniser = field(default_factory=Recogniser)

    def ahead(self, pages: Sequence[Page], processes: int, times: ItemTimes) -> None:
        """Finish those pages that the memo does not know."""
        if processes == 1 or len(pages) < WORTH_HELP:
            return
        tasks = [partial(self._finish, page) for page in pages if not self.memo.knows(Kept.PAGE, self._mark(page))]
        if len(tasks) >= WORTH_HELP:
            self._count_words  # noqa: B018 - so that all processes have it
            tasks.pop(0)()  # and its templates compiled
            warm(self.memo, tasks, processes, times)

    @cached_property
    def _count_words(self) -> Callable[[SearchEntry], object]:
        return self.word_counter()

    def _mark(self, page: Page) -> bytes:
        """One mark tells of all that finishing a page asks for whether the memo knows it."""
        return digest("finished", self.renderer.key_of(page), self.images and self.images.style.digest)

    def _finish(self, page: Page) -> None:
        self.memo.get(Kept.PAGE, self._mark(page), partial(self._make, page))

    def _make(self, page: Page) -> bool:
        if page.kind is PraktijkPagina and page.listed:
            passport(page, self.memo)
        for entry in page.search:
            self._count_words(entry)
        with_picture = self.images.attached(page) if self.images else page
        facts_of(self.renderer.output(with_picture), self.base, self.memo, self.recogniser)
        return True
