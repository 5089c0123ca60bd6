"""What a refusal of pydantic or of our own types means, in Dutch: a table from error type to code, message and hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.suggestions import did_you_mean, enumerate_words
from binnenstad_site.core.urls import ADDRESS, SLUG, is_slug, slugify
from binnenstad_site.models.blocks import Blok
from binnenstad_site.models.texttypes import DATE_SHAPES, TRACKING
from binnenstad_site.models.vocabulary import FILL_IN

LONGEST_QUOTE = 60
EXAMPLES = {"JJJJ": "2026", "JJJJ-MM": "2026-05", "JJJJ-MM-DD": "2026-05-31"}
YES = frozenset({"ja", "j", "yes", "y", "on", "aan", "1", "true", "waar"})
NO = frozenset({"nee", "n", "no", "neen", "off", "uit", "0", "false", "onwaar"})


@dataclass(frozen=True, slots=True)
class FieldError:
    """One refused value, with what its field is called and for."""

    kind: str
    label: str
    name: str
    explanation: str
    value: Any
    context: Mapping[str, Any]


class Answer(NamedTuple):
    """What the editor reads."""

    code: Code
    message: str
    hint: str


def quoted(value: object) -> str:
    """The value between quotes, shortened when long."""
    text = str(value)
    return f'"{text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"}"'


def _in_quotes(text: str) -> str:
    """The text as one would type it between quotes."""
    return "'" + text.replace("'", "''") + "'" if '"' in text else f'"{text}"'


def without_tracking(url: str) -> str:
    """An address without the codes by which readers are followed."""
    address, hash_, fragment = url.partition("#")
    path, _, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not TRACKING.match(f"?{part}")]
    return path + ("?" + "&".join(kept) if kept else "") + hash_ + fragment


def _missing(r: FieldError) -> Answer:
    return Answer(
        Code.VERPLICHT_VELD, f'Het veld "{r.name}" ontbreekt', f"Voeg een regel toe: {r.name}: … ({r.explanation})"
    )


def _choice(r: FieldError) -> Answer:
    if not isinstance(r.value, str):
        return _text_expected(r)
    options = re.findall(r"'([^']*)'", str(r.context["expected"]))
    return Answer(
        Code.ONBEKENDE_KEUZE,
        f'{quoted(r.value)} kan niet bij "{r.label}"',
        did_you_mean(r.value, options) or f"Kies uit: {enumerate_words(options)}.",
    )


def _text_expected(r: FieldError) -> Answer:
    if isinstance(r.value, tuple):
        kind, how = "een lijst", "Schrijf één waarde, zonder streepjes of blokhaken."
    else:  # `- gemeente Delft: opdrachtgever` is a group to YAML
        kind, how = "een groep velden", "Staat er een dubbele punt in de tekst, zet dan alles tussen aanhalingstekens."
        if len(r.value) == 1 and isinstance(text := next(iter(r.value.values())), str) and text:
            how = f"Zet de tekst tussen aanhalingstekens: {_in_quotes(f'{next(iter(r.value))}: {text}')}."
    return Answer(
        Code.TEKST_VERWACHT,
        f'Bij "{r.label}" hoort één tekst, maar hier staat {kind}',
        f"{how} {r.explanation}",
    )


def _list_expected(r: FieldError) -> Answer:
    message = f'Bij "{r.label}" hoort een lijst, ook als er maar één ding in staat'
    if isinstance(r.value, Mapping):
        first = next(iter(r.value), "naam")
        hint = f"Zet een streepje voor het eerste veld, en de andere recht eronder: - {first}: …"
    elif all(map(is_slug, words := [word for word in re.split(r"[\s,;]+", str(r.value)) if word != "-"])) and words[1:]:
        hint = f"Zet elke waarde op een eigen regel met een streepje: {' en '.join(f'- {word}' for word in words)}"
    elif not words[1:]:
        dash = f"op een eigen regel met een streepje: - {r.value}"
        hint = f"Zet de waarde tussen blokhaken, {r.name}: [{r.value}], of {dash}"
    else:
        hint = f"Zet de waarde op een eigen regel met een streepje: - {r.value}"
    return Answer(Code.LIJST_VERWACHT, message, hint)


def _group_expected(r: FieldError) -> Answer:
    model = next((each for each in Blok.__subclasses__() if each.__name__ == r.context.get("class_name")), None)
    fields = model.model_fields.items() if model else ()
    needed = [f"{name}: …" for name, field in fields if field.is_required()]
    which = f": {enumerate_words(needed, 'en')}" if needed else ""
    return Answer(
        Code.GROEP_VERWACHT,
        f'Bij "{r.label}" horen velden op eigen regels, elk met een naam',
        f"Zet de velden ingesprongen onder elkaar{which}. {r.explanation}",
    )


def _characters(count: int) -> str:
    return f"{count} {'teken' if count == 1 else 'tekens'}"


def _short(r: FieldError) -> Answer:
    least = int(r.context["min_length"])
    if isinstance(r.value, str):
        there = len(r.value.strip())
        if not there:
            return _empty(r)
        return Answer(
            Code.TE_KORT,
            f'"{r.label}" is te kort: {_characters(there)}, en minstens {least} zijn nodig',
            f"Schrijf minstens {_characters(least - there)} meer. {r.explanation}",
        )
    there = len(r.value)
    return Answer(
        Code.TE_WEINIG,
        f'Bij "{r.label}" {"staat" if there == 1 else "staan"} er {there}; minstens {least} '
        f"{'is' if least == 1 else 'zijn'} nodig",
        f"Voeg er {least - there} toe. {r.explanation}",
    )


def _long(r: FieldError) -> Answer:
    most = int(r.context["max_length"])
    if isinstance(r.value, str):
        there = len(r.value.strip())
        return Answer(
            Code.TE_LANG,
            f'"{r.label}" is te lang: {_characters(there)}, en hooguit {most} passen',
            f"Haal er {_characters(there - most)} af.",
        )
    there = len(r.value)
    return Answer(
        Code.TE_VEEL,
        f'Bij "{r.label}" staan er {there}; hooguit {most} zijn toegestaan',
        f"Haal er {there - most} weg. {r.explanation}",
    )


def _bounds(r: FieldError) -> Answer:
    limit = r.context.get("ge", r.context.get("le"))
    side = "minstens" if "ge" in r.context else "hooguit"
    written = quoted(str(r.value).removesuffix(".0"))
    return Answer(Code.ONGELDIG_GETAL, f'{written} kan niet bij "{r.label}": {side} {limit:g}', r.explanation)


def _pattern(r: FieldError) -> Answer:
    return Answer(Code.ONBEKENDE_KEUZE, f'{quoted(r.value)} kan niet bij "{r.label}"', r.explanation)


def _date(r: FieldError) -> Answer:
    allowed = [str(shape) for shape in r.context["vormen"]]
    if any(DATE_SHAPES[shape].match(str(r.value)) for shape in allowed if shape in DATE_SHAPES):
        message = f"{quoted(r.value)} bestaat niet op de kalender"
        parts = {4: "het jaar", 7: "de maand", 10: "de dag en de maand"}
        return Answer(Code.ONGELDIGE_DATUM, message, f"Controleer {parts[len(str(r.value))]}.")
    guess = r.context["voorstel"]
    start = f"Bedoelde u {guess}? " if guess else ""
    example = "" if guess else f", zoals {next(EXAMPLES[shape] for shape in reversed(allowed) if shape in EXAMPLES)}"
    message = f'{quoted(r.value)} is geen datum die bij "{r.label}" kan'
    return Answer(Code.ONGELDIGE_DATUM, message, f"{start}Schrijf {enumerate_words(allowed)}{example}.")


def _number(r: FieldError) -> Answer:
    guess = f"Bedoelde u {r.context['voorstel']}? " if r.context["voorstel"] else ""
    how = {
        "geheel": "Schrijf een heel getal in cijfers, zonder punten of spaties.",
        "decimaal": "Schrijf een getal met een punt, zoals 52.255.",
        "nederlands": "Schrijf een getal zoals 210.000 of 23,7, zonder woorden erbij.",
    }[r.context["soort"]]
    return Answer(Code.ONGELDIG_GETAL, f'{quoted(r.value)} is geen getal dat bij "{r.label}" kan', guess + how)


def _yes_no(r: FieldError) -> Answer:
    word = str(r.value).strip().lower()
    guess = "ja" if word in YES else "nee" if word in NO else ""
    start = f'Bedoelde u "{guess}"? ' if guess else ""
    message = f'{quoted(r.value)} kan niet bij "{r.label}": alleen ja of nee'
    return Answer(Code.GEEN_JA_NEE, message, start + r.explanation)


def _markup(r: FieldError) -> Answer:
    sign = str(r.context["teken"])
    what, how = {
        "[@": ("een bronverwijzing", "Noem de bron in het veld bron, of in de tekst onder de velden."),
        "](": ("een link", "Houd de woorden en haal het adres weg. Links kunnen in de tekst onder de velden."),
        "<": (f"HTML ({sign}…)", "Haal de code weg."),
    }.get(sign if sign in ("[@", "](") else sign[0], (f"opmaak ({sign})", f"Haal de tekens {sign} weg."))
    return Answer(Code.OPMAAK_IN_VELD, f'In "{r.label}" staat {what}, maar een veld is gewone tekst', how)


def _slug(r: FieldError) -> Answer:
    guess = slugify(str(r.value))
    if not is_slug(guess):  # the name of a device
        guess += "-1"
    is_word = SLUG.fullmatch(str(r.value)) is not None
    why = "dat woord is te lang of bezet" if is_word else "alleen kleine letters, cijfers en streepjes"
    return Answer(Code.ONGELDIGE_SLUG, f'{quoted(r.value)} kan niet bij "{r.label}": {why}', f"Bedoelde u {guess}?")


def _address(r: FieldError) -> Answer:
    path = re.sub(r"[?#].*", "", re.sub(r"^\w+://[^/]*", "", str(r.value)), flags=re.DOTALL)
    parts = ["-".join(part.split()) for part in path.split("/") if part.strip()]
    guess = f"/{'/'.join(parts)}/"
    hint = "Een adres begint en eindigt met een schuine streep."
    if ADDRESS.fullmatch(guess):
        hint += f" Bedoelde u {guess}?"
    elif parts:
        hint += " Ertussen staan alleen letters zonder accenten, cijfers en streepjes."
    return Answer(Code.ONGELDIG_ADRES, f"{quoted(r.value)} is geen adres op deze site", hint)


def _url(r: FieldError) -> Answer:
    written, reason = str(r.value), str(r.context["reden"])
    hint = {
        "vorm": "Kopieer het hele adres uit de adresbalk; het begint met https://.",
        "volgcode": "Haal de volgcode weg: alles vanaf utm_, fbclid of gclid.",
        "lengte": "Dit adres is te lang. Zoek het korte adres van de pagina.",
    }[reason]
    if reason == "volgcode" and not TRACKING.search(clean := without_tracking(written)):
        hint += f' Bedoelde u "{clean}"?'
    elif written.lower().startswith("www.") and not re.search(r"\s", written):
        hint += f' Bedoelde u "https://{written}"?'
    elif re.search(r"\S\s+\S", written):
        hint = f"Er staat een spatie in. {hint}"
    return Answer(Code.ONGELDIGE_URL, f'{quoted(written)} kan niet bij "{r.label}"', hint)


def _twice(r: FieldError) -> Answer:
    return Answer(
        Code.DUBBELE_WAARDE, f'{quoted(r.context["waarde"])} staat twee keer bij "{r.label}"', "Haal er een weg."
    )


def _empty(r: FieldError) -> Answer:
    message = f'Bij "{r.label}" staat niets tussen de aanhalingstekens'
    return Answer(Code.LEGE_WAARDE, message, f"Vul het in, of haal het weg als het niet verplicht is. {r.explanation}")


ANSWERS: Mapping[str, Callable[[FieldError], Answer]] = {
    "missing": _missing,
    "literal_error": _choice,
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _group_expected,
    "dict_type": _group_expected,
    "string_too_short": _short,
    "string_too_long": _long,
    "too_short": _short,
    "too_long": _long,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "int_type": _text_expected,
    "float_type": _text_expected,
    "bool_type": _text_expected,
    "string_pattern_mismatch": _pattern,
    "ongeldige-datum": _date,
    "ongeldig-getal": _number,
    "geen-ja-nee": _yes_no,
    "lege-waarde": _empty,
    "opmaak-in-veld": _markup,
    "ongeldige-slug": _slug,
    "ongeldig-adres": _address,
    "ongeldige-url": _url,
    "dubbele-waarde": _twice,
}
"""Every error type that the models can give; a test shows that none is missing."""


def refuse(refusal: FieldError) -> Answer:
    """The code, message and hint for one refusal."""
    if refusal.value == FILL_IN:
        message = f'Bij "{refusal.label}" staat nog {FILL_IN}'
        return Answer(Code.VERPLICHT_VELD, message, f"Vul het veld in. {refusal.explanation}".strip())
    return ANSWERS[refusal.kind](refusal)
