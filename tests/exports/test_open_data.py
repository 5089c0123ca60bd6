"""The open data says what the pages say, and programs that we did not write can read all of it."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pytest
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser, LexborNode

from binnenstad_site.cli import main
from binnenstad_site.core.citations import claim_id
from binnenstad_site.core.memo import Memo
from binnenstad_site.core.outputs import size_text
from binnenstad_site.exports.opendata import OpenData, data_paths
from binnenstad_site.exports.opendata.tables import safe
from binnenstad_site.pages.data_tables import IN_FULL, ONE_BY_ONE, TABLES
from binnenstad_site.pipeline import Build, Options, Session
from tests.conftest import TODAY, build
from tests.visiting import LAST, PRAKTIJK, WITHDRAWN, first, lay_out, page, text_file, texts, words

Change = Callable[..., None]
FROZEN = Path(__file__).parent / "v1"
HOST = "https://binnenstad.example"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(lay_out(tmp_path_factory.mktemp("open-data")))


@pytest.fixture(scope="module")
def files(built: Build) -> Mapping[str, bytes]:
    return files_of(built)


@pytest.fixture(scope="module")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files on disk, for programs that read only there."""
    target = tmp_path_factory.mktemp("downloaded")
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return target


def files_of(built: Build) -> dict[str, bytes]:
    assert built.data
    return {output.path: output.read() for output in built.data.files}


def rows(files: Mapping[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"open-data/{table}.csv"].decode("utf-8"))))


def items(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Collection and value of every item that the API gives in full."""
    for path, content in files.items():
        parts = path.split("/")
        if path.startswith("api/v1/") and len(parts) > 3 and parts[2] != "schema":
            yield parts[2], json.loads(content)
    for name in IN_FULL:
        yield from ((name, item) for item in json.loads(files[f"api/v1/{name}.json"])["items"])


def claims_said(item: Mapping[str, Any]) -> dict[str, list[str]]:
    """The id of each claim of an item with the titles of its sources, as the data give them."""
    sources = {source["sleutel"]: source["titel"] for source in item.get("bronnen", ())}
    return {claim["claim"]: sorted({sources[key] for key in claim["bronnen"]}) for claim in item.get("claims", ())}


def claims_shown(scope: LexborNode) -> dict[str, list[str]]:
    """The same as a reader sees it: the sentences with an id, and where their numbers lead in the list of sources."""
    shown: dict[str, list[str]] = {}
    for node in scope.css('[id^="c-"]'):
        numbers = {link.attributes["href"] or "" for link in node.css('a[href*="bron-"]')}
        titles = [words(first(scope, f'[id="{number[1:]}"] .bron-titel')) for number in numbers]
        shown[node.attributes["id"] or ""] = sorted(titles)
    return shown


def shown_sizes(tree: LexborHTMLParser) -> dict[str, str]:
    """The size that the page of the open data shows behind each link, by path."""
    places = (place for name in ("li", "td", "p") for place in tree.css(f"main {name}"))
    pairs = (pair for place in places for pair in zip(place.css("a"), place.css(".vast"), strict=False))
    return {(link.attributes["href"] or "").removeprefix("/"): words(node) for link, node in pairs}


class TestTables:
    """CSV for programs and for a Dutch spreadsheet."""

    def test_frictionless_reads_the_package(self, folder: Path) -> None:
        """Every table has the columns, types, size, digest and number of rows that its description says."""
        package = frictionless.Package(str(folder / "open-data/datapackage.json"))
        report = package.validate()
        assert [task.errors for task in report.tasks if not task.valid] == []
        assert report.valid
        assert [resource.name for resource in package.resources] == [table.naam for table in TABLES]

    def test_the_spreadsheet_way_says_the_same(self, files: Mapping[str, bytes]) -> None:
        for table in TABLES:
            content = files[f"open-data/{table.naam}-excel.csv"]
            assert content.startswith(b"\xef\xbb\xbf")
            own = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
            decimals = {column.naam for column in table.kolommen if column.soort == "number"}
            dotted = [{k: v.replace(",", ".") if k in decimals else v for k, v in row.items()} for row in own]
            assert dotted == rows(files, table.naam)

    @pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "=1\n=2"])
    def test_no_cell_is_a_formula(self, text: str) -> None:
        assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r"))
        assert "\n" not in safe(text)

    @pytest.mark.parametrize("value", ["-5", "-1.200", "-3,5", "gewoon", "", "€ 5"])
    def test_what_is_no_formula_stays(self, value: str) -> None:
        assert safe(value) == value

    def test_a_formula_in_the_content(self, project: Path, change: Change) -> None:
        change(PRAKTIJK, "titel: Een proef in de hoofdstraat", 'titel: "=1+1 in de hoofdstraat"')
        titles = [row["titel"] for row in rows(files_of(build(project)), "praktijken")]
        assert "'=1+1 in de hoofdstraat" in titles

    def test_a_claim_keeps_its_id_when_it_moves(self) -> None:
        assert claim_id("Het werd  stiller.") == claim_id("het werd stiller") != claim_id("Het werd drukker.")

    def test_every_citation_of_a_text_is_a_claim(self, built: Build, files: Mapping[str, bytes]) -> None:
        """Each leads to the sentence itself, or to the line of the field that holds it."""
        claims = [row for row in rows(files, "claims") if row["item"] == "praktijken/leiden-proef"]
        tree = page(built, "/praktijken/leiden-proef/")
        text = words(first(tree, "main"))
        assert claims
        for row in claims:
            place = first(tree, f"#{row['adres'].partition('#')[2]}")
            assert row["claim"] == place.attributes["id"]
            assert place.tag == "sup" or words(place).startswith(row["zin"].split(".")[0].split(",")[0])
            assert row["zin"].split()[0] in text
            assert row["bron_url"] or row["bron"]
            assert row["soort"] == "krant"

    def test_every_address_of_a_claim_is_on_its_page(self, built: Build, files: Mapping[str, bytes]) -> None:
        ids: dict[str, set[str | None]] = {}
        for row in rows(files, "claims"):
            address, _, place = row["adres"].removeprefix(HOST).partition("#")
            if address not in ids:
                ids[address] = {node.attributes["id"] for node in page(built, address).css("[id]")}
            assert place in ids[address]

    def test_what_shares_a_page_has_ids_of_its_own(self) -> None:
        assert claim_id("Het werd stil.", "een-kans") != claim_id("Het werd stil.", "nog-een")


class TestApi:
    """JSON of every item, and the promise that v1 never breaks."""

    def test_every_item_holds_its_own_schema(self, files: Mapping[str, bytes]) -> None:
        for name, item in items(files):
            schema = json.loads(files[f"api/v1/schema/{name}.json"])
            Draft202012Validator.check_schema(schema)
            Draft202012Validator(schema).validate(item)

    @pytest.mark.parametrize("name", [*ONE_BY_ONE, *IN_FULL])
    def test_v1_never_breaks(self, files: Mapping[str, bytes], name: str) -> None:
        """The schema as it was published first holds the data of today. These files are never changed."""
        schema = Draft202012Validator(json.loads((FROZEN / f"{name}.json").read_bytes()))
        for own, item in items(files):
            if own == name:
                schema.validate(item)

    @pytest.mark.parametrize("name", [*ONE_BY_ONE, *IN_FULL])
    def test_every_list_is_complete(self, files: Mapping[str, bytes], name: str) -> None:
        listed = json.loads(files[f"api/v1/{name}.json"])
        assert listed["aantal"] == len(listed["items"])
        if name in ONE_BY_ONE:
            addresses = {item["json"].removeprefix(f"{HOST}/") for item in listed["items"]}
            assert addresses == {path for path in files if path.startswith(f"api/v1/{name}/")}

    def test_twenty_items_say_what_their_pages_say(self, built: Build, files: Mapping[str, bytes]) -> None:
        """Title, address and claims of random items, and of a praktijk its evidence and number of sources."""
        chosen = random.Random(20261202).sample([pair for pair in items(files) if "titel" in pair[1]], 20)
        chosen += [pair for pair in items(files) if pair[0] == "praktijken"]
        assert sum(len(item.get("claims", ())) for _, item in chosen) > 20
        for name, item in chosen:
            address, _, anchor = item["adres"].removeprefix(HOST).partition("#")
            if name in {"stellingen", "paginas"}:
                continue
            tree = page(built, address)
            scope = first(tree, f'[id="{anchor}"]') if anchor else first(tree, "main")
            shown = words(scope).replace("\xad", "")
            assert item["titel"].replace("\xa0", " ") in shown, item["id"]
            assert claims_said(item) == claims_shown(scope), item["id"]
            if name == "praktijken":
                sources = {node.attributes["id"] for node in tree.css("[id^=bron-]")}
                (row,) = [row for row in rows(files, "praktijken") if row["id"] == item["slug"]]
                assert row["bewijs"] == item["bewijs"]
                assert f"{row['bewijs']} van 4" in shown
                assert int(row["bronnen"]) == len(item["bronnen"]) == len(sources)

    def test_a_withdrawn_item_is_not_given(self, project: Path, change: Change) -> None:
        change("content/verslagen/ronde-tafel.md", LAST, WITHDRAWN)
        assert "api/v1/verslagen/ronde-tafel.json" not in files_of(build(project))


class TestPackage:
    """What lies beside the tables."""

    def test_the_map(self, files: Mapping[str, bytes]) -> None:
        collection: FeatureCollection[Any] = FeatureCollection.model_validate_json(
            files["open-data/praktijken.geojson"]
        )
        assert len(collection.features) == len(rows(files, "praktijken"))
        west, south, east, north = 3, 50, 8, 54
        for feature in collection.features:
            assert feature.geometry is not None
            longitude, latitude = json.loads(feature.geometry.model_dump_json())["coordinates"][:2]
            assert west < longitude < east
            assert south < latitude < north

    def test_the_zip_proves_itself(self, files: Mapping[str, bytes]) -> None:
        with zipfile.ZipFile(io.BytesIO(files["open-data/de-nieuwe-binnenstad.zip"])) as archive:
            content = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
        lines = (line.split("  ") for line in content.pop("SHA256SUMS").decode().splitlines())
        sums = {name: digest for digest, name in lines}
        assert sums == {name: sha256(data).hexdigest() for name, data in content.items()}
        assert {"LICENTIE.txt", "codeboek.md", "datapackage.json", "praktijken.csv"} <= content.keys()

    def test_the_codebook_explains_every_column(self, files: Mapping[str, bytes]) -> None:
        codebook = files["open-data/codeboek.md"].decode()
        for table in TABLES:
            part = codebook.partition(f"## {table.naam}.csv")[2].partition("\n## ")[0]
            assert [column.naam for column in table.kolommen if f"| {column.naam} |" not in part] == []


class TestMaking:
    """When the files are made."""

    def test_paths_are_known_before(self, built: Build, files: Mapping[str, bytes]) -> None:
        assert built.data
        assert data_paths(built.data.builder) == files.keys()

    def test_check_makes_none(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(OpenData, "files", property(lambda self: pytest.fail("made")))
        assert main.main(["check", "--date", "2026-11-24"]) == 0

    def test_again_gives_the_same_bytes(self, project: Path, files: Mapping[str, bytes]) -> None:
        """Of the files, and of the page that names their sizes."""
        session, pages = Session(project, Memo()), set()
        for _ in range(2):
            made = session.build(Options(TODAY, data=True))
            assert files_of(made) == files
            pages.add(text_file(made, "open-data/index.html"))
            session.end(made)
        assert len(pages) == 1

    def test_the_page_names_the_size_of_every_file(self, project: Path, files: Mapping[str, bytes]) -> None:
        stages: list[str] = []
        tree = page(Session(project).build(Options(TODAY, data=True), stages.append), "/open-data/")
        assert stages == ["load", "validate", "link", "derive", "data", "render", "check"]
        made = shown_sizes(tree)
        assert made == {path: size_text(len(files[path])) for path in made}
        wanted = ("praktijken.csv", "claims-excel.csv", "praktijken.geojson", "de-nieuwe-binnenstad.zip")
        assert made.keys() >= {f"open-data/{name}" for name in wanted} | {"api/v1/schema/trends.json"}

    def test_nothing_is_made_of_a_mistake(self, project: Path, change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
        """Also of one that only the rules over the whole site find."""
        monkeypatch.setattr(OpenData, "files", property(lambda self: pytest.fail("made")))
        change(PRAKTIJK, "titel: Een proef in de hoofdstraat", "titel: Makers in lege panden")
        assert Session(project).build(Options(TODAY, data=True)).failed

    def test_without_files_the_page_names_no_size(self, built: Build) -> None:
        assert shown_sizes(page(built, "/open-data/")) == {}


class TestExamples:
    """The examples of the page, as they stand there."""

    def counted(self, files: Mapping[str, bytes]) -> dict[str, int]:
        return Counter(row["uitkomst"] or "niet beoordeeld" for row in rows(files, "praktijken"))

    def code(self, built: Build, heading: str, folder: Path) -> str:
        sections = page(built, "/open-data/").css("section")
        section = next(node for node in sections if node.css_first(f"#opendata-{heading}"))
        return first(section, "code").text().replace(f"{HOST}/", f"{folder.as_uri()}/")

    def lines(self, printed: str) -> dict[str, int]:
        return {
            name: int(number) for name, _, number in (line.strip().rpartition(" ") for line in printed.splitlines())
        }

    def test_in_a_spreadsheet(self, built: Build, files: Mapping[str, bytes], folder: Path) -> None:
        formula = self.code(built, "rekenblad", folder).strip()
        column, _, rest = formula.removeprefix("=AANTAL.ALS(").partition(":")
        assert rest == f'{column};"gehaald")'
        sheet = list(
            csv.reader(io.StringIO(files["open-data/praktijken-excel.csv"].decode("utf-8-sig")), delimiter=";")
        )
        place = ord(column) - ord("A")
        assert Counter(row[place] or "niet beoordeeld" for row in sheet[1:]) == self.counted(files)

    def test_in_python(self, built: Build, files: Mapping[str, bytes], folder: Path) -> None:
        program = [sys.executable, "-I", "-c", self.code(built, "python", folder)]
        printed = subprocess.run(program, capture_output=True, check=True, text=True).stdout
        assert self.lines(printed) == self.counted(files)

    def test_in_r(self, built: Build, files: Mapping[str, bytes], folder: Path) -> None:
        program = ["Rscript", "--vanilla", "-e", self.code(built, "r", folder)]
        printed = subprocess.run(program, capture_output=True, check=True, text=True).stdout
        assert self.lines(printed) == self.counted(files)


def test_the_page_names_every_table(built: Build) -> None:
    tree = page(built, "/open-data/")
    assert texts(tree, "#opendata-bestanden ~ .sectie tbody th") == [table.titel for table in TABLES]
