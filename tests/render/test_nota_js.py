"""The nota in the browser (`js/nota/`), run by Node: what a link holds, what fits, and which praktijk is meant."""

from __future__ import annotations

import json
import random
import subprocess
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from binnenstad_site.exports.nota_data import contribution_values
from binnenstad_site.pages.nota_assembly import ALWAYS, CUT, ROOM, assembled, height
from binnenstad_site.pages.parts.nota_parts import Bijdrage, NotaBron, NotaDeel, NotaRegel

JS = Path(__file__).parents[2] / "templates/assets/js"
SEED = 13
LISTS = ("uitkomst", "mis", "wet", "stappen", "kanttekeningen")
WORDS = ("leegstand", "eigenaar", "gemeente", "subsidie", "straat", "bewoner", "fonds", "€ 1.200", "2019", "“é”")


def run(expression: str, value: object = None) -> Any:
    """What an expression over the names of the modules, with `value`, gives; praktijken `a` … `f` are known."""
    paths = {name: json.dumps((JS / f"{name}.js").as_uri()) for name in ("state", "nota/choice", "nota/assembly")}
    script = f"""
import {{ packed, packText }} from {paths["state"]};
import {{ emptyChoice, fitted, fromFragment, toFragment }} from {paths["nota/choice"]};
import {{ assembled, height }} from {paths["nota/assembly"]};
import {{ findPraktijken }} from {json.dumps((JS / "praktijk_names.js").as_uri())};
const isKnown = (slug) => /^[a-f]$/.test(slug);
const value = {json.dumps(value)};
console.log(JSON.stringify({expression}));
"""
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def choice(*slugs: str, gemeente: str = "", cijfers: str = "", vraag: str = "") -> dict[str, object]:
    return {"gemeente": gemeente, "cijfers": cijfers, "vraag": vraag, "slugs": list(slugs)}


class TestLink:
    """What a link holds."""

    def test_a_choice_comes_back(self) -> None:
        whole = choice("a", "c", gemeente="’s-Gravenhage", cijfers="18 % leegstand", vraag="Wat <b>nu</b>? 🙂")
        read = run("fromFragment(toFragment(value), isKnown)", whole)
        assert read == {"choice": whole, "gone": [], "problem": ""}
        assert run("toFragment(emptyChoice())") == ""

    def test_the_compare_page_hands_over_its_choice(self) -> None:
        read = run('fromFragment("#p=a,b,b,weg-ermee", isKnown)')
        assert read == {"choice": choice("a", "b"), "gone": ["weg-ermee"], "problem": ""}

    def test_a_praktijk_that_is_gone_is_named_and_the_rest_kept(self) -> None:
        read = run("fromFragment(toFragment(value), isKnown)", choice("a", "ooit-iets", "b", vraag="Hoe?"))
        assert read == {"choice": choice("a", "b", vraag="Hoe?"), "gone": ["ooit-iets"], "problem": ""}

    def test_three_praktijken_at_most(self) -> None:
        assert run('fromFragment("#p=a,b,c,d", isKnown).choice.slugs') == ["a", "b", "c"]
        assert run('fromFragment(packed("n", 1, "~~~a~b~c~d"), isKnown).problem') == "kapot"

    def test_what_is_unseen_or_turns_text_around_is_dropped(self) -> None:
        packed = '`#${packed("n", 1, [packText(value), "", ""].join("~")).slice(1)}`'
        assert run(f"fromFragment({packed}, isKnown).choice.gemeente", "A\u202eB\u0007\u2066C") == "ABC"

    def test_a_question_that_does_not_fit_loses_its_end(self) -> None:
        long = choice("a", "b", "c", gemeente="x" * 40, cijfers="€" * 60, vraag="vraag “é” " * 16)
        short = run("fitted(value, 540)", long)
        assert long["vraag"].startswith(short["vraag"])  # type: ignore[attr-defined]
        assert len(short["vraag"]) > 40
        assert len(run("toFragment(value)", short)) <= 540
        assert run("fitted(value, 9999)", long)["vraag"] == long["vraag"]

    @pytest.mark.parametrize(
        ("fragment", "problem"),
        [
            ("", "leeg"),
            ("#n=", "kapot"),
            ("#n=1.abc.000", "kapot"),
            ("#n=" + "9" * 100_000, "kapot"),
            ("#n=<script>alert(1)</script>", "kapot"),
        ],
    )
    def test_a_link_that_cannot_be_read(self, fragment: str, problem: str) -> None:
        assert run("fromFragment(value, isKnown)", fragment) == {"choice": choice(), "gone": [], "problem": problem}

    def test_another_version_and_a_cut_link(self) -> None:
        assert run('fromFragment(packed("n", 2, "~~~a"), isKnown).problem') == "versie"
        fragment = run("toFragment(value)", choice("a", vraag="Hoe?"))
        cut = [fragment[:length] for length in range(3, len(fragment))]
        assert set(run("value.map((text) => fromFragment(text, isKnown).problem)", cut)) == {"kapot"}

    def test_noise_never_throws(self) -> None:
        """Any letters, also with a right checksum."""
        generator = random.Random(SEED)
        signs = "#np=12.~-_azAZ09%<>&\"' ,\n\u202eé🙂"
        noise = ["".join(generator.choice(signs) for _ in range(generator.randrange(300))) for _ in range(2000)]
        begun = [f"#{generator.choice('np')}={text}" for text in noise]
        payloads = ["".join(generator.choice("aB9~_-") for _ in range(generator.randrange(200))) for _ in range(2000)]
        rows = run("value.map((text) => fromFragment(text, isKnown))", noise + begun)
        rows += run('value.map((text) => fromFragment(packed("n", 1, text), isKnown))', payloads)
        assert {row["problem"] for row in rows} <= {"", "leeg", "versie", "kapot"}
        assert all(len(row["choice"]["slugs"]) <= 3 and len(row["choice"]["vraag"]) <= 160 for row in rows)


def lines(generator: random.Random, most: int, sources: int) -> tuple[NotaRegel, ...]:
    """Lines of any length, each with some of the sources."""

    def text(longest: int) -> str:
        return " ".join(generator.choices(WORDS, k=generator.randrange(1, longest)))

    def one() -> NotaRegel:
        cited = tuple(generator.sample(range(sources), generator.randrange(min(3, sources) + 1)))
        return NotaRegel(generator.choice(["", text(3)]), text(40), cited, generator.choice(["", text(20)]))

    return tuple(one() for _ in range(generator.randrange(most)))


def contribution(generator: random.Random, number: int) -> Bijdrage:
    sources = tuple(
        NotaBron(f"Titel {place}", "De Krant", "2024", generator.choice(["", f"https://a.example/{place}"]))
        for place in range(generator.randrange(1, 12))
    )
    own: dict[str, Any] = {name: lines(generator, 8, len(sources)) for name in ("begin", "bedragen", *LISTS)}
    return Bijdrage(titel=f"Praktijk {number}", adres=f"/p/{number}/", zin="Zin " * 30, bronnen=sources, **own)


def written(line: NotaRegel | list[Any]) -> list[Any]:
    """A line of either side, with all its fields."""
    values = [line.vet, line.tekst, list(line.bronnen), line.klein] if isinstance(line, NotaRegel) else line
    return [*values, *["", "", [], ""][len(values) :]]


def comparable(nota: NotaDeel) -> dict[str, Any]:
    rows = [
        {"titel": r.titel, "begin": [*map(written, r.begin)], "bedragen": [*map(written, r.bedragen)]}
        for r in nota.rijen
    ]
    return {
        "rijen": rows,
        "bronnen": [list(astuple(source)) for source in nota.bronnen],
        **{name: [*map(written, getattr(nota, name))] for name in LISTS},
    }


class TestAssembly:
    """The browser and the build make the same nota of the same praktijken."""

    def test_both_leave_out_the_same_and_number_alike(self) -> None:
        generator = random.Random(SEED)
        rounds = [[contribution(generator, i) for i in range(generator.randrange(1, 4))] for _ in range(60)]
        values = [[contribution_values(one) for one in chosen] for chosen in rounds]
        always, cut = [[line.vet, line.tekst] for line in ALWAYS], [CUT.vet, CUT.tekst]
        expression = f"value.map((one) => assembled(one, {json.dumps(always)}, {json.dumps(cut)}))"
        made = run(expression, values)
        for chosen, nota in zip(rounds, made, strict=True):
            rows = [
                {
                    "titel": row["titel"],
                    "begin": [*map(written, row["begin"])],
                    "bedragen": [*map(written, row["bedragen"])],
                }
                for row in nota["rijen"]
            ]
            lists = {name: [*map(written, nota[name])] for name in LISTS}
            assert {"rijen": rows, "bronnen": nota["bronnen"], **lists} == comparable(assembled(chosen))

    def test_what_fits_is_whole_and_the_rest_is_cut_by_the_same_number(self) -> None:
        line = NotaRegel("Plaats:", "woord " * 60)
        small = assembled([Bijdrage(titel="A", mis=(line,) * 3)])
        assert len(small.mis) == 3
        assert CUT not in small.kanttekeningen
        large = assembled([Bijdrage(titel=name, mis=(line,) * 6, uitkomst=(line,) * 6) for name in "ABC"])
        assert (len(large.mis), len(large.uitkomst)) == (12, 9)
        assert large.kanttekeningen[-1] == CUT
        assert height(large) <= ROOM

    def test_steps_stay_whole(self) -> None:
        step = NotaRegel("", "stap " * 60)
        nota = assembled([Bijdrage(titel=name, stappen=(step,) * 8, mis=(step,) * 6) for name in "ABC"])
        assert (len(nota.stappen), len(nota.mis)) == (24, 3)

    def test_a_source_of_two_has_one_number_and_a_law_stands_once(self) -> None:
        source = NotaBron("Een stuk", "De Krant", "2024", "https://krant.example/stuk")
        law = NotaRegel("Leegstandwet:", "De raad kan dat.", (0,))
        line = NotaRegel("", "Zin.", (0,))
        nota = assembled([Bijdrage(titel=name, wet=(law,), mis=(line,), bronnen=(source,)) for name in "AB"])
        assert nota.bronnen == (source,)
        assert [line.bronnen for line in (*nota.mis, *nota.wet)] == [(1,)] * 3


class TestNames:
    """Which praktijk a reader means."""

    ALL = (["den-bosch-x", "’s-Hertogenbosch: één straat"], ["oss", "Oss"], ["oss-twee", "Oss, nog een"])

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("oss", ["oss"]),
            ("OSS nog", ["oss-twee"]),
            ("een straat", ["den-bosch-x"]),
            ("den bosch", ["den-bosch-x"]),
            ("o", ["den-bosch-x", "oss", "oss-twee"]),
            ("niets", []),
            ("  <>", []),
        ],
    )
    def test_by_title_and_by_every_word(self, typed: str, meant: list[str]) -> None:
        rows = run("findPraktijken(value[0], value[1])", [self.ALL, typed])
        assert [slug for slug, _ in rows] == meant
