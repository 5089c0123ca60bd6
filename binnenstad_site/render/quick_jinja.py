"""Jinja that writes the same pages in less time: what it does a million times for a site goes without detours.

A compiled template takes `escape` and `Macro` from its own globals, so that is where these replacements go.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

import markupsafe
from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from binnenstad_site.core.escaping import escaped

KEPT = "macros/tekens.html"
"""The small drawings and labels. A macro sees its arguments, and what is the same for all pages."""
MOST_KEPT = 10_000


def _escaped_piece(value: object) -> object:
    """What `markupsafe.escape` gives, without wrapping it: only pieces of a page that are joined come here."""
    kind = type(value)
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    return value if kind is Markup else markupsafe.escape(value)


class QuickMacro(Macro):
    """A macro that goes straight to its body when it is given all it asks for by position, as nearly always."""

    def __init__(
        self, environment: Environment, func: Callable[..., str], name: str, arguments: list[str], *how: Any
    ) -> None:
        super().__init__(environment, func, name, arguments, *how)
        takes_more = self.caller or self.catch_kwargs or self.catch_varargs or not self._default_autoescape
        self._body = func
        self._asked = -1 if takes_more else len(arguments)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or len(args) != self._asked:
            return super().__call__(*args, **kwargs)
        # What a template wrote is safe: it escapes by itself.
        return Markup(self._body(*args))  # noqa: S704


class KeptMacro(QuickMacro):
    """A macro that keeps what it made by its arguments: of small parts that return on every page.

    Markup and a plain text can be equal and are written differently, so the types of the arguments count too. Lists
    are made anew, from parts that are kept.
    """

    def __init__(self, *how: Any) -> None:
        super().__init__(*how)
        self._made: dict[object, str] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if kwargs or any(type(argument) in (tuple, list, dict) for argument in args):
            return super().__call__(*args, **kwargs)
        key = (args, *map(type, args))
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            made = self._made[key] = super().__call__(*args)
        return made


class QuickContext(Context):
    """Calls macros and functions without asking whether they want to know of the context: ours never do."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(called, QuickMacro):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class QuickTemplate(Template):
    """A template with the quick names among its globals."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        macro = KeptMacro if template.name == KEPT else QuickMacro
        template.root_render_func.__globals__.update(escape=_escaped_piece, Macro=macro)
        return template


class QuickEnvironment(Environment):
    """An environment whose templates are quick."""

    template_class = QuickTemplate
    context_class = QuickContext
