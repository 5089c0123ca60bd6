"""Telephone numbers and e-mail addresses: in a text, and which address is of an office rather than of a person."""

from __future__ import annotations

import re
from collections.abc import Collection

PHONE = (
    r"(?<![\w./@-])(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|\(?0)"
    r"[1-9](?:[\s-]?\d){1,3}\)?[\s/-]{0,3}\d(?:[\s-]?\d){4,6}(?![\w-])"
)
"""A Dutch number with ten digits, as people write it: `06-12345678`, `(0570) 69 39 11`, `+31 6 1234 5678`."""
MAIL = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
CONTACT = re.compile(rf"(?P<phone>{PHONE})|(?P<mail>{MAIL})", re.ASCII)
LONGEST_MAIL = 120
MAIL_ADDRESS = re.compile(r"[a-z0-9]+(?:[.+_-][a-z0-9]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,24}", re.ASCII)
_OFFICES = """
aanloop accountmanagement advies afdeling algemeen balie bedrijf bedrijfscontact bedrijven beleid bereikbaarheid
bestuur binnenstad binnenstedelijk biz bureau buurt centrum centrummanagement circulair citymanagement
citymarketing communicatie contact coordinator cultuur detailhandel dienst dorp duurzaam economie economisch
economische erfgoed evenementen fonds gebied gemeente griffie groen hart helpdesk hoofd horeca hulp info
informatie initiatief inwoners kern klantcontact klimaat kwartier kwartiermaker leefomgeving leegstand logistiek
loket makelaar management manager marketing markt meedoen meldpunt milieu mobiliteit omgeving onderneem ondernemen
ondernemer ondernemers ontwikkeling openbaar organisatie parkeren participatie plein post postbus praktijk proef
programma project projectbureau projecten projectleider provincie raad redactie regie regio retail ruimte
ruimtelijk samen samenleving secretariaat stad stadhuis stads stadsdeel stadslogistiek stedelijk stichting straat
strategie straten team toerisme transformatie vastgoed vereniging vergunning vergunningen verkeer vervoer
vrijetijd water welkom werk werkplaats wijk winkel winkelhart winkelier winkeliers winkelstraat wonen zaken zorg
"""
OFFICES = frozenset(_OFFICES.split())
"""What the mailbox of an office is called after; joined, as in `binnenstadsmanager`, they may be linked by a letter."""
_LINKS = ("", "s", "e", "en")
_MIGHT = re.compile(r"@|\b0\d|\(0|\+31")
_DIGITS = re.compile(r"\d")


def contacts(text: str) -> list[re.Match[str]]:
    """Every telephone number and e-mail address in a text."""
    if not _MIGHT.search(text):
        return []
    return [match for match in CONTACT.finditer(text) if match["mail"] or _is_phone(match.group())]


def _is_phone(text: str) -> bool:
    """Whether it has as many digits as a Dutch number: ten, or eleven to thirteen with the number of the country."""
    digits = "".join(_DIGITS.findall(text.replace("(0)", "")))
    national = re.sub(r"^(?:0031|31)", "0", digits) if text.lstrip("(").startswith(("+", "00")) else digits
    return len(national) == 10


def is_mail_address(text: str) -> bool:
    """Whether a text is one mail address and nothing else, in lower case."""
    return len(text) <= LONGEST_MAIL and MAIL_ADDRESS.fullmatch(text) is not None


def of_an_office(address: str, places: Collection[str] = ()) -> bool:
    """Whether what stands before the `@` is made of words of offices, with or without the name of a place (a slug).

    Whatever else stands there may be the name of a person: so a list of what is general decides, not one of names.
    """
    named = {part for place in places for part in (place.replace("-", ""), *place.split("-")) if len(part) > 3}
    mailbox = [re.sub(r"\d+$", "", word) for word in re.split(r"[.+_-]", address.partition("@")[0])]
    general = all(_made_of(word, OFFICES | named) for word in mailbox)
    return general and any(office in word for word in mailbox for office in OFFICES)


def _made_of(word: str, known: Collection[str]) -> bool:
    """Whether a word is nothing but known ones, joined as Dutch joins them; an empty word (a lone number) is."""
    ends = {0}
    for start in range(len(word)):
        if start in ends:
            after = [start + len(part) for part in known if word.startswith(part, start)]
            ends |= {end + len(link) for end in after for link in _LINKS if word.startswith(link, end)}
    return len(word) in ends
