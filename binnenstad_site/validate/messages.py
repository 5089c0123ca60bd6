"""What an error of pydantic or of our own types means, in Dutch: a table from error type to code, message and hint.

Pydantic's own English is never read, only the type of an error, its context and the annotation of the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from binnenstad_site.core.contacts import is_mail_address
from binnenstad_site.core.diagnostics import Code
from binnenstad_site.core.hosts import UrlFault
from binnenstad_site.core.suggestions import enumerate_words
from binnenstad_site.core.typography import counted
from binnenstad_site.core.urls import ADDRESS, DEVICES, LONGEST_ADDRESS, LONGEST_SLUG, SLUG, is_slug, slugify
from binnenstad_site.models.annotations import choices_within
from binnenstad_site.models.texttypes import BULLET, DATE_SHAPES, STEP_NUMBER, YEARS
from binnenstad_site.models.vocabulary import FILL_IN
from binnenstad_site.validate.field_errors import FieldError, Wording, quoted
from binnenstad_site.validate.shape_messages import group_expected, list_expected, text_expected
from binnenstad_site.validate.web_addresses import word_url

EXAMPLES = {"JJJJ": "2026", "JJJJ-MM": "2026-05", "JJJJ-MM-DD": "2026-05-31"}
YES = frozenset({"ja", "j", "yes", "y", "on", "aan", "1", "true", "waar"})
NO = frozenset({"nee", "n", "no", "neen", "off", "uit", "0", "false", "onwaar"})


def _missing(error: FieldError) -> Wording:
    hint = f"Voeg een regel toe: {error.name}: … ({error.explanation})"
    return Wording(Code.VERPLICHT_VELD, f'Het veld "{error.name}" ontbreekt', hint)


def _choice(error: FieldError) -> Wording:
    if not isinstance(error.value, str):
        return text_expected(error)
    choices = choices_within(error.annotation)
    hint = error.suggestions.did_you_mean(error.value, choices) or f"Kies uit: {enumerate_words(choices)}."
    return Wording(Code.ONBEKENDE_KEUZE, f'{quoted(error.value)} kan niet bij "{error.label}"', hint)


def _characters(count: int) -> str:
    return counted(count, "teken", "tekens")


def _short(error: FieldError) -> Wording:
    least = int(error.context["min_length"])
    if isinstance(error.value, str):
        length = len(error.value.strip())
        if not length:
            return _empty(error)
        message = f'"{error.label}" is te kort: {_characters(length)}, en minstens {least} zijn nodig'
        hint = f"Schrijf minstens {_characters(least - length)} meer. {error.explanation}"
        return Wording(Code.TE_KORT, message, hint)
    count = len(error.value)
    are, are_needed = "staat" if count == 1 else "staan", "is nodig" if least == 1 else "zijn nodig"
    message = f'Bij "{error.label}" {are} er {count}; minstens {least} {are_needed}'
    return Wording(Code.TE_WEINIG, message, f"Voeg er {least - count} toe. {error.explanation}")


def _long(error: FieldError) -> Wording:
    most = int(error.context["max_length"])
    if isinstance(error.value, str):
        length = len(error.value.strip())
        message = f'"{error.label}" is te lang: {_characters(length)}, en hooguit {most} passen'
        return Wording(Code.TE_LANG, message, f"Haal er {_characters(length - most)} af.")
    count = len(error.value)
    message = f'Bij "{error.label}" staan er {count}; hooguit {most} zijn toegestaan'
    return Wording(Code.TE_VEEL, message, f"Haal er {count - most} weg. {error.explanation}")


def _bounds(error: FieldError) -> Wording:
    limit = error.context.get("ge", error.context.get("le"))
    side = "minstens" if "ge" in error.context else "hooguit"
    written = quoted(str(error.value).removesuffix(".0"))
    return Wording(Code.ONGELDIG_GETAL, f'{written} kan niet bij "{error.label}": {side} {limit:g}', error.explanation)


def _pattern(error: FieldError) -> Wording:
    return Wording(Code.ONBEKENDE_KEUZE, f'{quoted(error.value)} kan niet bij "{error.label}"', error.explanation)


def _date(error: FieldError) -> Wording:
    allowed = [str(shape) for shape in error.context["vormen"]]
    if any(DATE_SHAPES[shape].match(str(error.value)) for shape in allowed if shape in DATE_SHAPES):
        if int(str(error.value)[:4]) not in YEARS:
            hint = f"Een jaartal ligt hier tussen {YEARS[0]} en {YEARS[-1]}. Controleer het jaar."
            return Wording(Code.ONGELDIGE_DATUM, f'{quoted(error.value)} kan niet bij "{error.label}"', hint)
        message = f"{quoted(error.value)} bestaat niet op de kalender"
        parts = {4: "het jaar", 7: "de maand", 10: "de dag en de maand"}
        return Wording(Code.ONGELDIGE_DATUM, message, f"Controleer {parts[len(str(error.value))]}.")
    guess = error.context["voorstel"]
    start = f"Bedoelde u {guess}? " if guess else ""
    example = "" if guess else f", zoals {next(EXAMPLES[shape] for shape in reversed(allowed) if shape in EXAMPLES)}"
    message = f'{quoted(error.value)} is geen datum die bij "{error.label}" kan'
    return Wording(Code.ONGELDIGE_DATUM, message, f"{start}Schrijf {enumerate_words(allowed)}{example}.")


def _number(error: FieldError) -> Wording:
    guess = f"Bedoelde u {error.context['voorstel']}? " if error.context["voorstel"] else ""
    how = {
        "geheel": "Schrijf een heel getal in cijfers, zonder punten of spaties.",
        "decimaal": "Schrijf een getal met een punt, zoals 52.255.",
        "nederlands": "Schrijf een getal zoals 210.000 of 23,7, zonder woorden erbij.",
    }[error.context["soort"]]
    return Wording(Code.ONGELDIG_GETAL, f'{quoted(error.value)} is geen getal dat bij "{error.label}" kan', guess + how)


def _yes_no(error: FieldError) -> Wording:
    word = str(error.value).strip().lower()
    guess = "ja" if word in YES else "nee" if word in NO else ""
    start = f'Bedoelde u "{guess}"? ' if guess else ""
    message = f'{quoted(error.value)} kan niet bij "{error.label}": alleen ja of nee'
    return Wording(Code.GEEN_JA_NEE, message, start + error.explanation)


def _markup(error: FieldError) -> Wording:
    sign = str(error.context["teken"])
    if error.context.get("bron") and sign == "[@":
        message = f'In "{error.label}" staat een bronverwijzing die niet klopt'
        return Wording(Code.OPMAAK_IN_VELD, message, "Schrijf [@sleutel], of voor twee bronnen [@een; @twee].")
    what, how = {
        "[@": ("een bronverwijzing", "Noem de bron in het veld bron, of in de tekst onder de velden."),
        "](": ("een link", "Houd de woorden en haal het adres weg. Links kunnen in de tekst onder de velden."),
        "<": (f"HTML ({sign}…)", "Haal de code weg."),
    }.get(sign if sign in ("[@", "](") else sign[0], (f"opmaak ({sign})", f"Haal de tekens {sign} weg."))
    numbered = STEP_NUMBER.match(f"{sign} A")
    if numbered or BULLET.match(f"{sign} "):
        what = f"een nummer ({sign})" if numbered else f"een opsommingsteken ({sign})"
        every = "alle nummers" if numbered else f"elke {sign}"
        how = f"Haal {sign} weg. Zijn het meer punten, maak er dan zinnen van."
        how = f"Haal {every} weg uit deze lijst: het streepje is genoeg." if error.in_list else how
    return Wording(Code.OPMAAK_IN_VELD, f'In "{error.label}" staat {what}, maar een veld is gewone tekst', how)


def _slug(error: FieldError) -> Wording:
    guess = slugify(str(error.value))
    if not is_slug(guess):  # the name of a device
        guess += "-1"
    is_word = SLUG.fullmatch(str(error.value)) is not None
    why = "dat woord is te lang of bezet" if is_word else "alleen kleine letters, cijfers en streepjes"
    return Wording(
        Code.ONGELDIGE_SLUG, f'{quoted(error.value)} kan niet bij "{error.label}": {why}', f"Bedoelde u {guess}?"
    )


def _address(error: FieldError) -> Wording:
    path = re.sub(r"[?#].*", "", re.sub(r"^\w+://[^/]*", "", str(error.value)), flags=re.DOTALL)
    parts = ["-".join(part.split()) for part in path.split("/") if part.strip()]
    guess = f"/{'/'.join(parts)}/"
    hint = "Een adres begint en eindigt met een schuine streep."
    if ADDRESS.fullmatch(guess):
        hint += f" Bedoelde u {guess}?"
    elif any(len(part) > LONGEST_SLUG for part in parts) or len(guess) > LONGEST_ADDRESS:
        hint = f"Dit is te lang: een deel heeft hooguit {LONGEST_SLUG} tekens, en het geheel {LONGEST_ADDRESS}."
    elif guess.startswith("/_"):
        hint = "Een adres begint niet met een laag streepje: zo heten bestanden van de webhost."
    elif guess.lower().startswith("/admin/"):
        hint = "Op /admin/ staan de formulieren voor de redactie."
    elif device := next((part for part in parts if part.lower() in DEVICES), ""):
        hint = f'Windows houdt de naam "{device}" voor zichzelf. Laat dit adres weg.'
    elif parts:
        hint += " Ertussen staan alleen letters zonder accenten, cijfers en streepjes."
    return Wording(Code.ONGELDIG_ADRES, f"{quoted(error.value)} is geen adres op deze site", hint)


def _mail(error: FieldError) -> Wording:
    written = str(error.value)
    guess = re.sub(r"\s", "", re.sub(r"^<?mailto:|>$", "", written.strip().lower()))
    start = f"Bedoelde u {guess}? " if guess != written and is_mail_address(guess) else ""
    hint = f"{start}Schrijf één mailadres in kleine letters, zoals centrum@deventer.nl."
    return Wording(Code.ONGELDIG_MAILADRES, f'{quoted(written)} kan niet bij "{error.label}"', hint)


def _url(error: FieldError) -> Wording:
    what, hint = word_url(UrlFault(error.context["reden"]), str(error.value))
    return Wording(Code.ONGELDIGE_URL, f'Bij "{error.label}": {what[0].lower()}{what[1:]}', hint)


def _twice(error: FieldError) -> Wording:
    message = f'{quoted(error.context["waarde"])} staat twee keer bij "{error.label}"'
    return Wording(Code.DUBBELE_WAARDE, message, "Haal er een weg.")


def _empty(error: FieldError) -> Wording:
    message = f'Bij "{error.label}" staat niets tussen de aanhalingstekens'
    return Wording(
        Code.LEGE_WAARDE, message, f"Vul het in, of haal het weg als het niet verplicht is. {error.explanation}"
    )


WORDINGS: Mapping[str, Callable[[FieldError], Wording]] = {
    "missing": _missing,
    "literal_error": _choice,
    "string_type": text_expected,
    "tuple_type": list_expected,
    "model_type": group_expected,
    "dict_type": group_expected,
    "string_too_short": _short,
    "string_too_long": _long,
    "too_short": _short,
    "too_long": _long,
    "greater_than_equal": _bounds,
    "less_than_equal": _bounds,
    "int_type": text_expected,
    "float_type": text_expected,
    "bool_type": text_expected,
    "string_pattern_mismatch": _pattern,
    "ongeldige-datum": _date,
    "ongeldig-getal": _number,
    "geen-ja-nee": _yes_no,
    "lege-waarde": _empty,
    "opmaak-in-veld": _markup,
    "ongeldige-slug": _slug,
    "ongeldig-adres": _address,
    "ongeldige-url": _url,
    "ongeldig-mailadres": _mail,
    "dubbele-waarde": _twice,
}
"""Every error type that the models can give; a test shows that none is missing."""


def word_error(error: FieldError) -> Wording:
    """The code, message and hint for one refused value."""
    if error.value == FILL_IN:
        message = f'Bij "{error.label}" staat nog {FILL_IN}'
        return Wording(Code.VERPLICHT_VELD, message, f"Vul het veld in. {error.explanation}".strip())
    return WORDINGS[error.kind](error)
