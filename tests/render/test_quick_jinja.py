"""Jinja with short cuts writes what Jinja writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from binnenstad_site.pipeline import Options, Session
from binnenstad_site.render import quick_jinja, templating
from tests.conftest import TODAY
from tests.visiting import lay_out

TEMPLATES = {
    "macros/tekens.html": "{% macro part(a, b) %}<{{ a }}|{{ b }}>{% endmacro %}"
    "{% macro rest(a, b='x') %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}"
    "{% macro wrap() %}({{ caller() }}){% endmacro %}"
    "{% macro row(items) %}{% for item in items %}{{ part(item, loop.index) }}{% endfor %}{% endmacro %}",
    "page": "{% from 'macros/tekens.html' import part, rest, wrap, row %}{% set kept %}<i>{{ text }}</i>{% endset %}"
    "{{ part(text, html) }}{{ part(html, text) }}{{ part(text, html) }}"
    "{{ part(1, true) }}{{ part(true, 1) }}{{ part(1.0, 1) }}"
    "{{ part(b=text, a=html) }}{{ rest(text) }}{{ rest(text, 'y', 'z', q=1) }}{% call wrap() %}{{ text }}{% endcall %}"
    "{{ row([text, html, text]) }}{{ row(['<']) }}{{ kept }}{{ text ~ html }}{{ number }}{{ none }}{{ text|upper }}",
}


def written(kind: type[Environment]) -> str:
    environment = kind(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    names = {"text": "a&amp;b<'\">", "html": Markup("a&amp;b<'\">"), "number": 2.5, "none": None}
    return environment.get_template("page").render(names)


def test_a_page_is_the_same() -> None:
    assert written(quick_jinja.QuickEnvironment) == written(Environment)


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_jinja, "MOST_KEPT", 1)
    assert written(quick_jinja.QuickEnvironment) == written(Environment)


def test_a_whole_site_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = lay_out(tmp_path)
    quick = Session(project).build(Options(TODAY)).outputs
    monkeypatch.setattr(templating, "QuickEnvironment", Environment)
    assert Session(project).build(Options(TODAY)).outputs == quick
