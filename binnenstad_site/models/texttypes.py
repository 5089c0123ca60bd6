"""The types of a single field: each takes the text an editor typed and gives a checked value.

YAML never decides what a value is (`120.000` would become 120 and `no` False); a pattern on the text does. A refusal
is a `PydanticCustomError` whose type is a diagnostic code; `validate/messages.py` words it in Dutch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from annotated_types import Ge
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from binnenstad_site.core import typography
from binnenstad_site.core.citations import without_citations
from binnenstad_site.core.contacts import is_mail_address
from binnenstad_site.core.dates import MONTHS
from binnenstad_site.core.hosts import url_fault
from binnenstad_site.core.urls import ADDRESS, is_slug

DATE_SHAPES = {
    "JJJJ": re.compile(r"\d{4}\Z", re.ASCII),
    "JJJJ-MM": re.compile(r"\d{4}-\d{2}\Z", re.ASCII),
    "JJJJ-MM-DD": re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII),
}
OTHER_DATES = (
    (re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<j>\d{4})\Z", re.ASCII), "JJJJ-MM-DD"),
    (re.compile(r"(?P<j>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})\Z", re.ASCII), "JJJJ-MM-DD"),
    (re.compile(r"(?P<m>\d{1,2})[-/. ](?P<j>\d{4})\Z", re.ASCII), "JJJJ-MM"),
    (re.compile(r"(?P<j>\d{4})[-/. ](?P<m>\d{1,2})\Z", re.ASCII), "JJJJ-MM"),
)
"""Ways people write a date that differ from ours, day first as in Dutch."""
YEARS = range(1000, 2101)
"""A year outside it is a slip of the hand, or meant to confuse what reckons with it."""
MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "mrt": 3,
    "sept": 9,
}
MONTH_NAME = re.compile(rf"(?<![a-z])({'|'.join(MONTH_NUMBERS)})\.?(?![a-z])")
TIME_OF_DAY = re.compile(r"[T ]\d{1,2}[:.]\d{2}.*\Z", re.DOTALL)

INTEGER = re.compile(r"0|-?[1-9]\d{0,14}", re.ASCII)
DECIMAL = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", re.ASCII)
DUTCH_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3}){1,4}|\d{1,15})(,\d{1,15})?", re.ASCII)
"""Numbers have at most fifteen digits: more means nothing, and Python itself refuses to read thousands of them."""
BULLET = re.compile(r"[•◦▪●‣∙·](?=\s)")
STEP_NUMBER = re.compile(r"\d{1,2}[.)](?=\s+[^\W\d_])")
"""What a word processor puts before a point of a list."""
MARKUP = re.compile(r"\[@|\]\(|\*\*|(?<!\w)__|`|<[A-Za-z/!]")
"""What shows that a field of plain text holds Markdown or HTML."""
MARKUP_SIGN = re.compile(r"[\[\]*_`<]")
"""What markup cannot do without: quick to look for."""


@dataclass(frozen=True, slots=True)
class Refers:
    """Says in the annotation that a value is the slug of an item of `collection` (`*`: written as `collectie/slug`)."""

    collection: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Says in the annotation that a value is text we write for readers: every rule of style holds for it."""


def _is_day(text: str) -> bool:
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    return year in YEARS and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def suggest_date(text: str) -> str:
    """The date in our notation that `text` probably means, or an empty text."""
    written = TIME_OF_DAY.sub("", text.strip()).lower()
    numbers = MONTH_NAME.sub(lambda match: str(MONTH_NUMBERS[match[1]]), written)
    for pattern, shape in OTHER_DATES:
        if match := pattern.match(re.sub(r"[ ]+", " ", numbers)):
            parts = match.groupdict()
            guess = f"{parts['j']}-{int(parts['m']):02d}"
            if shape == "JJJJ-MM-DD":
                guess += f"-{int(parts['d']):02d}"
            return guess if _is_day(guess) else ""
    return ""


def _date(*allowed: str) -> Callable[[str], str]:
    shapes = [DATE_SHAPES[name] for name in allowed if name in DATE_SHAPES]
    words = [name for name in allowed if name not in DATE_SHAPES]

    def check(text: str) -> str:
        if text in words or (any(shape.match(text) for shape in shapes) and _is_day(text)):
            return text
        guess = suggest_date(text)
        parts = [part for part in (guess, guess[:7], guess[:4]) if part != text]
        fitting = [part for part in parts if any(shape.match(part) for shape in shapes)]
        fitting += [word for word in words if word == text.strip(" .").lower()]
        raise PydanticCustomError(
            "ongeldige-datum", "no date", {"vormen": list(allowed), "voorstel": fitting[0] if fitting else ""}
        )

    return check


def _number(
    kind: str, pattern: re.Pattern[str], value_of: Callable[[str], Any], guess_of: Callable[[str], str]
) -> Callable[[Any], Any]:
    """A check of a text against `pattern`; what is refused comes with a guess that would pass, if there is one."""

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if pattern.fullmatch(value):
            return value_of(value)
        guess = guess_of(value)
        suggestion = guess if pattern.fullmatch(guess) else ""
        raise PydanticCustomError("ongeldig-getal", "no number", {"soort": kind, "voorstel": suggestion})

    return check


def _digits(text: str) -> str:
    return re.sub(r"\A0+(?=\d)|(?<=\d)[. ](?=\d{3}\b)", "", text)


def _only_number(text: str) -> str:
    """The one number in a text such as `24 procent` or `€ 24`."""
    match = re.match(r"-?\d[\d.,]*", text.lstrip("€ "))
    number = match.group().rstrip(".,") if match and not re.search(r"\d", match.string[match.end() :]) else ""
    return number if DUTCH_NUMBER.fullmatch(number) else number.replace(".", ",")


def number_of(text: str) -> float:
    """The value of a number as Dutch readers write it: `210.000` is 210000 and `23,7` is 23.7."""
    return float(text.replace(".", "").replace(",", "."))


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        if value in ("ja", "true"):
            return True
        if value in ("nee", "false"):
            return False
        raise PydanticCustomError("geen-ja-nee", "not ja or nee")
    return value


def _plain(text: str) -> str:
    if not text:
        raise PydanticCustomError("lege-waarde", "empty")
    if not text[0].isalpha() and (match := BULLET.match(text)):
        raise PydanticCustomError("opmaak-in-veld", "bullet", {"teken": match.group()})
    if MARKUP_SIGN.search(text) and (match := MARKUP.search(text)):
        raise PydanticCustomError("opmaak-in-veld", "markup", {"teken": match.group()})
    return typography.curl(text)


def _unnumbered(text: str) -> str:
    if text[0].isdigit() and (match := STEP_NUMBER.match(text)):
        raise PydanticCustomError("opmaak-in-veld", "number", {"teken": match.group()})
    return text


def _plain_but_citations(text: str) -> str:
    words = without_citations(text)
    if not words:
        raise PydanticCustomError("lege-waarde", "empty")
    if match := MARKUP.search(words):
        raise PydanticCustomError("opmaak-in-veld", "markup", {"teken": match.group(), "bron": True})
    return typography.curl(text)


def _slug(text: str) -> str:
    if not is_slug(text):
        raise PydanticCustomError("ongeldige-slug", "no slug")
    return text


def _address(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise PydanticCustomError("ongeldig-adres", "no address")
    return text


def _url(text: str) -> str:
    if fault := url_fault(text):
        raise PydanticCustomError("ongeldige-url", "no url", {"reden": fault.value})
    return text


def _file(text: str) -> str:
    if not text:
        raise PydanticCustomError("lege-waarde", "empty")
    return text


def _mail(text: str) -> str:
    if not is_mail_address(text):
        raise PydanticCustomError("ongeldig-mailadres", "no mail address")
    return text


def _unknown_as_empty(value: Any) -> Any:
    return () if value == "onbekend" else value


def _no_twice(values: tuple[Any, ...]) -> tuple[Any, ...]:
    seen: set[Any] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise PydanticCustomError("dubbele-waarde", "twice", {"waarde": str(value), "plaats": index})
        seen.add(value)
    return values


def _sealed(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(value))


Tekst = Annotated[str, AfterValidator(_plain), AfterValidator(_unnumbered), Prose()]
"""Plain text without Markdown; typographic quotes are made here."""
TekstMetBron = Annotated[str, AfterValidator(_plain_but_citations), Prose()]
"""Plain text that may name its sources as `[@sleutel]`."""
Naam = Annotated[str, AfterValidator(_plain)]
"""A name, title, unit, code or search word, which stands here as it is elsewhere: no rule of style holds for it."""
NaamInLijst = Annotated[Naam, AfterValidator(_unnumbered)]
"""A name that is one entry of a list: a number before it is that of a word processor."""
Bestand = Annotated[str, AfterValidator(_file)]
"""The path of a file, from where the item stands. Whether it is there, linking says."""
Slug = Annotated[str, AfterValidator(_slug)]
Adres = Annotated[str, AfterValidator(_address)]
Url = Annotated[str, AfterValidator(_url)]
Mailadres = Annotated[str, AfterValidator(_mail)]
_WHOLE = BeforeValidator(_number("geheel", INTEGER, int, _digits))
Geheel = Annotated[int, _WHOLE]
Euro = Annotated[int, Ge(0), _WHOLE]
"""Whole euros."""
Decimaal = Annotated[float, BeforeValidator(_number("decimaal", DECIMAL, float, lambda text: text.replace(",", ".")))]
Getal = Annotated[str, AfterValidator(_number("nederlands", DUTCH_NUMBER, str, _only_number))]
"""A number as published, in Dutch notation, kept as text; `number_of` gives its value."""
JaNee = Annotated[bool, BeforeValidator(_yes_no)]
Jaar = Annotated[str, AfterValidator(_date("JJJJ"))]
JaarOfOnbekend = Annotated[str, AfterValidator(_date("JJJJ", "onbekend"))]
Dag = Annotated[str, AfterValidator(_date("JJJJ-MM-DD"))]
Maand = Annotated[str, AfterValidator(_date("JJJJ-MM", "JJJJ-MM-DD"))]
Datum = Annotated[str, AfterValidator(_date("JJJJ", "JJJJ-MM", "JJJJ-MM-DD", "onbekend"))]
Begin = Annotated[str, AfterValidator(_date("JJJJ", "JJJJ-MM", "onbekend"))]
Eind = Annotated[str, AfterValidator(_date("JJJJ", "JJJJ-MM", "onbekend", "heden"))]

OfOnbekend = BeforeValidator(_unknown_as_empty)
"""A list that may also be the word `onbekend`: then it is empty, and pages say that nothing is known."""
Uniek = AfterValidator(_no_twice)
"""A list in which no value stands twice."""
Vast = AfterValidator(_sealed)
"""A read-only mapping."""
