"""What is wrong with the fields of a document, in Dutch: from the errors of pydantic to diagnostics at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.suggestions import Suggestions
from binnenstad_site.load.documents import CONTENT, Document
from binnenstad_site.models import COLLECTIONS, Collection, fields_in_order
from binnenstad_site.models.annotations import field_at, model_within
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.items.praktijken import SWAPPED
from binnenstad_site.models.texttypes import BULLET, STEP_NUMBER, OfOnbekend
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.field_errors import FieldError
from binnenstad_site.validate.messages import word_error

MANY_UNKNOWN = 3
"""Fields of another collection: fewer may be typing mistakes."""
COORDINATES = frozenset({"lat", "lon"})
OUT_OF_BOUNDS = frozenset({"greater_than_equal", "less_than_equal"})


def in_wrong_folder(document: Document, collection: Collection) -> Diagnostic | None:
    """What is said of an item in the folder of another collection, as its fields show."""
    names = set(document.fields)
    if document.entry is not None or len(names - set(collection.model.model_fields)) < MANY_UNKNOWN:
        return None
    for other in COLLECTIONS.values():
        fields = other.model.model_fields
        needed = {name for name, field in fields.items() if field.is_required()}
        if other.storage is collection.storage and names <= set(fields) and needed <= names:
            message = f"De velden van dit bestand zijn die van een {other.enkelvoud}, maar het staat bij "
            message += collection.title.lower()
            hint = f"Zet het bestand in {CONTENT}/{other.name}/."
            return Diagnostic(Code.ONBEKEND_BESTAND, Location(document.path), message, hint)
    return None


def field_problems(errors: Sequence[ErrorDetails], document: Document, collection: Collection) -> Iterator[Diagnostic]:
    """Everything that is wrong with the fields of a document; one message for one mistake."""
    yield from _refusals(errors, document, collection)
    yield from _left_open(errors, document, collection)


def _refusals(errors: Sequence[ErrorDetails], document: Document, collection: Collection) -> Iterator[Diagnostic]:
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
    swapped = dict(_swapped(errors))
    yield from (_coordinates(document, loc, lat) for loc, lat in swapped.items())
    listed: set[tuple[tuple[int | str, ...], str]] = set()
    """Lists of which it was said that a sign of a word processor stands before a point."""
    for error in errors:
        if error["type"] == "opmaak-in-veld" and _is_point(error):
            sign = (error["loc"][:-1], "nummer" if str(error["input"])[0].isdigit() else "teken")
            if sign in listed:
                continue
            listed.add(sign)
        if error["loc"] in swapped or (error["loc"][:-1] in swapped and error["loc"][-1] in COORDINATES):
            continue
        if error["type"] == "extra_forbidden" or (error["type"] == "missing" and error["loc"] in misspelt):
            continue
        if document.already_reported(*error["loc"]) or _is_echo(error):
            continue  # reading the file said so, or it follows from a mistake that is reported
        yield _refused(error, document, collection, suggestions)


def _is_point(error: ErrorDetails) -> bool:
    """Whether a point of a list begins with a bullet or number."""
    text, loc = str(error["input"]), error["loc"]
    return bool(loc) and isinstance(loc[-1], int) and bool(BULLET.match(text) or STEP_NUMBER.match(text))


def _swapped(errors: Sequence[ErrorDetails]) -> Iterator[tuple[tuple[int | str, ...], object]]:
    """Places where a latitude and a longitude were taken for each other, with what stands at the first of the two.

    Around the Netherlands neither can be the other: the first lies above 50 and the second below 8. A place on the
    map may lie further away; its model says so of the two together.
    """
    refused = {error["loc"]: error for error in errors if error["loc"] and error["loc"][-1] in COORDINATES}
    for loc, error in refused.items():
        other = refused.get((*loc[:-1], "lon"))
        if loc[-1] == "lat" and other is not None and {error["type"], other["type"]} <= OUT_OF_BOUNDS:
            yield loc[:-1], error["input"]
    yield from ((error["loc"], error["ctx"][SWAPPED]) for error in errors if SWAPPED in error.get("ctx", {}))


def _coordinates(document: Document, loc: tuple[int | str, ...], lat: object) -> Diagnostic:
    return Diagnostic(
        Code.ONGELDIG_GETAL,
        document.locate(*loc, "lat"),
        f"De breedtegraad en de lengtegraad zijn verwisseld: {lat} is hier geen breedtegraad",
        "Wissel de getallen bij lat en lon om.",
    )


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list has too few entries only because some are invalid: pydantic counts the valid ones."""
    if error["type"] != "too_short" or not isinstance(error["input"], tuple):
        return False
    return len(error["input"]) >= int(error.get("ctx", {})["min_length"])


def _left_open(errors: Sequence[ErrorDetails], document: Document, collection: Collection) -> Iterator[Diagnostic]:
    """The values that are still to be filled in and that no error of the model is about: it takes any text there."""
    refused = {error["loc"] for error in errors}
    for loc in _places_of(FILL_IN, document.fields, ()):
        if loc not in refused and field_at(collection.model, tuple(part for part in loc if isinstance(part, str))):
            open_value: ErrorDetails = {"type": "missing", "loc": loc, "input": FILL_IN, "msg": ""}
            yield _refused(open_value, document, collection, Suggestions())


def _places_of(text: str, value: object, loc: tuple[int | str, ...]) -> Iterator[tuple[int | str, ...]]:
    """Where a text is the whole value."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _places_of(text, inner, (*loc, name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _places_of(text, inner, (*loc, index))
    elif value == text:
        yield loc


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
            may_be_unknown=field is not None and OfOnbekend in field.metadata,
            in_list=bool(loc) and isinstance(loc[-1], int),
            suggestions=suggestions,
        )
    )
    return Diagnostic(wording.code, document.locate(*loc), wording.message, wording.hint)


@cache
def _model_at(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel]:
    field = field_at(model, names)
    return (model_within(field.annotation) if field else None) or model
