"""Share pictures: what they tell, how their words are set, where they are known; and the same each time."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from binnenstad_site.drawings.blocks import TREND_HOUSES
from binnenstad_site.drawings.shapes import shape
from binnenstad_site.drawings.street import one_window, window_counts
from binnenstad_site.drawings.svg import NO_DRAWING, Detail, Drawing, paint
from binnenstad_site.pages.sharing import Card, card
from binnenstad_site.pipeline import Build, Options, Session
from binnenstad_site.render import canvas, png, share_images, share_layout, text_layout
from binnenstad_site.render.canvas import Words
from binnenstad_site.render.fonts import HEADING, TEXT
from binnenstad_site.render.share_drawing import painted, picture, svg_of
from binnenstad_site.render.share_images import PictureStyle, read_picture_style
from binnenstad_site.render.share_layout import COLOURS, HEIGHT, LEFT, WIDTH, Scene, houses, scenes, text_blocks, words
from tests.conftest import ROOT, TODAY
from tests.visiting import attribute, first, lay_out, page

Change = Callable[..., None]
BLOCK = Drawing((0, -150.5, 200, 150.5), paint(shape("z-t", "M0-9h9v9z")), "blok")
DEVENTER = "/praktijken/deventer-makers/"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return Session(lay_out(tmp_path_factory.mktemp("plaatjes"))).build(Options(TODAY, share_images=True))


@pytest.fixture(scope="module")
def style() -> PictureStyle:
    return read_picture_style(ROOT / "templates", "De nieuwe binnenstad")


def cards(build: Build) -> dict[str, Card]:
    """The card of every picture by its path."""
    makers = [(artifact.path, artifact.make) for artifact in build.pictures]
    return {path: card(make.args[0].context, make.func.__self__.blocks) for path, make in makers}  # type: ignore[attr-defined]


def opened(image: bytes) -> Image.Image:
    return Image.open(BytesIO(image)).convert("RGB")


def card_at(build: Build, url: str) -> Card:
    address = attribute(page(build, url), 'meta[property="og:image"]', "content")
    return cards(build)[address.removeprefix("https://binnenstad.example/")]


class TestPages:
    """What a page says of itself where it is shared."""

    def test_the_page_of_the_open_data_keeps_its_picture(self, project: Path) -> None:
        """It is made again once its files are there."""
        built = Session(project).build(Options(TODAY, share_images=True, data=True))
        shown = attribute(page(built, "/open-data/"), 'meta[property="og:image"]', "content")
        assert shown.removeprefix("https://binnenstad.example/") in {artifact.path for artifact in built.pictures}

    def test_every_page_in_the_sitemap_has_its_own(self, build: Build) -> None:
        sitemap = next(output for output in build.outputs if output.path == "sitemap.xml").read().decode()
        listed = re.findall(r"<loc>https://[^/]+(/.*?)</loc>", sitemap)
        addresses = [attribute(page(build, url), 'meta[property="og:image"]', "content") for url in listed]
        assert len(set(addresses)) == len(addresses) > 40
        assert {address.removeprefix("https://binnenstad.example/") for address in addresses} == {
            artifact.path for artifact in build.pictures
        }

    def test_the_page_for_what_does_not_exist_has_none(self, build: Build) -> None:
        assert page(build, "/404.html").css('meta[property^="og:image"]') == []

    def test_what_else_is_meta(self, build: Build) -> None:
        tree = page(build, DEVENTER)

        def meta(name: str) -> str:
            return attribute(tree, f'meta[property="og:{name}"]', "content")

        assert meta("title") == first(tree, "h1").text()
        assert meta("url") == attribute(tree, 'link[rel="canonical"]', "href")
        assert meta("description") == attribute(tree, 'meta[name="description"]', "content")
        assert (meta("type"), meta("site_name"), meta("locale")) == (
            "article",
            "De nieuwe binnenstad",
            "nl_NL",
        )
        assert (meta("image:width"), meta("image:height"), meta("image:type")) == (
            "1200",
            "630",
            "image/png",
        )
        assert meta("image:alt").startswith("Anders werken. Praktijk in Deventer. ")
        assert attribute(tree, 'meta[name="twitter:card"]', "content") == "summary_large_image"
        assert attribute(page(build, "/trends/"), 'meta[property="og:type"]', "content") == "website"

    def test_under_a_base_path(self, project: Path) -> None:
        build = Session(project).build(Options(TODAY, "https://x.nl/pad", share_images=True))
        address = attribute(page(build, DEVENTER), 'meta[property="og:image"]', "content")
        assert address.startswith("https://x.nl/pad/deel/")
        assert address.removeprefix("https://x.nl/pad/") in {artifact.path for artifact in build.pictures}

    def test_none_when_nobody_wants_them(self, project: Path) -> None:
        build = Session(project).build(Options(TODAY))
        assert build.pictures == ()
        tree = page(build, DEVENTER)
        assert tree.css('meta[property^="og:image"]') == []
        assert attribute(tree, 'meta[property="og:title"]', "content")

    def test_a_second_build_of_a_session_gives_the_same(self, project: Path) -> None:
        session = Session(project)
        first = session.build(Options(TODAY, share_images=True))
        again = session.build(Options(TODAY, share_images=True))
        assert (again.outputs, again.pictures) == (first.outputs, first.pictures)

    def test_after_an_edit_a_session_gives_what_a_fresh_one_gives(self, project: Path, change: Change) -> None:
        """Another status changes the picture of that page and the street of its trend; the others keep theirs."""
        session = Session(project)
        before = {artifact.path for artifact in session.build(Options(TODAY, share_images=True)).pictures}
        change("content/praktijken/leiden-proef.md", "status: loopt", "status: gestopt")
        after = session.build(Options(TODAY, share_images=True))
        fresh = Session(project).build(Options(TODAY, share_images=True))
        assert (after.outputs, after.pictures) == (fresh.outputs, fresh.pictures)
        assert 0 < len(before - {artifact.path for artifact in after.pictures}) < len(before) / 2


class TestCard:
    def test_praktijk(self, build: Build) -> None:
        shared = card_at(build, DEVENTER)
        assert (shared.kind, shared.trend_title, shared.trend_name) == (
            "Praktijk in Deventer",
            "Anders werken",
            "werken",
        )
        assert shared.evidence.startswith(f"Bewijs {shared.bricks} van 4: ")
        assert [kort for kort, _ in shared.street] == ["werken"]
        assert not shared.stopped

    def test_stopped(self, project: Path, change: Change) -> None:
        change("content/praktijken/leiden-proef.md", "status: loopt", "status: gestopt")
        build = Session(project).build(Options(TODAY, share_images=True))
        shared = card_at(build, "/praktijken/leiden-proef/")
        assert shared.stopped
        assert shared.kind == "Praktijk in Leiden, gestopt"

    @pytest.mark.parametrize(
        ("url", "kind", "trend", "blocks"),
        [
            ("/", "", "", 6),
            ("/trends/anders-werken/", "Trend", "werken", 1),
            ("/kansen/anders-werken/", "", "werken", 1),
            ("/aanpakken/makers-op-proef/", "Aanpak, oordeel: afwachten", "werken", 0),
            ("/gemeenten/leiden/", "Gemeente in Zuid-Holland", "", 0),
            ("/over/redactie/", "Over deze site", "", 0),
            ("/trends/", "", "", 0),
        ],
    )
    def test_other_kinds(self, build: Build, url: str, kind: str, trend: str, blocks: int) -> None:
        shared = card_at(build, url)
        assert (shared.kind, shared.trend_name, len(shared.street)) == (kind, trend, blocks)
        assert shared.title
        assert shared.sentence


class TestName:
    """The address changes with what is seen, and with nothing else."""

    def test_every_field_counts(self, style: PictureStyle) -> None:
        card = Card("Titel")
        others = (
            replace(card, title="Titels"),
            replace(card, kind="x"),
            replace(card, sentence="x"),
            replace(card, trend_name="werken"),
            replace(card, trend_title="x"),
            replace(card, street=(("werken", BLOCK),)),
            replace(card, bricks=1),
            replace(card, evidence="x"),
            replace(card, stopped=True),
        )
        assert len({style.key(variant) for variant in (card, *others)}) == 10

    def test_the_style_counts(self, tmp_path: Path, style: PictureStyle, monkeypatch: pytest.MonkeyPatch) -> None:
        card = Card("Titel")
        assert read_picture_style(ROOT / "templates", "De nieuwe binnenstad").key(card) == style.key(card)
        assert read_picture_style(ROOT / "templates", "Een andere naam").key(card) != style.key(card)
        template = (ROOT / "templates/deelplaatje.svg").read_text(encoding="utf-8")
        (tmp_path / "deelplaatje.svg").write_text(template + "\n", encoding="utf-8")
        assert read_picture_style(tmp_path, "De nieuwe binnenstad").key(card) != style.key(card)
        monkeypatch.setattr(share_images, "version_of", lambda package: "0")
        assert read_picture_style(ROOT / "templates", "De nieuwe binnenstad").key(card) != style.key(card)


class TestWords:
    def test_widths_are_those_of_the_font(self) -> None:
        """What is measured here is drawn: the ink of the line ends where the width says."""
        wide = text_layout.width("Makers in Deventer", HEADING, 80)
        image = Image.new("RGB", (1200, 100), "white")
        canvas.write(Words("Makers in Deventer", HEADING, 80, 0, 80, "black"), image)
        ink = ImageChops.invert(image).getbbox()
        assert ink is not None
        assert wide - 12 < ink[2] < wide + 1

    def test_lines_are_few_and_even(self) -> None:
        text = "Deelfietsen en een overstappunt in Middelburg"
        lines = text_layout.lines(text, 700, HEADING, 78)
        assert " ".join(lines) == text
        assert len(lines) == 3
        widths = [text_layout.width(line, HEADING, 78) for line in lines]
        assert max(widths) <= 700
        assert min(widths) > max(widths) / 2

    def test_a_word_that_is_too_long_stands_alone(self) -> None:
        assert text_layout.lines("De arbeidsongeschiktheidsverzekering nu", 200, TEXT, 40) == (
            "De",
            "arbeidsongeschiktheidsverzekering",
            "nu",
        )
        assert text_layout.lines("", 200, TEXT, 40) == ()

    def test_a_short_title_is_large_and_has_its_sentence(self) -> None:
        title, sentence = text_blocks(Card("Leiden", sentence="Een korte zin."), 756, 128, 472)
        assert title.size == max(share_layout.SIZES)
        assert [line.text for line in sentence.lines] == ["Een korte zin."]
        assert title.end < sentence.lines[0].y < 472

    def test_a_long_title_is_small_and_alone(self) -> None:
        title, sentence = text_blocks(
            Card("Een lange titel met heel veel woorden " * 3, sentence="Een zin. " * 20), 600, 128, 472
        )
        assert title.size < share_layout.SMALLER
        assert sentence.lines == ()
        assert title.end <= 472

    @pytest.mark.parametrize(("column", "top", "bottom"), [(600, 128, 472), (756, 128, 472), (1072, 76, 276)])
    def test_every_title_fits_that_the_model_allows(self, column: int, top: int, bottom: int) -> None:
        """Titles as long as they may be, of words of the search test: beside a block, without one, above the street."""
        lines = (ROOT / "tests/zoek/documents.jsonl").read_text(encoding="utf-8").splitlines()
        for document in map(json.loads, lines):
            title_text = document["body"][:90].rpartition(" ")[0]
            title, _ = text_blocks(Card(title_text), column, top, bottom)
            assert title.end <= bottom, title_text
            assert title.broad <= column, title_text


class TestDrawing:
    def test_one_block_stands_at_the_right_and_six_fill_the_street(self) -> None:
        (alone,) = houses(Card("x", street=(("werken", BLOCK),)))
        assert alone.x + 200 * alone.scale == pytest.approx(WIDTH - LEFT)
        six = houses(Card("x", street=tuple((kort, BLOCK) for kort in list(COLOURS)[:6])))
        assert [house.x for house in six] == [0, 200, 400, 600, 800, 1000]
        assert houses(Card("x", street=(("werken", NO_DRAWING),))) == ()

    def test_what_stands_where(self, style: PictureStyle) -> None:
        card = Card("Titel & co", "Praktijk in Deventer", "Een zin.", "werken", "Anders werken", (("werken", BLOCK),),
                    2, "Bewijs 2 van 4: onderbouwd")  # fmt: skip
        svgs = [svg_of(scene, style.template) for scene in scenes(card)]
        assert [line.text for line in words(card, "Binnenstad")] == [
            *("Anders werken", "Praktijk in Deventer", "Titel & co", "Een zin."),
            *("Binnenstad", "Bewijs 2 van 4: onderbouwd"),
        ]
        assert sum(svg.count('<path fill="none" stroke="#7b7a70" stroke-width="2"') for svg in svgs) == 2
        assert sum('class="blok-werken"' in svg for svg in svgs) == 1
        assert not any("url(#band)" in svg for svg in svgs)
        assert "url(#band)" in svg_of(next(scenes(replace(card, stopped=True))), style.template)

    @pytest.mark.parametrize("kort", TREND_HOUSES)
    def test_part_by_part_gives_the_same_picture(self, style: PictureStyle, kort: str) -> None:
        """No scene cuts off what belongs to it: roots in the ground, an eave, a ring at the edge."""
        counts = window_counts(31, 3)
        for place, stopped in ((0, False), (counts.count - 1, True), (min(counts.closed), False)):
            card = Card("", trend_name=kort, street=((kort, one_window(kort, counts, place, "")),), stopped=stopped)
            (block,) = houses(card)
            assert block.over
            whole = replace(block, shapes=block.shapes + block.over.inside, over=None)
            scene = Scene(0, 0, WIDTH, HEIGHT, kort, (whole,), stopped=stopped)
            together = canvas.draw(svg_of(scene, style.template))
            difference = ImageChops.difference(together, painted(card, style.template, site_name=""))
            histogram = difference.convert("L").histogram()
            assert sum(histogram[2:]) < 100, place  # a slanting line that is cut gets other steps at its edge
            assert not any(histogram[64:]), place

    def test_what_pictures_share_is_drawn_once(self) -> None:
        """Two praktijken of a trend differ in a small part of their houses."""
        one, other = (replace(BLOCK, over=Detail((x, -90, 26, 26), BLOCK.inside)) for x in (20, 60))
        first, second = (list(scenes(Card("x", street=(("werken", block),)))) for block in (one, other))
        assert first[:-1] == second[:-1]
        assert (first[-1].width, first[-1].left) == (second[-1].width, second[-1].left - 40 * 1.9)

    def test_the_same_bytes_and_a_small_picture(self, style: PictureStyle) -> None:
        card = Card("Een titel van gewone lengte voor een plaatje", "Praktijk in Deventer", "Een zin.", "werken",
                    "Anders werken", (("werken", BLOCK),), 2, "Bewijs 2 van 4: onderbouwd", stopped=True)  # fmt: skip
        image = picture(card, style.template, style.site_name)
        assert image == picture(card, style.template, style.site_name)
        assert opened(image).size == (1200, 630)
        assert len(image) < 25_000

    def test_colours_are_those_of_the_site_by_day(self) -> None:
        """Reads the sources, because resvg knows no custom properties and the template repeats their values."""
        tokens = (ROOT / "templates/assets/css/10-tokens.css").read_text(encoding="utf-8")
        by_day = dict(re.findall(r"--([a-z0-9]+): light-dark\((#[0-9a-f]{6})", tokens))
        same = dict(re.findall(r"--([a-z]+): var\(--([a-z]+)\)", tokens))
        assert {name: by_day[same.get(name, name)] for name in COLOURS} == COLOURS
        template = (ROOT / "templates/deelplaatje.svg").read_text(encoding="utf-8")
        assert set(re.findall("#[0-9a-f]{6}", template)) <= set(by_day.values())

    def test_what_no_font_of_ours_has_is_left_out(self) -> None:
        """It is never taken from a font of this computer."""
        image = Image.new("RGB", (300, 60), "white")
        canvas.write(Words("\u4e2d\U0001f3e0", TEXT, 40, 0, 40, "black"), image)
        assert ImageChops.invert(image).getbbox() is None


class TestPalette:
    def test_the_picture_stays(self, style: PictureStyle) -> None:
        """Nearly all pixels keep their colour; only steps between two colours at an edge differ, and little."""
        content = Card("Titel", "Soort", "Een zin met woorden.", "werken", street=(("werken", BLOCK),))
        before = painted(content, style.template, style.site_name)
        histogram = ImageChops.difference(before, opened(png.with_palette(before))).convert("L").histogram()
        assert not any(histogram[48:])
        assert sum(histogram[png.APART_AREAS + 1 :]) < 1200 * 630 / 500

    def test_many_colours_become_few(self) -> None:
        steps = "".join(f'<path fill="#{n:02x}{255 - n:02x}{n // 16:02x}" d="M{n} 0h1v9h-1z"/>' for n in range(255))
        image = canvas.draw(f'<svg xmlns="http://www.w3.org/2000/svg" width="255" height="9">{steps}</svg>')
        assert 30 < len(opened(png.with_palette(image)).getcolors() or ()) <= png.MOST_COLOURS
