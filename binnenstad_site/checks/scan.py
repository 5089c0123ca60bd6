"""Rules over the statements of the trendscan."""

from __future__ import annotations

from collections.abc import Iterator

from binnenstad_site.core.diagnostics import Code, Diagnostic
from binnenstad_site.core.typography import counted
from binnenstad_site.link.site import Site
from binnenstad_site.models.vocabulary import TREND_SLUGS

PER_TREND = 3


def three_statements(site: Site) -> Iterator[Diagnostic]:
    """Each trend has three statements: the sums of the printed sheet count on it. None at all is no scan."""
    statements = site.stellingen.values()
    if not statements or any(name == "stellingen" for name, _ in site.broken):
        return
    for slug in TREND_SLUGS:
        if slug not in site.trends:
            continue  # its file has errors or another name, which was reported already
        trend = site.trends[slug]
        own = [entry for entry in statements if entry.item.trend == slug]
        if len(own) == PER_TREND:
            continue
        place = own[-1].document.locate("trend") if own else next(iter(statements)).document.locate("trend")
        if len(own) > PER_TREND:
            hint = "Laat er drie staan. Een stelling die er al stond, trekt u in met ingetrokken."
        else:
            hint = f"Voeg een stelling toe met trend: {slug} en een nummer dat nog nooit is gebruikt."
        yield Diagnostic(
            Code.STELLINGEN_PER_TREND,
            place,
            f"Bij {trend.item.titel.lower()} staan {counted(len(own), 'stelling', 'stellingen')}, en dat moeten er "
            f"{PER_TREND} zijn",
            hint,
        )
