"""The comment under a proposal: what it tells, and that nothing in a proposal can make it say or do anything else."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.repository.programs import ROOT, run
from tools.comment import MARK, MOST, Places, as_comment, code, main, plain
from tools.proposal import (
    FILE,
    MOST_BYTES,
    Binary,
    ChangedPage,
    Malformed,
    Message,
    NewHost,
    Proposal,
    as_json,
    read,
    unzipped,
)

PATH = "content/praktijken/delft-markt.md"
ERROR = Message("error", "onbekende-keuze", PATH, 6, '"lopt" is geen geldige status', 'Bedoelde u "loopt"?')
WARNING = Message("warning", "controle-nodig", "content/trends/werken.md", 3, "Dit is lang niet nagekeken", "")
PLACES = Places("https://github.com/x/y", "77", live="https://binnenstad.nl")
PROPOSAL = Proposal(
    12,
    True,
    (WARNING,),
    (ChangedPage("/praktijken/delft-markt/", "nieuw"), ChangedPage("/trends/werken/", "anders")),
    (NewHost("delft.nl", PATH),),
    (Binary("content/praktijken/delft-markt/plein.jpg", 123_456),),
)


def packed(text: bytes, name: str = FILE) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(name, text)
    return data.getvalue()


class TestComment:
    def test_the_whole_picture(self) -> None:
        assert as_comment(PROPOSAL, PLACES) == (
            f"{MARK}\n\n## Wat de controle ziet\n\n"
            "**1 waarschuwing.** Een waarschuwing houdt het voorstel niet tegen, maar kijk er even naar.\n\n"
            "### 2 pagina’s\n\n"
            "| pagina | voorbeeld | nu live |\n| --- | --- | --- |\n"
            "| `/praktijken/delft-markt/` | `praktijken/delft-markt/index.html` | nog niet |\n"
            "| `/trends/werken/` | `trends/werken/index.html` | [nu](https://binnenstad.nl/trends/werken/) |\n\n"
            "Het voorbeeld opent op uw eigen computer: haal [het bestand `voorbeeld`]"
            "(https://github.com/x/y/actions/runs/77#artifacts) op, onderaan die pagina, pak het uit en open de "
            "pagina. Lezen kan daar, zoeken en kiezen niet.\n\n"
            "### Nieuwe andere sites\n\nDeze noemt de inhoud nog nergens. Kijk of u ze vertrouwt.\n\n"
            "- `delft.nl` in `content/praktijken/delft-markt.md`\n\n"
            "### Bestanden die geen tekst zijn\n\n"
            "Bij een wijziging zijn ze niet te lezen. Open ze, en kijk of we ze mogen gebruiken.\n\n"
            "- `content/praktijken/delft-markt/plein.jpg`, 123 kB\n\n"
            "### Meldingen\n\n"
            "Bij de regels zelf toont GitHub hooguit tien fouten en tien waarschuwingen. Hier staan ze allemaal, en "
            "ook op [de pagina van deze keer](https://github.com/x/y/actions/runs/77).\n\n"
            "**Waarschuwing** in `content/trends/werken.md`\n\n"
            "- regel 3, [controle-nodig](https://github.com/x/y/blob/main/docs/fouten.md#controle-nodig): "
            "Dit is lang niet nagekeken\n"
        )

    def test_a_preview_at_netlify_is_a_link(self) -> None:
        text = as_comment(PROPOSAL, replace(PLACES, netlify="binnenstad"))
        assert "[bekijk](https://deploy-preview-12--binnenstad.netlify.app/trends/werken/)" in text
        assert "pak het uit" not in text

    def test_with_errors_there_is_no_preview(self) -> None:
        text = as_comment(replace(PROPOSAL, messages=(WARNING, ERROR)), PLACES)
        assert "**1 fout en 1 waarschuwing.** Een fout houdt het voorstel tegen" in text
        assert "| `/trends/werken/` | na verbetering | [nu]" in text
        assert text.index("**Fout** in") < text.index("**Waarschuwing** in")
        assert r"\"lopt\" is geen geldige status<br>Oplossing: Bedoelde u \"loopt\"\?" in text

    def test_what_goes_is_told_and_what_is_not_known_too(self) -> None:
        proposal = replace(PROPOSAL, pages=(ChangedPage("/oud/", "weg"),))
        assert "| `/oud/` | gaat weg | adres niet bekend |" in as_comment(proposal, replace(PLACES, live=""))

    def test_nothing_to_tell(self) -> None:
        empty = Proposal(1, True, (), (), (), ())
        assert as_comment(empty, PLACES) == f"{MARK}\n\n## Wat de controle ziet\n\nGeen fouten gevonden.\n"
        assert "niet klaar gekomen" in as_comment(replace(empty, is_checked=False), PLACES)

    def test_all_messages_and_a_sentence_when_they_do_not_fit(self) -> None:
        text = as_comment(replace(PROPOSAL, messages=tuple(replace(ERROR, line=n) for n in range(1, 101))), PLACES)
        assert len(re.findall("^- regel ", text, re.MULTILINE)) == 100
        assert "te lang" not in text
        wide = replace(ERROR, message="\U0001f600" * 900)
        text = as_comment(replace(PROPOSAL, messages=tuple(replace(wide, line=n) for n in range(1, 101))), PLACES)
        assert len(text.encode("utf-16-le")) // 2 <= MOST
        assert text.endswith(
            "Dit bericht is te lang voor GitHub. De andere meldingen staan op "
            "[de pagina van deze keer](https://github.com/x/y/actions/runs/77).\n"
        )

    def test_a_proposal_with_everything_fits_without_its_messages(self) -> None:
        """Else the cut would have nothing to cut at."""
        path = "p" * 1000
        rows = replace(
            PROPOSAL,
            pages=(ChangedPage(f"/{'a' * 198}/", "anders"),) * 1000,
            hosts=(NewHost("a" * 253, path),) * 1000,
            binaries=(Binary(path, 1),) * 1000,
        )
        assert len(as_comment(read(as_json(rows).encode()), replace(PLACES, netlify="n" * 40))) <= MOST


HOSTILE = [
    "@iedereen kijk",
    "<img src=x onerror=alert(1)>",
    "[klik](https://kwaad.nl)",
    "![x](https://kwaad.nl/x.png)",
    "zie https://kwaad.nl en www.kwaad.nl",
    "regel\n## kop",
    "a | b",
    "sluit #1 en GH-2 en x/y#3",
    "`code` ``meer``",
    "<!-- x --> </details>",
    "info@voorbeeld.nl",
    "&lt;b&gt;",
    ":tada: ~~weg~~ *vet* __vet__ $x$",
    "\\`\\@a",
]


class TestEscaping:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_outside_code_only_plain_words_are_left(self, text: str) -> None:
        shown = plain(text)
        outside = re.sub(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)", "", shown)
        assert "\n" not in shown
        assert not re.search(r"(?<!\\)[@<>\[\]|#&:*_~$]", outside), shown
        assert "www." not in outside

    def test_words_stay_words(self) -> None:
        assert (
            plain('Bedoelde u "loopt"? Kies uit: idee, proef.') == r"Bedoelde u \"loopt\"\? Kies uit\: idee\, proef\."
        )
        assert plain("Vul <vul in> hier in") == "Vul `<vul in>` hier in"

    def test_an_address_can_be_copied(self) -> None:
        assert plain("Bedoelde u https://x.nl/a_b?c=1?") == "Bedoelde u `https://x.nl/a_b?c=1?`"

    @settings(max_examples=200, deadline=None)
    @given(st.text())
    def test_code_is_one_span(self, text: str) -> None:
        shown = code(text)
        if shown:
            fence = re.match("`+", shown)
            assert fence is not None
            inside = shown[len(fence.group()) : -len(fence.group())]
            assert fence.group() not in re.findall("`+", inside)
        assert shown.isprintable()

    @pytest.mark.parametrize("text", HOSTILE)
    def test_nowhere_in_a_comment(self, text: str) -> None:
        """Each place that takes text takes it as text."""
        row = Message("error", "te-lang", text, 1, text, text)
        hostile = replace(PROPOSAL, messages=(row,), hosts=(NewHost("x.nl", text),), binaries=(Binary(text, 1),))
        lines = as_comment(hostile, PLACES).splitlines()
        assert len(lines) == len(as_comment(replace(hostile, messages=(replace(row, hint="x"),)), PLACES).splitlines())
        assert "## kop" not in lines


class TestFile:
    def test_back_and_forth(self) -> None:
        assert read(as_json(PROPOSAL).encode()) == PROPOSAL
        assert unzipped(packed(b"{}")) == b"{}"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("number", 0),
            ("number", "12"),
            ("number", True),
            ("number", 12.5),
            ("is_checked", 1),
            ("messages", {}),
            ("messages", [[]]),
            ("pages", [{"address": "javascript:x", "state": "nieuw"}]),
            ("pages", [{"address": "/a/../b/", "state": "nieuw"}]),
            ("pages", [{"address": "/a/)|x/", "state": "nieuw"}]),
            ("pages", [{"address": "/a/\n", "state": "nieuw"}]),
            ("pages", [{"address": "/a/", "state": "<b>"}]),
            ("pages", [{"address": f"/{'a' * 200}/", "state": "weg"}]),
            ("hosts", [{"host": "a" * 254, "path": ""}]),
            ("hosts", [{"host": "x.nl/`", "path": ""}]),
            ("binaries", [{"path": "x" * 2000, "size": 1}]),
            ("binaries", [{"path": "x", "size": -1}]),
            ("binaries", [{"path": "x", "size": 1}] * 10_001),
        ],
    )
    def test_any_other_shape_is_refused(self, name: str, value: object) -> None:
        fields = json.loads(as_json(PROPOSAL)) | {name: value}
        with pytest.raises(Malformed):
            read(json.dumps(fields).encode())

    @pytest.mark.parametrize("data", [b"", b"x", b"[]", b"null", b"\xff", b"[" * 100_000, b" " * (MOST_BYTES + 1)])
    def test_what_is_no_such_file_is_refused(self, data: bytes) -> None:
        with pytest.raises(Malformed):
            read(data)

    def test_a_zip_is_read_no_further_than_is_allowed(self) -> None:
        with pytest.raises(Malformed):
            read(unzipped(packed(b" " * (MOST_BYTES * 5))))
        for data in (b"", b"PK", packed(b"{}", "../voorstel.json")):
            with pytest.raises(Malformed):
                unzipped(data)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, out = tmp_path / "voorstel.zip", tmp_path / "reactie.md"
    file.write_bytes(packed(as_json(PROPOSAL).encode()))
    where = ["--out", str(out), "--server", "https://github.com", "--repository", "x/y", "--run", "77"]
    assert main([str(file), *where, "--live", "https://binnenstad.nl/"]) == 0
    assert capsys.readouterr().out == "12\n"
    assert out.read_text(encoding="utf-8") == as_comment(PROPOSAL, PLACES)
    file.write_bytes(b"")
    assert main([str(file), *where]) == 1
    assert "er komt geen reactie" in capsys.readouterr().err


def test_it_needs_no_packages() -> None:
    """The workflow that can comment installs nothing."""
    process = run("python3", "-I", "-S", "-c", f"import sys; sys.path[:0] = [{str(ROOT)!r}]; import tools.comment")
    assert process.returncode == 0, process.stderr
