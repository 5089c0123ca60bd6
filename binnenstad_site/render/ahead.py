"""Style, scripts and templates that the memo does not know are made ready while the content is read."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from binnenstad_site.core.memo import Kept, Memo, Shared, digest
from binnenstad_site.core.workers import Beside
from binnenstad_site.render import templating
from binnenstad_site.render.assets import Assets, read_assets


def prepare(folder: Path, memo: Memo, processes: int) -> Callable[[], Assets]:
    """Let another process begin, where there is one; gives what waits for it and reads the assets of this folder."""
    source = folder / "assets"
    if processes == 1:
        return lambda: read_assets(source, memo=memo)
    sources = templating.template_sources(folder)
    mark = digest("prepared", sources)

    def make() -> Shared:
        compiler = templating.environment(folder, read_assets(source, memo=memo), "", memo)
        for name, _ in sources:
            with contextlib.suppress(Exception):  # told where a page needs it
                compiler.get_template(name)
        memo.get(Kept.TEMPLATE, mark, lambda: True)
        return memo.share()

    if memo.knows(Kept.TEMPLATE, mark):
        return lambda: read_assets(source, memo=memo)
    beside = Beside([make], memo.begin_share)

    def ready() -> Assets:
        memo.adopt(beside.take())
        return read_assets(source, memo=memo)

    return ready
