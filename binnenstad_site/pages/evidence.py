"""The steps of evidence, 0 to 4, as pages show them."""

from __future__ import annotations

from collections import Counter

from binnenstad_site.link.site import Site
from binnenstad_site.models import vocabulary
from binnenstad_site.models.items import Praktijk
from binnenstad_site.pages.parts.labels import BewijsLabel, Trede
from binnenstad_site.validate.validator import Entry


def evidence(step: str) -> BewijsLabel:
    """A step in words."""
    return BewijsLabel(int(step), vocabulary.BEWIJS[step])


def evidence_of(item: Praktijk) -> BewijsLabel:
    """The step of a praktijk, with what it rests on."""
    return BewijsLabel(int(item.bewijs), vocabulary.BEWIJS[item.bewijs], only_news(item))


def only_news(item: Praktijk) -> bool:
    """Whether every source is of a newspaper or broadcaster; one of which the kind is not known may be another."""
    return all(source.soort in vocabulary.NIEUWS for source in item.bronnen)


def strongest(entry: Entry[Praktijk]) -> tuple[int, str]:
    """Sort key of a praktijk: the strongest evidence first, then by title."""
    return -int(entry.item.bewijs), entry.item.titel.casefold()


def evidence_spread(site: Site) -> tuple[tuple[BewijsLabel, int], ...]:
    """Per step, from the lowest, how many praktijken have it."""
    counts: Counter[str] = Counter(entry.item.bewijs for entry in site.praktijken.values())
    return tuple((evidence(step), counts[step]) for step in vocabulary.BEWIJS)


def ladder(grade: str) -> tuple[Trede, ...]:
    """All steps, the highest first, as they lie beside the grade of one praktijk."""
    steps = []
    for step, text in reversed(vocabulary.BEWIJS.items()):
        position = "hier" if step == grade else "onder" if step < grade else "boven"
        steps.append(Trede(int(step), text, position, vocabulary.BEWIJS_REGEL[step] if step == grade else ""))
    return tuple(steps)
