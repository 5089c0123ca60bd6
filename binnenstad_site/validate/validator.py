"""Stage validate: a document against its model, with every mistake in Dutch at the field it is about.

In: one `Document` and its row of `COLLECTIONS`. Out: an `Entry` or nothing, and the diagnostics. A pure function of the
document, so the memo keeps its results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from binnenstad_site.core.budgets import REDIRECTS
from binnenstad_site.core.diagnostics import Code, Diagnostic, Severity
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Key, Keyed, Memo
from binnenstad_site.core.suggestions import nearest
from binnenstad_site.load.documents import Document
from binnenstad_site.models import Collection, fields_in_order
from binnenstad_site.models.pointers import Reference, references
from binnenstad_site.models.rows import ROWS
from binnenstad_site.validate.markdown import Body, parse

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)
Ref = tuple[str, str]
"""(collection, slug): how items point to each other. Keys, not pointers."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry(Keyed, Generic[T_co]):
    """A document that passed: the typed item, its parsed body, and where it stands. Compare entries by `key`."""

    item: T_co
    document: Document
    body: Body
    collection: Collection
    references: tuple[Reference, ...]
    """What its fields point to."""

    @property
    def slug(self) -> str:
        return self.document.slug

    @property
    def ref(self) -> Ref:
        return self.document.ref

    @property
    def key(self) -> Key:
        """A digest of all that decides it: entries with equal keys are equal."""
        return self.document.key

    @property
    def address(self) -> str:
        """Where a reader finds it, from the root of the site: `/kansen/anders-werken/#kans-x`."""
        return self.collection.address.format(slug=self.slug, item=self.item)


@dataclass(frozen=True, slots=True)
class Validated:
    """What became of one document."""

    entry: Entry[BaseModel] | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ValidEntries:
    """The documents that passed, and what is wrong with all of them."""

    entries: tuple[Entry[BaseModel], ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Checked:
    """What a document gives besides itself; without item when it did not pass."""

    item: BaseModel | None
    body: Body
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...]

    def of(self, document: Document, collection: Collection) -> Validated:
        if self.item is None:
            return Validated(None, self.diagnostics)
        return Validated(Entry(self.item, document, self.body, collection, self.references), self.diagnostics)


def validate_all(documents: Iterable[Document], memo: Memo, times: ItemTimes | None = None) -> ValidEntries:
    """Every document against its model; what the memo knows is not checked again."""
    times = times or ItemTimes()
    results: list[Validated] = []
    for _, of_file in groupby(documents, key=attrgetter("path")):
        rows = tuple(of_file)
        results += memo.get(Kept.PART, rows[0].key, partial(_validated, rows, memo, times))
    return ValidEntries(
        entries=tuple(result.entry for result in results if result.entry is not None),
        diagnostics=tuple(diagnostic for result in results for diagnostic in result.diagnostics),
    )


def _validated(rows: Sequence[Document], memo: Memo, times: ItemTimes) -> Sequence[Validated]:
    """All documents of one file. The memo keeps them as one value: reading 342 small ones takes ten times as long."""
    collection = ROWS[rows[0].collection]
    checked = memo.get(Kept.ITEM, rows[0].key, partial(_timed_checks, rows, collection, times))
    return [one.of(document, collection) for one, document in zip(checked, rows, strict=True)]


def _timed_checks(rows: Sequence[Document], collection: Collection, times: ItemTimes) -> Sequence[_Checked]:
    checked = []
    for document in rows:
        with times.measured("validate", document.path, document.slug):
            checked.append(_check(document, collection))
    return checked


def validate(document: Document, collection: Collection) -> Validated:
    """Check fields, order of fields, body and sources of one document; never raises for what an editor wrote."""
    return _check(document, collection).of(document, collection)


def _check(document: Document, collection: Collection) -> _Checked:
    from binnenstad_site.validate import body_rules, field_problems  # noqa: PLC0415 - what the memo knows was checked

    if (problem := _too_many_aliases(document) or field_problems.in_wrong_folder(document, collection)) is not None:
        return _Checked(None, parse(""), (), (problem,))
    item: BaseModel | None = None
    errors: Sequence[ErrorDetails] = ()
    try:
        item = collection.model.model_validate(document.fields)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    body = parse(document.body)
    diagnostics = (
        *field_problems.field_problems(errors, document, collection),
        *_field_order(document, collection),
        *body_rules.check_body(document, body, collection.sections),
    )
    if not body.refused:
        unreadable = _sources_unreadable(document, collection, errors)
        diagnostics += tuple(body_rules.check_sources(document, body, collection.sections, unreadable=unreadable))
    if item is None or any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return _Checked(None, body, (), diagnostics)
    return _Checked(item, body, tuple(references(item)), diagnostics)


def _too_many_aliases(document: Document) -> Diagnostic | None:
    """What is said of the first former address too many: each is a redirect."""
    aliases = document.fields.get("aliases")
    if not isinstance(aliases, tuple) or len(aliases) <= REDIRECTS.most:
        return None
    place = document.locate("aliases", REDIRECTS.most)
    return Diagnostic(Code.TE_VEEL_IN_BESTAND, place, REDIRECTS.message, REDIRECTS.hint)


def _sources_unreadable(document: Document, collection: Collection, errors: Sequence[ErrorDetails]) -> bool:
    """Whether the list of sources cannot be read, and something was said about that."""
    if isinstance(document.fields.get("bronnen"), tuple) or "bronnen" not in collection.model.model_fields:
        return False
    refused = any(error["loc"] and nearest(str(error["loc"][0]), ["bronnen"]) for error in errors)
    return refused or document.already_reported("bronnen")


def _field_order(document: Document, collection: Collection) -> Iterator[Diagnostic]:
    """Fields stand in the order of the skeleton, so that differences between versions stay small."""
    order = fields_in_order(collection.model)
    names = [name for name in document.fields if name in order]
    for before, name in pairwise(names):
        if order.index(name) < order.index(before):
            message = f'Het veld "{name}" staat onder "{before}", maar hoort erboven'
            hint = f"De volgorde is: {', '.join(field for field in order if field in names)}."
            yield Diagnostic(Code.VELDVOLGORDE, document.locate(name, key=True), message, hint)
            return
