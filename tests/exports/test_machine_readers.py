"""Citations, feeds, calendars, JSON-LD, the catalogue and Markdown, each read by a program that we did not write."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import bibtexparser.entrypoint as bibtexparser
import feedparser
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from icalendar import Calendar
from markdown_it import MarkdownIt
from pyshacl import validate
from rdflib import RDF, Graph, Namespace, URIRef
from selectolax.lexbor import LexborHTMLParser

from binnenstad_site.exports.opendata.citing import PageCitation, bibtex, csl, ris
from binnenstad_site.pipeline import Build
from tests.conftest import build
from tests.visiting import addresses, attribute, content_of, first, html_files, lay_out, page, texts, words

Change = Callable[..., None]
HOST = "https://binnenstad.example"
SCHEMA, DCAT = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/dcat#")
STRANGE = 'Wat kost 5% & 3_4 {haken} "aanhalen" \\ 50 €?'
SHAPES = Path(__file__).parent / "dcat-ap-nl.shapes.ttl"
"""What DCAT-AP-NL 3.0 asks, in our own words."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("machines")))


@pytest.fixture(scope="module")
def files(built: Build) -> Mapping[str, bytes]:
    assert built.data
    return {output.path: output.read() for output in built.data.files}


def named(files: Mapping[str, bytes], ending: str) -> Iterator[tuple[str, bytes]]:
    pairs = [(path, content) for path, content in files.items() if path.endswith(ending)]
    assert pairs
    yield from pairs


class TestCitations:
    """One item in three forms, for the programs that keep references."""

    def strange(self) -> PageCitation:
        return PageCitation("sleutel", STRANGE, "Wij & co", "De site", "2026-12-01", f"{HOST}/a_b/", "regel")

    def test_bibtex(self, built: Build, files: Mapping[str, bytes]) -> None:
        for path, content in named(files, "citaat.bib"):
            (entry,) = bibtexparser.parse_string(content.decode()).entries
            fields = {name: field.value for name, field in entry.fields_dict.items()}
            address = f"/{path.removesuffix('citaat.bib')}"
            assert fields["url"] == HOST + address
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["date"])
            assert fields["title"].strip("{}") == texts(page(built, address), "h1")[0].replace("\xad", "")

    def test_ris(self, files: Mapping[str, bytes]) -> None:
        for path, content in named(files, "citaat.ris"):
            (record,) = rispy.loads(content.decode())
            assert record["urls"] == [f"{HOST}/{path.removesuffix('citaat.ris')}"]
            assert record["type_of_reference"] == "ELEC"

    def test_what_latex_reads_as_a_command(self) -> None:
        library = bibtexparser.parse_string(bibtex(self.strange()))
        assert not library.failed_blocks
        title = library.entries[0].fields_dict["title"].value
        assert title == r"{Wat kost 5\% \& 3\_4 \{haken\} " + '"aanhalen"' + r" \textbackslash{} 50 €?}"
        assert rispy.loads(ris(self.strange()))[0]["title"] == STRANGE

    def test_csl(self, files: Mapping[str, bytes]) -> None:
        """A citation processor makes a line of it."""
        items = [json.loads(content) for path, content in files.items() if re.match(r"api/v1/praktijken/", path)]
        values = [item["citaat"]["csl"] for item in items] + [csl(self.strange())]
        source = CiteProcJSON(values)
        bibliography = CitationStylesBibliography(
            CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
        )
        for value in values:
            bibliography.register(Citation([CitationItem(value["id"])]))
        lines = [str(line) for line in bibliography.bibliography()]
        for value, line in zip(values, lines, strict=True):
            assert value["title"].split()[0] in line
            assert "2026" in line

    def test_the_page_leads_to_them(self, built: Build, files: Mapping[str, bytes]) -> None:
        tree = page(built, "/praktijken/leiden-proef/")
        given = [address.removeprefix("/") for address in addresses(tree, "#citeren a, .zijblok a")]
        assert {"citaat.bib", "citaat.ris", "leiden-proef.json", "index.md"} <= {a.rpartition("/")[2] for a in given}
        item = json.loads(files["api/v1/praktijken/leiden-proef.json"])
        assert item["citaat"]["tekst"] == words(first(tree, ".citaat"))


class TestFeeds:
    """Atom and JSON Feed of everything, and of each trend, aanpak and gemeente."""

    def test_feedparser_reads_every_feed(self, built: Build, files: Mapping[str, bytes]) -> None:
        feeds = {**dict(named(files, ".xml")), "feeds/alles.xml": content_of(built, "feeds/alles.xml")}
        for path, content in feeds.items():
            read: Any = feedparser.parse(content)
            assert not read.bozo, path
            assert read.version == "atom10"
            assert [link.href for link in read.feed.links if link.rel == "self"] == [f"{HOST}/{path}"]
            other = json.loads(files[path.replace(".xml", ".json")])
            assert [(e.id, e.title, e.link, e.summary) for e in read.entries] == [
                (item["id"], item["title"], item["url"], item["content_text"]) for item in other["items"]
            ]
            assert other["version"] == "https://jsonfeed.org/version/1.1"
            assert other["feed_url"] == f"{HOST}/{path.replace('.xml', '.json')}"
            assert len({item["id"] for item in other["items"]}) == len(other["items"])

    def test_a_feed_of_the_own_town(self, built: Build, files: Mapping[str, bytes]) -> None:
        """The page of a gemeente leads to its feed, which tells of its praktijken and of no others."""
        (address,) = [a for a in addresses(page(built, "/gemeenten/deventer/"), "main a") if a.endswith(".xml")]
        read: Any = feedparser.parse(files[address.removeprefix("/")])
        links = {entry.link.removeprefix(HOST) for entry in read.entries}
        assert "/praktijken/deventer-makers/" in links
        assert "/praktijken/leiden-proef/" not in links

    def test_only_major_changes(self, project: Path, change: Change) -> None:
        path = "content/praktijken/leiden-proef.md"
        minor = "wijzigingen:\n  - datum: 2026-11-21\n    soort: klein\n"
        change(path, "wijzigingen:\n", minor)
        made = build(project)
        assert made.data
        feed = next(output.read() for output in made.data.files if output.path == "feeds/gemeenten/leiden.json")
        assert "2026-11-21" not in feed.decode()

    def test_the_page_of_the_data_names_them(self, built: Build) -> None:
        listed = addresses(page(built, "/open-data/"), "#opendata-volgen ~ .sectie a")
        assert {"/feeds/alles.xml", "/feeds/trends/anders-werken.json", "/feeds/aanpakken/makers-op-proef.xml"} <= {
            *listed
        }


class TestCalendar:
    """The agenda, for the calendar of a reader."""

    def test_the_event(self, files: Mapping[str, bytes]) -> None:
        for path in ("agenda/agenda.ics", "agenda/open-dag.ics"):
            calendar = Calendar.from_ical(files[path])
            event: Any = calendar.walk("VEVENT")[0]
            assert event.errors == []
            assert event["summary"] == "Open dag bij de makers"
            assert event["dtstart"].dt == date(2027, 1, 15)
            assert event["dtend"].dt == date(2027, 1, 15) + timedelta(days=1)
            assert event["uid"] == "open-dag@binnenstad.example"
            assert {"DTSTAMP", "LOCATION", "URL"} <= event.keys()
            assert all(len(line) <= 75 for line in files[path].split(b"\r\n"))

    def test_an_empty_agenda_is_a_calendar_too(self, project: Path) -> None:
        (project / "content/agenda/open-dag.yaml").unlink()
        made = build(project)
        assert made.data
        content = next(output.read() for output in made.data.files if output.path == "agenda/agenda.ics")
        assert Calendar.from_ical(content).walk("VEVENT") == []

    def test_the_agenda_leads_to_both(self, built: Build) -> None:
        assert {"/agenda/agenda.ics", "/agenda/open-dag.ics"} <= {*addresses(page(built, "/agenda/"), "main a")}


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # rdflib of itself
class TestLinkedData:
    """JSON-LD in the files of the API, and the catalogue."""

    def graph(self, files: Mapping[str, bytes], path: str) -> Graph:
        return Graph().parse(data=files[path].decode(), format="json-ld")

    def test_every_file_of_the_api_is_a_graph(self, files: Mapping[str, bytes]) -> None:
        for path in files:
            if path.startswith("api/v1/") and "/schema/" not in path and path != "api/v1/index.json":
                graph = self.graph(files, path)
                known = (RDF, SCHEMA)
                assert all(any(str(p).startswith(str(space)) for space in known) for p in graph.predicates()), path

    @pytest.mark.parametrize(
        ("path", "kind", "subject"),
        [
            ("praktijken/leiden-proef", "Article", "/praktijken/leiden-proef/"),
            ("begrippen", "DefinedTerm", "/begrippen/#leegstand"),
            ("agenda", "Event", "/agenda/#open-dag"),
            ("praktijken", "CollectionPage", "/praktijken/"),
        ],
    )
    def test_what_a_page_is(self, files: Mapping[str, bytes], path: str, kind: str, subject: str) -> None:
        graph = self.graph(files, f"api/v1/{path}.json")
        subjects = {*graph.subjects(RDF.type, SCHEMA[kind])}
        assert URIRef(HOST + subject) in subjects

    def test_the_way_to_a_page(self, files: Mapping[str, bytes]) -> None:
        graph = self.graph(files, "api/v1/praktijken/leiden-proef.json")
        (crumbs,) = graph.subjects(RDF.type, SCHEMA.BreadcrumbList)
        positions = {
            int(str(graph.value(step, SCHEMA.position))) for step in graph.objects(crumbs, SCHEMA.itemListElement)
        }
        assert positions == {1, 2, 3}

    def test_the_catalogue_is_of_dcat_ap_nl(self, files: Mapping[str, bytes]) -> None:
        graph = Graph().parse(data=files["open-data/catalogus.ttl"].decode(), format="turtle")
        conforms, _, report = validate(graph, shacl_graph=str(SHAPES))
        assert conforms, report
        downloads = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
        assert {address.removeprefix(f"{HOST}/") for address in downloads} <= files.keys()

    def test_the_shapes_refuse_what_lacks_something(self, files: Mapping[str, bytes]) -> None:
        """The rules are rules: without its licence a distribution is refused."""
        text = files["open-data/catalogus.ttl"].decode()
        broken = re.sub(r"  dct:license <[^>]*> ;\n", "", text)
        conforms, _, _ = validate(Graph().parse(data=broken, format="turtle"), shacl_graph=str(SHAPES))
        assert not conforms


class TestMarkdown:
    """A copy of each page as text, and the list of them."""

    def test_the_copy_says_what_the_page_says(self, built: Build, files: Mapping[str, bytes]) -> None:
        for path, content in named(files, "/index.md"):
            html = MarkdownIt().render(content.decode())
            tree = page(built, f"/{path.removesuffix('index.md')}")
            shown = words(first(tree, "main")).replace("\xad", "")
            title = re.match(r"# (.+)", content.decode())
            assert html.startswith("<h1>")
            assert title
            assert title[1] == texts(tree, "h1")[0].replace("\xad", ""), path
            for heading in re.findall(r"^## (.+)$", content.decode(), re.MULTILINE):
                assert heading in {"Feiten", "Bronnen"} or heading in shown, path
            assert "[@" not in content.decode()

    def test_a_page_leads_to_its_copy(self, built: Build, files: Mapping[str, bytes]) -> None:
        """Where there is one, and nowhere else."""
        trees = {path: LexborHTMLParser(html) for path, html in html_files(built).items()}
        leads = {
            path.replace(".html", ".md"): attribute(tree, "link[type='text/markdown']", "href")
            for path, tree in trees.items()
            if tree.css_first("link[type='text/markdown']")
        }
        assert leads == {path: f"/{path}" for path in files if path.endswith("/index.md")}

    @pytest.mark.parametrize(
        "address", ["praktijken", "praktijken/bewijs/1", "gemeenten/leiden", "verslagen", "kansen"]
    )
    def test_a_list_names_what_its_page_names(self, built: Build, files: Mapping[str, bytes], address: str) -> None:
        """Every item to which the page leads from its list, and no other."""
        kinds = {"gemeenten/leiden": "praktijken", "praktijken/bewijs/1": "praktijken"}
        item = re.compile(rf"/{kinds.get(address, address)}/(?:[a-z-]+/#)?[a-z-]+/?$")
        found = re.findall(rf"\]\({HOST}(\S+?)\)", files[f"{address}/index.md"].decode())
        named = {link for link in found if item.search(link)}
        shown = {link for link in addresses(page(built, f"/{address}/"), "main a") if item.search(link)}
        assert named
        assert named <= shown

    def test_every_note_has_its_source(self, files: Mapping[str, bytes]) -> None:
        for _, content in named(files, "/index.md"):
            text = content.decode()
            noted = {*re.findall(r"\[\^(\d+)\](?!:)", text)}
            assert noted <= {*re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)}

    def test_llms_txt_leads_to_them(self, files: Mapping[str, bytes]) -> None:
        text = files["llms.txt"].decode()
        assert text.startswith("# De nieuwe binnenstad\n\n> ")
        listed = {address.removeprefix(f"{HOST}/") for address in re.findall(r"\]\((\S+?\.md)\)", text)}
        assert listed == {path for path in files if path.endswith(".md")}
