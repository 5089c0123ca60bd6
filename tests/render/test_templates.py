"""The templates hold their promises for every page kind, with as little and with as much as a context can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html import unescape
from itertools import count
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, meta, nodes
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from binnenstad_site.core.memo import Memo
from binnenstad_site.models import vocabulary
from binnenstad_site.pages.constants import Constants
from binnenstad_site.pages.frames import Context, ItemContext
from binnenstad_site.pages.workshop import WerkplaatsPagina
from binnenstad_site.render.assets import read_assets
from binnenstad_site.render.templating import environment
from binnenstad_site.render.workshop_files import OFFLINE
from binnenstad_site.validate.markdown.reserved_ids import RESERVED_IDS, is_reserved_id

TEMPLATES = Path(__file__).parents[2] / "templates"
ASSETS = read_assets(TEMPLATES / "assets")
NAMES = sorted(
    path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html") if path.parent.name != "admin"
)
"""Without the page of the forms, which Jinja does not read."""


def kinds_below(kind: type[Context]) -> Iterator[type[Context]]:
    """The contexts with a template of their own; a class with slots replaces the one that was written."""
    for below in kind.__subclasses__():
        if below.TEMPLATE and "__slots__" in vars(below):
            yield below
        yield from kinds_below(below)


KINDS: dict[str, type[Context]] = {kind.TEMPLATE: kind for kind in kinds_below(Context)}
HOSTILE = "<script>alert(1)</script>{{7*7}}\"'&"
KEPT = {
    "slug": "stadshub",
    "kort": "vervoeren",
    "waarde": "loopt",
    "trede": 3,
    "digitalisering": "hoog",
    "circulair": "laag",
    "dag": "2026-11-24",
    "canoniek": "https://voorbeeld.example/",
    "gegevens": "/gegevens.json",
    "zoeken": "/zoeken/",
    "label": "",  # of a drawing: decoration, like most
}
"""Fields that come from closed lists or the generator, never from free text."""
ADDRESSES = {"adres", "start", "feed", "bewerken", "sectie", "groep", "repository"}
ALWAYS = {"titel", "kop", "tekst", "adres", "term"}
"""Fields that no instance leaves empty."""


def fields_of(kind: Any) -> dict[str, Any]:
    """The types of the fields of a class; those of `Gevouwen[KansRegel]` are lists of `KansRegel`."""
    hints = get_type_hints(get_origin(kind) or kind)
    filled = dict(zip(getattr(get_origin(kind), "__parameters__", ()), get_args(kind), strict=True))
    return {
        name: hint[tuple(filled.values())] if getattr(hint, "__parameters__", ()) else hint
        for name, hint in hints.items()
    }


class Maker:
    """Makes instances of the context classes from the types of their fields, so that a new field needs no test."""

    def __init__(self, *, full: bool, text: str = "") -> None:
        self.full, self.text, self.numbers = full, text, count(1)

    def make(self, kind: Any) -> Any:
        """An instance with every field filled, or with every field as empty as its type allows."""
        hints, plain = fields_of(kind), get_origin(kind) or kind
        return plain(**{field.name: self.value(hints[field.name], field.name) for field in fields(plain)})

    def value(self, hint: Any, name: str) -> Any:
        if isinstance(hint, UnionType):
            assert NoneType in get_args(hint)
            return self.value(get_args(hint)[0], name) if self.full else None
        if get_origin(hint) is tuple:
            return tuple(self.many(get_args(hint), name))
        return self.make(hint) if is_dataclass(get_origin(hint) or hint) else self.plain(hint, name)

    def many(self, kinds: tuple[Any, ...], name: str) -> Iterator[Any]:
        if kinds[-1] is not Ellipsis:
            yield from (self.value(kind, name) for kind in kinds)
        elif self.full:
            yield from (self.value(kinds[0], name) for _ in range(2))

    def plain(self, hint: type[Any], name: str) -> Any:
        if name in KEPT:
            return KEPT[name]
        if not self.full and name not in ALWAYS:
            return hint()
        number = next(self.numbers)
        words = {"id": f"kans-{number}", "letter": chr(ord("A") + number % 26)}
        words |= dict.fromkeys(ADDRESSES, f"/{number}/")
        if hint is str:
            return words.get(name, f"{name}-{number}{self.text}")
        if hint is Markup:
            return Markup("<sup>{}</sup>" if name.endswith("noten") else "<p>{}</p>").format(number)
        return {int: 3, float: 12.5, bool: True}[hint]


@cache
def strict() -> Environment:
    return environment(TEMPLATES, ASSETS, "", Memo())


def render(template: str, *, full: bool, text: str = "") -> str:
    maker = Maker(full=full, text=text)
    return (
        strict().get_template(f"pages/{template}").render(site=maker.make(Constants), page=maker.make(KINDS[template]))
    )


PAGES = [pytest.param(name, full, id=f"{name}-{'vol' if full else 'leeg'}") for name in KINDS for full in (True, False)]


@cache
def parsed(template: str, full: bool) -> LexborHTMLParser:
    return LexborHTMLParser(render(template, full=full))


def text_of(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


@pytest.mark.parametrize(("template", "full"), PAGES)
class TestPage:
    """What every finished page promises."""

    def test_outline(self, template: str, full: bool) -> None:
        """One `h1`, before every other heading; no level skipped; no heading without words."""
        headings = parsed(template, full).css("h1, h2, h3, h4, h5, h6")
        levels = [int(str(node.tag)[1]) for node in headings]
        assert levels.count(1) == 1
        assert all(below <= above + 1 for above, below in zip([0, *levels], levels, strict=False))
        assert all(text_of(node) for node in headings if full)

    def test_landmarks(self, template: str, full: bool) -> None:
        """Language, skip link, header, navigation, one main with the id that the skip link names, footer."""
        tree = parsed(template, full)
        assert [node.attributes.get("lang") for node in tree.css("html")] == ["nl"]
        assert [node.attributes.get("id") for node in tree.css("main")] == ["inhoud"]
        first = tree.css_first("body a")
        assert first is not None
        assert first.attributes.get("href") == "#inhoud"
        assert len(tree.css("body > header")) == len(tree.css("body > footer")) == 1
        assert all(node.attributes.keys() & {"aria-label", "aria-labelledby"} for node in tree.css("nav, aside"))
        assert "Geen website van Platform31 of van de overheid." in text_of(tree.css_first("footer"))

    def test_ids(self, template: str, full: bool) -> None:
        """No id twice; every label, popover and link to this page finds its target."""
        tree = parsed(template, full)
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids))
        assert all(node.css("input, select, textarea") for node in tree.css("label:not([for])"))
        targets = [node.attributes.get("for") for node in tree.css("label[for]")]
        targets += [node.attributes.get("popovertarget") for node in tree.css("[popovertarget]")]
        targets += [str(node.attributes["href"])[1:] for node in tree.css('a[href^="#"]:not([href*="="])')]
        assert set(targets) <= set(ids)

    def test_nothing_inline(self, template: str, full: bool) -> None:
        """Scripts and styles are files of our own; no handler, no style, nothing from elsewhere."""
        tree = parsed(template, full)
        assert not tree.css('style, [style], base, iframe, object, embed, img:not([src^="/"]), img[src^="//"]')
        assert not tree.css('meta[http-equiv]:not([http-equiv="Content-Security-Policy"])')
        scripts = tree.css("script")
        assert scripts
        assert not any(node.text() for node in scripts)
        classic = [node.attributes.get("src") for node in scripts if node.attributes.get("type") != "module"]
        assert classic == [f"/{ASSETS.folder}/js/thema.js"], "only what must come before the first drawing holds it up"
        loads = [node.attributes.get("src") for node in scripts] + [n.attributes.get("href") for n in tree.css("use")]
        loads += [node.attributes.get("href") for node in tree.css("link[rel=stylesheet], link[rel=icon]")]
        assert all(str(address).startswith(f"/{ASSETS.folder}/") for address in loads)
        assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on")]

    def test_head(self, template: str, full: bool) -> None:
        """A title that names page and site, an end of the head to insert at, and a closed door while in preview."""
        html, tree = render(template, full=full), parsed(template, full)
        assert html.startswith("<!doctype html>")
        assert html.count("</head>") == 1
        title = text_of(tree.css_first("title"))
        assert "titel" in title
        assert ("·" in title) == (template != "start.html")
        assert bool(tree.css("meta[name=robots][content=noindex]")) == full

    def test_maps(self, template: str, full: bool) -> None:
        """At most one map, with a label and the credit it owes; every other drawing is kept from screen readers."""
        tree = parsed(template, full)
        maps = tree.css("svg[role=img]")
        assert len(maps) <= 1
        assert all(node.attributes.get("aria-label") for node in maps)
        assert text_of(tree.body).count("Kaart: Kadaster / CBS 2022, GeoNames (CC BY 4.0), bewerkt.") == len(maps)
        assert all(node.attributes.get("aria-hidden") == "true" for node in tree.css("svg:not([role])"))

    def test_tables(self, template: str, full: bool) -> None:
        """Every head of a table says what it heads."""
        assert all(node.attributes.get("scope") in ("col", "row") for node in parsed(template, full).css("th"))


@pytest.mark.parametrize("template", KINDS)
def test_text_stays_text(template: str) -> None:
    """Whatever stands in a text comes out letter for letter: no element, no expression, no attribute."""
    html = render(template, full=True, text=HOSTILE)
    tree = LexborHTMLParser(html)
    assert HOSTILE in text_of(tree.css_first("h1"))
    assert not [node for node in tree.css("script") if node.text()]
    assert len(tree.css("script")) == len(parsed(template, True).css("script"))
    assert {name for node in tree.css("*") for name in node.attributes} == {
        name for node in parsed(template, True).css("*") for name in node.attributes
    }
    assert "49" not in re.sub(r"<[^>]*>", "", html).replace("\n", " ").split()
    assert html.count("alert(1)") == unescape(html).count(HOSTILE)


def test_marks_the_section() -> None:
    """The navigation says which entry the page belongs to, and only that one."""
    maker = Maker(full=True)
    site, page = maker.make(Constants), maker.make(KINDS["verslagen.html"])
    page = replace(page, kader=replace(page.kader, sectie=site.navigatie[1].adres))
    tree = LexborHTMLParser(strict().get_template("pages/verslagen.html").render(site=site, page=page))
    assert [node.attributes["href"] for node in tree.css("header [aria-current]")] == [site.navigatie[1].adres]


def test_empty_parts_are_not_shown() -> None:
    """A section, source list or contact without content leaves no heading behind."""
    page = parsed("praktijk.html", False)
    assert [text_of(node) for node in page.css("main h2")] == ["Paspoort", "Wat ging mis", "Hoe sterk is het bewijs?"]
    assert "Onbekend" in text_of(page.css_first("#wat-ging-mis"))
    assert not page.css("a[href^=mailto], .bladvoet, .proef, .ingetrokken, .label-controle")


class TestSource:
    """What the templates themselves may say, whatever the data."""

    FUNCTIONS: ClassVar = {"asset", "super"}

    @classmethod
    def chain(cls, node: nodes.Node) -> tuple[str, ...]:
        """`("page", "kader", "titel")`; begins with an empty name when it does not begin with a name."""
        if isinstance(node, nodes.Getattr):
            return (*cls.chain(node.node), node.attr)
        return (node.name,) if isinstance(node, nodes.Name) else ("",)

    @staticmethod
    def tree(name: str) -> nodes.Template:
        return strict().parse((TEMPLATES / name).read_text(encoding="utf-8"))

    def test_every_page_kind_has_its_template(self) -> None:
        assert {f"pages/{name}" for name in KINDS} == {name for name in NAMES if name.startswith("pages/")}

    def test_every_template_is_used(self) -> None:
        reached, todo = set[str](), {OFFLINE, *(f"pages/{name}" for name in KINDS)}
        while todo:
            name = todo.pop()
            reached.add(name)
            todo |= {str(used) for used in meta.find_referenced_templates(self.tree(name))} - reached
        assert reached == set(NAMES)

    @pytest.mark.parametrize("name", NAMES)
    def test_names(self, name: str) -> None:
        """Free names are `site`, `page` and `asset`; a macro gets all it needs as arguments."""
        tree = self.tree(name)
        imported = {
            part if isinstance(part, str) else part[1]
            for node in tree.find_all(nodes.FromImport)
            for part in node.names
        }
        allowed = set() if name.startswith("macros/") else {"site", "page"}
        assert meta.find_undeclared_variables(tree) - imported - self.FUNCTIONS <= allowed
        assert not list(tree.find_all(nodes.Import))
        assert not [node for node in tree.find_all(nodes.FromImport) if node.with_context]

    @pytest.mark.parametrize("name", NAMES)
    def test_attributes(self, name: str) -> None:
        """What a template asks of `page`, and of what it holds, is a field; and of `site` one of the constants."""
        kinds = {"layouts/article.html": ItemContext} | {f"pages/{name}": kind for name, kind in KINDS.items()}
        kinds[OFFLINE] = WerkplaatsPagina
        roots = {"page": kinds.get(name, Context), "site": Constants}
        for node in self.tree(name).find_all(nodes.Getattr):
            root, *names = self.chain(node)
            hint: Any = roots.get(root)
            for part in names if hint else ():
                assert is_dataclass(get_origin(hint) or hint), f"{name}:{node.lineno} asks for {part} of {hint}"
                hints = fields_of(hint)
                assert part in hints, f"{name}:{node.lineno} asks for {part}"
                hint = hints[part]
                hint = get_args(hint)[0] if isinstance(hint, UnionType) else hint

    @pytest.mark.parametrize("name", NAMES)
    def test_no_way_round_the_rules(self, name: str) -> None:
        """Nothing that marks text as safe, fills in for a missing value, or asks for more than presence."""
        tree = self.tree(name)
        assert {node.name for node in tree.find_all(nodes.Filter)} <= {"join", "length"}
        assert not list(tree.find_all((nodes.Test, nodes.Assign, nodes.AssignBlock, nodes.ScopedEvalContextModifier)))
        compared = [(node.ops[0].op, name) for node in tree.find_all(nodes.Compare)]
        assert compared == [("eq", "partials/kop.html")] * len(compared)

    def test_ids_are_reserved(self) -> None:
        """An editor's heading never gets an id that a template uses, and may have every other."""
        source = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in NAMES)
        written = re.findall(r'\sid="([a-z-]+)', source)
        assert "inhoud" in written
        assert [name for name in written if not is_reserved_id(name)] == []
        assert set(RESERVED_IDS.split("|")) - set(written) == {"top"}


class TestAssets:
    """The files that pages load."""

    def test_style_loads_nothing_from_elsewhere(self) -> None:
        for name, content in ASSETS.files.items():
            if name.startswith("css/"):
                style = content.decode("utf-8").replace('[href^="http"]', "")
                assert not re.findall(r"@import|data:|https?://", style), name
        css = ASSETS.files["css/site.css"].decode("utf-8")
        first = re.match(r"@layer ([\w,]+);", css)
        assert first, "the order of the layers comes before all of them"
        assert set(re.findall(r"@layer (\w+)\{", css)) == set(first[1].split(","))

    def test_scripts_obey_trusted_types(self) -> None:
        """No sink that takes HTML or code; a module imports only what lies beside it."""
        sinks = r"innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\b|new Function"
        computed = r'\bimport\((?![`"]\./[a-z_]+\.js[`"]\))'  # written out, it loads our own file
        sinks = f"{sinks}|{computed}"
        for name, content in ASSETS.files.items():
            if name.startswith("js/"):
                source = content.decode("utf-8")
                assert not re.findall(sinks, source), name
                beside = re.findall(r'(?<![\w.$])import(?:[^"();]*?from)?"\./([^"]+)"', source)
                assert len(beside) == len(re.findall(r'(?<![\w.$])import(?=["{*\s])', source)), name
                assert all(f"js/{other}" in ASSETS.files for other in beside), name

    def test_every_drawing_exists(self) -> None:
        """Each value of a closed list that is drawn has its symbol."""
        symbols = set(re.findall(r'<symbol id="([^"]+)"', ASSETS.files["beeld/tekens.svg"].decode("utf-8")))
        expected = {f"status-{value}" for value in vocabulary.STATUS_OP_SITE} | {
            f"oordeel-{value}" for value in vocabulary.OORDEEL
        }
        expected |= {f"stenen-{value}" for value in vocabulary.BEWIJS}
        expected |= {f"trend-{slug.removeprefix('anders-')}" for slug in vocabulary.TREND_SLUGS}
        assert expected | {"merk", "thema", "zoek", "steen", "pijl", "kruis"} == symbols

    def test_map_is_the_one_with_credit(self) -> None:
        """The provinces drawn on pages are those of the file that names its source."""
        source = ASSETS.files["kaart/provincies.svg"].decode("utf-8")
        land = source[source.index('<g id="land">') :]
        assert len(re.findall(r'<path id="\w+" data-code="PV\d+" d="[^"]+"', land)) == 12
        assert "kaart/provincies.svg" in (TEMPLATES / "macros/kaart.html").read_text(encoding="utf-8")
        assert "CC BY 4.0" in source
