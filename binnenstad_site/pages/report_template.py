"""The template of the report of a workshop: a verslag in which only what that day gave is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.outputs import Output
from binnenstad_site.models.items import Verslag, Werkplaats
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.pages.builder import PageBuilder
from binnenstad_site.pages.workshop import REPORT

KEY = "oogstblad"
"""The source that every template has: the sheet on which the day ended."""
_INTRO = (
    f"# Het verslag van uw werkplaats. Vervang elke {FILL_IN}. Regels die met een hekje beginnen, zijn uitleg en mogen",
    "# blijven staan. Haal de trends en scenario's weg die niet aan bod kwamen. Een datum is JJJJ-MM-DD.",
)


def report_template(builder: PageBuilder) -> Iterator[Output]:
    """The file that the page of the workshop offers; nothing when there is no workshop."""
    for entry in builder.site.werkplaats.values():
        yield Output(REPORT.removeprefix("/"), template_text(builder, entry.item).encode("utf-8"))


def template_text(builder: PageBuilder, workshop: Werkplaats) -> str:
    """A verslag as Markdown, with the trends and scenarios of the site and one source."""
    guide = workshop.verslag
    hints = (guide.kort, guide.besproken, guide.mee, guide.open)
    sections = zip(Verslag.SECTIES or (), hints, strict=True)
    return "\n".join(["---", *_INTRO, *_fields(builder, workshop), "---", *_body(sections)]) + "\n"


def _fields(builder: PageBuilder, workshop: Werkplaats) -> Iterator[str]:
    hints_by_field = {field.naam: field.wat for field in workshop.verslag.velden}
    values: dict[str, list[str]] = {
        **{name: [f"{name}: {FILL_IN}"] for name in ("titel", "in_een_zin", "datum", "plaats")},
        "soort": ["soort: workshop"],
        "organisator": [f"organisator: {FILL_IN}"],
        "deelnemers": ["deelnemers:", f"  - {FILL_IN}"],
        "trends": ["trends:", *(f"  - {slug}" for slug in builder.site.trends)],
        "scenarios": ["scenarios:", *(f"  - {slug}" for slug in builder.site.scenarios)],
        "gemeenten": ["#gemeenten:", f"#  - {FILL_IN}"],
        "bronnen": ["bronnen:", f"  - sleutel: {KEY}", "    titel: Oogstblad van onze werkplaats"],
        "gecontroleerd": [f"gecontroleerd: {FILL_IN}"],
        "wijzigingen": ["wijzigingen:", f"  - datum: {FILL_IN}", "    soort: groot", "    wat: Eerste versie."],
    }
    values["bronnen"] += [f"    {name}: {FILL_IN}" for name in ("uitgever", "soort", "datum", "geraadpleegd")]
    for name, lines in values.items():
        if name in hints_by_field:
            yield f"# {hints_by_field[name]}"
        yield from lines


def _body(sections: Iterator[tuple[str, str]]) -> Iterator[str]:
    """The sections, each with what belongs there as a link definition, which no page shows."""
    for title, hint in sections:
        quoted = hint.replace('"', "”")
        yield from ("", f"## {title}", "", f'[uitleg]: # "{quoted}"', "", f"{FILL_IN} [@{KEY}].")
