"""Stage validate: a document against its model, with every mistake in Dutch at the field it is about.

In: one `Document` and its row of `COLLECTIONS`. Out: an `Entry` or nothing, and the diagnostics. A pure function of the
document, so the memo keeps its results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from binnenstad_site.core.budgets import REDIRECTS
from binnenstad_site.core.diagnostics import Code, Diagnostic, Severity
from binnenstad_site.core.item_times import ItemTimes
from binnenstad_site.core.memo import Kept, Key, Keyed, Memo
from binnenstad_site.core.suggestions import Suggestions, nearest
from binnenstad_site.load.documents import Document
from binnenstad_site.models import Collection, fields_in_order
from binnenstad_site.models.annotations import field_at, model_within
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.pointers import Reference, references
from binnenstad_site.models.rows import ROWS
from binnenstad_site.validate.body_rules import check_body, check_sources
from binnenstad_site.validate.markdown import Body, parse
from binnenstad_site.validate.messages import FieldError, word_error

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
    results = [memo.get(Kept.PART, document.key, partial(_validated, document, memo, times)) for document in documents]
    return ValidEntries(
        entries=tuple(result.entry for result in results if result.entry is not None),
        diagnostics=tuple(diagnostic for result in results for diagnostic in result.diagnostics),
    )


def _validated(document: Document, memo: Memo, times: ItemTimes) -> Validated:
    collection = ROWS[document.collection]
    checked = memo.get(Kept.ITEM, document.key, partial(_timed_check, document, collection, times))
    return checked.of(document, collection)


def _timed_check(document: Document, collection: Collection, times: ItemTimes) -> _Checked:
    with times.measured("validate", document.path, document.slug):
        return _check(document, collection)


@cache
def _model_at(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel]:
    field = field_at(model, names)
    return (model_within(field.annotation) if field else None) or model


def validate(document: Document, collection: Collection) -> Validated:
    """Check fields, order of fields, body and sources of one document; never raises for what an editor wrote."""
    return _check(document, collection).of(document, collection)


def _check(document: Document, collection: Collection) -> _Checked:
    if (problem := _too_many_aliases(document)) is not None:
        return _Checked(None, parse(""), (), (problem,))
    item: BaseModel | None = None
    errors: Sequence[ErrorDetails] = ()
    try:
        item = collection.model.model_validate(document.fields)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    body = parse(document.body)
    diagnostics = (
        *_in_dutch(errors, document, collection),
        *_field_order(document, collection),
        *check_body(document, body, collection.sections),
    )
    if not body.refused:
        unreadable = _sources_unreadable(document, errors)
        diagnostics += tuple(check_sources(document, body, collection.sections, unreadable=unreadable))
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


def _sources_unreadable(document: Document, errors: Sequence[ErrorDetails]) -> bool:
    """Whether the list of sources cannot be read, and something was said about that."""
    if isinstance(document.fields.get("bronnen"), tuple):
        return False
    refused = any(error["loc"] and nearest(str(error["loc"][0]), ["bronnen"]) for error in errors)
    return refused or document.already_reported("bronnen")


def _in_dutch(errors: Sequence[ErrorDetails], document: Document, collection: Collection) -> Iterator[Diagnostic]:
    suggestions = Suggestions()
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    misspelt: set[tuple[int | str, ...]] = set()
    """Missing fields of which the name stands there with a typing mistake."""
    for error in errors:
        if error["type"] == "extra_forbidden":
            *outer, name = error["loc"]
            model = _model_at(collection.model, tuple(part for part in outer if isinstance(part, str)))
            absent = [name for name in model.model_fields if (*outer, name) in missing]
            guess = suggestions.nearest(str(name), absent, model.model_fields)
            misspelt.add((*outer, guess))
            yield _unknown_field(document, error["loc"], guess, model)
    for error in errors:
        if error["type"] == "extra_forbidden" or (error["type"] == "missing" and error["loc"] in misspelt):
            continue
        if document.already_reported(*error["loc"]) or _is_echo(error):
            continue  # reading the file said so, or it follows from a mistake that is reported
        yield _refused(error, document, collection, suggestions)


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list has too few entries only because some are invalid: pydantic counts the valid ones."""
    if error["type"] != "too_short" or not isinstance(error["input"], tuple):
        return False
    return len(error["input"]) >= int(error.get("ctx", {})["min_length"])


def _unknown_field(document: Document, loc: tuple[int | str, ...], guess: str, model: type[BaseModel]) -> Diagnostic:
    if issubclass(model, Blok) and loc[-1] in model.AFGELEID:
        why, hint = model.AFGELEID[str(loc[-1])]
        message = f'Het veld "{loc[-1]}" bestaat hier niet: {why}'
        return Diagnostic(Code.ONBEKEND_VELD, document.locate(*loc, key=True), message, hint)
    hint = f'Bedoelde u "{guess}"?' if guess else f"Velden die hier kunnen: {', '.join(fields_in_order(model))}."
    return Diagnostic(
        Code.ONBEKEND_VELD, document.locate(*loc, key=True), f'Het veld "{loc[-1]}" bestaat hier niet', hint
    )


def _refused(error: ErrorDetails, document: Document, collection: Collection, suggestions: Suggestions) -> Diagnostic:
    loc, context = error["loc"], error.get("ctx", {})
    names = tuple(part for part in loc if isinstance(part, str))
    field = field_at(collection.model, names)
    if error["type"] == "dubbele-waarde":
        loc = (*loc, context["plaats"])
    wording = word_error(
        FieldError(
            kind=error["type"],
            label=field.title or names[-1] if field and names else "Dit bestand",
            name=names[-1] if names else "",
            explanation=(field.description or "") if field else "",
            value=error["input"],
            context=context,
            annotation=field.annotation if field else None,
            suggestions=suggestions,
        )
    )
    return Diagnostic(wording.code, document.locate(*loc), wording.message, wording.hint)


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
