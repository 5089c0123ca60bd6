"""A page is made anew for an edit of a template that it is made from, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from binnenstad_site.render.template_keys import names_in, template_keys
from binnenstad_site.render.templating import template_sources
from tests.conftest import ROOT

SOURCES = {
    "base.html": b"<html>{% block inhoud %}{% endblock %}{% include 'voet.html' %}",
    "voet.html": b"voet",
    "macros.html": b'{% from "voet.html" import a %}{% macro b() %}{% endmacro %}',
    "los.html": b"los",
    "een.html": b'{%- extends "base.html" -%}\n{% import "macros.html" as m with context %}',
    "twee.html": b'{% extends "base.html" %}',
}


def remade(name: str, source: bytes, sources: dict[str, bytes] = SOURCES) -> set[str]:
    """Which templates have another key when the source of one is this."""
    before, after = (template_keys(tuple(one.items())) for one in (sources, sources | {name: source}))
    return {one for one in sources if before[one] != after[one]}


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        ("los.html", {"los.html"}),
        ("een.html", {"een.html"}),
        ("macros.html", {"macros.html", "een.html"}),
        ("base.html", {"base.html", "een.html", "twee.html"}),
        ("voet.html", {"voet.html", "base.html", "macros.html", "een.html", "twee.html"}),
    ],
)
def test_what_needs_the_edited_template(edited: str, expected: set[str]) -> None:
    """At any distance."""
    assert remade(edited, SOURCES[edited] + b"anders") == expected


@pytest.mark.parametrize(
    "reference",
    [
        b"{% include page.deel %}",
        b"{% include ['los.html', 'voet.html'] %}",
        b"{% extends 'los.html' if page.kort else 'voet.html' %}",
        b'{% extends "l" ~ "os.html" %}',
        b"{% include('los.html') %}",
        b"{% include 'los.html' if page.kort %}",
        b"{% from './los.html' import a %}",
        b"{% include 'weg.html' ignore missing %}",
        b"{# {% include page.deel %} #}",
    ],
)
def test_a_template_that_may_need_any_is_made_of_all(reference: bytes) -> None:
    """Also what extends it; the others are as they were."""
    sources = SOURCES | {"base.html": reference}
    assert remade("los.html", b"anders", sources) == {"los.html", "base.html", "een.html", "twee.html"}


def test_a_template_that_comes_changes_what_names_it() -> None:
    sources = SOURCES | {"twee.html": b"{% include 'nieuw.html' ignore missing without context %}"}
    assert remade("nieuw.html", b"nieuw", sources) == {"twee.html"}


def test_the_names_are_those_that_jinja_finds() -> None:
    """In every template of this project."""
    for name, source in template_sources(ROOT / "templates"):
        found = find_referenced_templates(Environment(autoescape=True).parse(source.decode("utf-8")))
        assert names_in(source) == frozenset(found), name


def test_every_template_of_this_project_is_known_apart() -> None:
    """One that computes a name would make every page depend on all."""
    keys = template_keys(template_sources(Path(ROOT / "templates")))
    assert len(set(keys.values())) == len(keys)
