"""Text to HTML, where that happens a million times for a site."""

from __future__ import annotations

from collections.abc import Callable

import markupsafe

escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text)))
"""`& < > " '` as character references. This is the inside of `markupsafe.escape`, which spends most of its time on
wrapping the result; in a version without such a part, all of it."""
