"""What is said of a value of another shape than its field asks: a text, a list or a group of fields.

In: a `FieldError`. Out: its `Wording`, with what to type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from pydantic import BaseModel

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.core.urls import is_slug
from binnenstad_site.models.annotations import model_within
from binnenstad_site.validate.field_errors import FieldError, Wording, quoted

_POINT = re.compile(r"(?:^|(?<=\s))(?:[•◦▪●‣∙·]|\d{1,2}[.)])\s+")
"""What a word processor puts before a point of a list."""
_NEXT_POINT = re.compile(rf"{_POINT.pattern}|(?<=\s)[-–]\s+")
"""What stands before a later point: those who typed a sign before the first may have typed dashes before the others."""
_UNKNOWN = re.compile(r"\W*onbekend\W*", re.IGNORECASE)
_NOTHING_KNOWN = re.compile(r"\W*(?:niet bekend|niets?|geen|nee|nvt|n\.v\.t|-)\W*", re.IGNORECASE)
"""What people type for `onbekend`."""
QUOTES = '"'


_CURLED = re.compile("^[“„”]([^“„”]*)[“”]$")


def _in_quotes(text: str) -> str:
    """The text as one would type it between quotes; those of a word processor around it were meant as such."""
    text = _CURLED.sub(r"\1", text)
    return "'" + text.replace("'", "''") + "'" if '"' in text else f'"{text}"'


def text_expected(error: FieldError) -> Wording:
    """A list or group where one text belongs."""
    if isinstance(error.value, tuple):
        kind, how = "een lijst", "Schrijf één waarde, zonder streepjes of blokhaken."
    else:  # `- gemeente Delft: opdrachtgever` is a group to YAML
        kind, how = "een groep velden", "Staat er een dubbele punt in de tekst, zet dan alles tussen aanhalingstekens."
        if len(error.value) == 1 and isinstance(text := next(iter(error.value.values())), str) and text:
            how = f"Zet de tekst tussen aanhalingstekens: {_in_quotes(f'{next(iter(error.value))}: {text}')}."
    message = f'Bij "{error.label}" hoort één tekst, maar hier staat {kind}'
    return Wording(Code.TEKST_VERWACHT, message, f"{how} {error.explanation}")


def list_expected(error: FieldError) -> Wording:
    """A text or group where a list belongs."""
    message = f'Bij "{error.label}" hoort een lijst, ook als er maar één ding in staat'
    if isinstance(error.value, Mapping):
        first = next(iter(error.value), "naam")
        hint = f"Zet een streepje voor het eerste veld, en de andere recht eronder: - {first}: …"
        return Wording(Code.LIJST_VERWACHT, message, hint)
    text = str(error.value)
    if error.may_be_unknown and (_NOTHING_KNOWN.fullmatch(text) or _UNKNOWN.fullmatch(text)):
        message = f'{quoted(text)} kan niet bij "{error.label}"'
        typed = f"{error.name}: onbekend"
        hint = f"Typ: {typed} (met kleine letters, zonder punt)"
        if not _UNKNOWN.fullmatch(text):
            hint = f"Staat er in geen enkele bron iets over, typ dan: {typed}"
        return Wording(Code.LIJST_VERWACHT, message, hint)
    points = [point.strip() for point in _NEXT_POINT.split(text) if point.strip()]
    if _POINT.match(text) and points:
        sign = text.split(maxsplit=1)[0]
        message = f'Bij "{error.label}" hoort een lijst met streepjes, en hier staat {sign}'
        typed = _entry(error, points[0]) + (f" en eronder {_entry(error, points[1])}" if points[1:] else "")
        return Wording(Code.LIJST_VERWACHT, message, f"Zet elk punt op een eigen regel, met een streepje: {typed}")
    words = [word for word in re.split(r"[\s,;]+", text) if word != "-"]
    if _model_of_entries(error) is not None:
        hint = f"Zet het op een eigen regel met een streepje: {_entry(error, text)}"
    elif all(map(is_slug, words)) and words[1:]:
        hint = f"Zet elke waarde op een eigen regel met een streepje: {' en '.join(f'- {word}' for word in words)}"
    elif not words[1:]:
        dash = f"op een eigen regel met een streepje: - {text}"
        hint = f"Zet de waarde tussen blokhaken, {error.name}: [{text}], of {dash}"
    else:
        hint = f"Zet de waarde op een eigen regel met een streepje: - {text}"
    return Wording(Code.LIJST_VERWACHT, message, hint)


def group_expected(error: FieldError) -> Wording:
    """A text or list where fields with names belong."""
    model = model_within(error.annotation) if error.kind == "model_type" else None
    message = f'Bij "{error.label}" horen velden op eigen regels, elk met een naam'
    if isinstance(error.value, str) and model is not None:
        message += f", en hier staat alleen tekst: {quoted(error.value)}"
        if error.in_list:
            return Wording(Code.GROEP_VERWACHT, message, f"Typ: {_entry(error, error.value)}")
    needed = _needed(model, error.value)
    which = f": {enumerate_words(needed, 'en')}" if needed else ""
    under = f"Zet onder {error.name}: op eigen regels, twee spaties naar rechts" if error.name and model else ""
    hint = f"{under or 'Zet de velden ingesprongen onder elkaar'}{which}. {error.explanation}"
    return Wording(Code.GROEP_VERWACHT, message, hint)


def _needed(model: type[BaseModel] | None, value: object, most: int | None = None) -> list[str]:
    """The fields to type, the text in the one where it belongs: `tekst: Vijf panden` and `bron: …`."""
    fields = model.model_fields if model is not None else {}
    names = [name for name, field in fields.items() if field.is_required()]
    if not isinstance(value, str):
        return [f"{name}: …" for name in names][:most]
    is_address = value.startswith(("http:", "https:", "www."))
    home = "url" if is_address and "url" in fields else "tekst" if "tekst" in names else ""
    if not home and value == "onbekend" and len(names) == 1:
        home = names[0]
    names += [home] if home and home not in names else []
    typed = [f"{name}: {quoted(value).strip(QUOTES) if name == home else '…'}" for name in names]
    return typed[:most]


def _model_of_entries(error: FieldError) -> type[BaseModel] | None:
    """The model of the entries of a list of groups."""
    return next((model for part in get_args(error.annotation) if (model := model_within(part)) is not None), None)


def _entry(error: FieldError, text: str) -> str:
    """One entry of a list as one would type it: `- Tel de panden.` or `- tekst: Het werd stil. en eronder bron: …`."""
    model = model_within(error.annotation)
    if model is None:
        return f"- {text}"
    first, *others = _needed(model, text)
    return f"- {first}" + (f" (en recht daaronder {enumerate_words(others, 'en')})" if others else "")
