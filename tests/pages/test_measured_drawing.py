"""The measured drawing on the page of a praktijk: what is drawn, what is said of it, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import build
from tests.visiting import PRAKTIJK, first, page, texts, words

Change = Callable[..., None]
URL = "/praktijken/leiden-proef/"
DRAWN = """tekening:
  soort: vlakken
  eenheid: vierkante meter
  tekst: De winkelvloer van de hoofdstraat in twee jaren.
  niet_bekend: Hoe hoog de panden zijn, staat niet in de bron.
  standen:
    - naam: Winkelvloer
      jaar: 2018
      getal: 9.000
      bron:
        - krant-2024
    - naam: Winkelvloer
      jaar: onbekend
      getal: 6.000
      deel:
        naam: leeg
        procent: 12,5
      bron:
        - krant-2024
wat_ging_mis:"""


def test_measures_stand_in_words_with_their_source(project: Path, change: Change) -> None:
    change(PRAKTIJK, "wat_ging_mis:", DRAWN)
    tree = page(build(project), URL)
    assert texts(tree, ".standen li") == [
        "Winkelvloer, 2018 9.000 vierkante meter bron 1",
        "Winkelvloer 6.000 vierkante meter bron 1 waarvan 12,5 procent leeg",
    ]
    assert [svg.attributes["aria-label"] for svg in tree.css(".op-schaal svg")] == [
        "Vierkant op schaal: 9.000 vierkante meter.",
        "Vierkant op schaal: 6.000 vierkante meter, waarvan 12,5 procent leeg.",
        "Schaalbalk van 50 meter",
    ]
    assert words(first(tree, ".schaalbalk")) == "50 meter"


def test_the_caption_says_what_is_not_drawn(project: Path, change: Change) -> None:
    change(PRAKTIJK, "wat_ging_mis:", DRAWN)
    caption = words(first(page(build(project), URL), ".op-schaal figcaption"))
    assert caption == (
        "De winkelvloer van de hoofdstraat in twee jaren. Gestippeld: de stand ervoor. Getekend naar maten uit "
        "bronnen: elk vierkant heeft de juiste oppervlakte; vorm en plaats van de gebouwen zijn niet bekend en niet "
        "getekend. Hoe hoog de panden zijn, staat niet in de bron."
    )


def test_what_is_counted_has_no_scale_bar_and_what_is_not_measured_no_drawing(project: Path, change: Change) -> None:
    assert not page(build(project), URL).css(".op-schaal")
    counted = DRAWN.replace("vlakken", "hokjes").replace("vierkante meter", "panden").replace(".000", "0")
    change(PRAKTIJK, "wat_ging_mis:", counted.replace("procent: 12,5", "getal: 12"))
    tree = page(build(project), URL)
    assert "elk hokje telt voor één" in words(first(tree, ".op-schaal figcaption"))
    assert not tree.css(".schaalbalk")


def test_the_drawing_comes_after_the_summary(project: Path, change: Change) -> None:
    change(PRAKTIJK, "wat_ging_mis:", DRAWN)
    parts = page(build(project), URL).css(".tekst > *")
    assert [part.tag for part in parts[:3]] == ["section", "figure", "section"]
