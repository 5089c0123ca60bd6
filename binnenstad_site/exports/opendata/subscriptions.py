"""What a reader subscribes to: feeds of all and of one trend, gemeente or aanpak, and the calendar.

Only major changes make an entry. All dates come from the content: an event has no time, and its stamp is its first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from pydantic import BaseModel

from binnenstad_site.core.outputs import Output, json_bytes
from binnenstad_site.exports.feeds import MOST_ENTRIES, FeedOf, atom, entry_ids, feed_of_all
from binnenstad_site.models.items import Agendapunt
from binnenstad_site.pages import PageBuilder
from binnenstad_site.pages.aanpak_cases import cases_of
from binnenstad_site.pages.changes import all_changes
from binnenstad_site.pages.constants import FEED
from binnenstad_site.pages.open_data import CALENDAR, feed_address
from binnenstad_site.pages.parts.item_parts import WijzigingRegel
from binnenstad_site.validate.validator import Entry

JSON_FEED = "https://jsonfeed.org/version/1.1"
MIDNIGHT = "T00:00:00Z"


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a feed is about: an item, and the items whose changes belong to it."""

    entry: Entry[BaseModel]
    titel: str
    items: tuple[Entry[BaseModel], ...]

    @property
    def address(self) -> str:
        return feed_address(self.entry)


def _subjects(builder: PageBuilder) -> Iterator[_Subject]:
    site = builder.site
    for trend in site.trends.values():
        named = (*site.praktijken_of(trend.ref), *site.kansen_of(trend.ref), *site.verslagen_of(trend.ref))
        yield _Subject(trend, trend.item.titel, (trend, *named, *site.voorspellingen_of(trend.ref)))
    for aanpak in site.aanpakken.values():
        cases = cases_of(site, aanpak).entries
        yield _Subject(aanpak, aanpak.item.titel, (aanpak, *cases, *site.kansen_of(aanpak.ref)))
    for gemeente in builder.towns.with_page.values():
        meetings = (*site.verslagen_of(gemeente.ref), *site.bijeenkomsten_of(gemeente.ref))
        yield _Subject(gemeente, gemeente.item.naam, (*site.praktijken_of(gemeente.ref), *meetings))


def subscription_paths(builder: PageBuilder) -> Iterator[str]:
    """Every file of `subscription_files`."""
    yield FEED.removeprefix("/").replace(".xml", ".json")
    site = builder.site
    for entry in (*site.trends.values(), *site.aanpakken.values(), *builder.towns.with_page.values()):
        yield from (f"{feed_address(entry).removeprefix('/')}{ending}" for ending in (".xml", ".json"))
    yield CALENDAR.removeprefix("/")
    yield from map(event_path, site.agenda.values())


def subscription_files(builder: PageBuilder) -> Iterator[Output]:
    """JSON Feed of all, both feeds of each subject, the calendar, and a file per event."""
    changes, whole = all_changes(builder), feed_of_all(builder)
    yield _json_feed(builder, whole, changes)
    by_address: dict[str, list[WijzigingRegel]] = {}
    for change in changes:
        by_address.setdefault(change.adres, []).append(change)
    for subject in _subjects(builder):
        about = FeedOf(
            f"{whole.titel}: {subject.titel}",
            f"Wat er op deze site verandert over {subject.titel}.",
            subject.address,
            subject.entry.address,
        )
        own = _own_changes(builder, subject, by_address)
        yield atom(builder, own, about)
        yield _json_feed(builder, about, own)
    yield from calendar_files(builder)


def _own_changes(
    builder: PageBuilder, subject: _Subject, by_address: Mapping[str, Sequence[WijzigingRegel]]
) -> list[WijzigingRegel]:
    """The changes of its items, the newest first."""
    addresses = dict.fromkeys(builder.addresses.url_for(entry.address) for entry in subject.items)
    lines = [line for address in addresses for line in by_address.get(address, ())]
    return sorted(lines, key=lambda line: line.dag, reverse=True)


def _json_feed(builder: PageBuilder, about: FeedOf, changes: Sequence[WijzigingRegel]) -> Output:
    path, absolute = f"{about.adres}.json", builder.addresses.absolute
    origin = builder.base_url[: len(builder.base_url) - len(builder.addresses.base)]
    shown = changes[:MOST_ENTRIES]
    value = {
        "version": JSON_FEED,
        "title": about.titel,
        "description": about.omschrijving,
        "home_page_url": absolute(about.pagina),
        "feed_url": absolute(path),
        "language": "nl",
        "authors": [{"name": builder.site.settings.uitgever}],
        "items": [
            {
                "id": name,
                "url": origin + change.adres,
                "title": change.titel,
                "content_text": change.wat,
                "date_published": change.dag + MIDNIGHT,
            }
            for name, change in zip(entry_ids(origin, shown), shown, strict=True)
        ],
    }
    return Output(path.removeprefix("/"), json_bytes(value))


def event_path(entry: Entry[Agendapunt]) -> str:
    """The calendar file of one event."""
    return f"agenda/{entry.slug}.ics"


def calendar_files(builder: PageBuilder) -> Iterator[Output]:
    """`agenda.ics` with all events, and a file for each."""
    entries = tuple(builder.site.agenda.values())
    yield Output(CALENDAR.removeprefix("/"), _calendar(builder, entries))
    for entry in entries:
        yield Output(event_path(entry), _calendar(builder, [entry]))


def _calendar(builder: PageBuilder, entries: Iterable[Entry[Agendapunt]]) -> bytes:
    """A calendar of whole days after RFC 5545."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow, and `check` makes none

    host, name = urlsplit(builder.base_url).netloc, builder.site.settings.titel
    calendar = Calendar()
    for field, value in (("prodid", f"-//{name}//NL"), ("version", "2.0"), ("x-wr-calname", f"Agenda {name}")):
        calendar.add(field, value)
    for entry in entries:
        item, event = entry.item, Event()
        first, last = date.fromisoformat(item.start), date.fromisoformat(item.eind or item.start)
        page = builder.addresses.absolute(entry.address)
        event.add("uid", f"{entry.slug}@{host}")
        event.add("dtstamp", datetime.combine(first, time(), UTC))
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))  # the first day that it no longer is
        event.add("summary", item.titel)
        event.add("location", item.plaats)
        event.add("description", f"{item.soort}, voor {item.voor_wie}")
        event.add("url", item.url or page)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
