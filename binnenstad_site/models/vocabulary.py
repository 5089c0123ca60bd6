"""The closed lists of the content model, each value with the words a visitor reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from binnenstad_site.core.urls import slugify

FILL_IN = "<vul in>"
"""The placeholder in a skeleton. It looks like HTML, which no field or body may hold, so it cannot be published."""

Status = Literal["idee", "proef", "loopt", "opgeschaald", "afgerond", "gestopt", "onbekend"]
GESTOPT: Status = "gestopt"
Instrument = Literal["regel", "geld", "ruimte", "organisatie", "data", "communicatie"]
Kostenklasse = Literal["tot-50.000", "50.000-250.000", "250.000-1-miljoen", "vanaf-1-miljoen", "onbekend"]
Grootteklasse = Literal["tot-25.000", "25.000-50.000", "50.000-100.000", "100.000-250.000", "vanaf-250.000"]
Bewijs = Literal["0", "1", "2", "3", "4"]
Uitkomst = Literal["gehaald", "deels", "niet-gehaald", "onbekend"]
Maat = Literal[
    "leegstand",
    "winkelmeters",
    "bezoekers",
    "omzet",
    "verkeer",
    "ritten",
    "parkeren",
    "fietsen",
    "afval",
    "uitstoot",
    "woningen",
    "inwoners-binnenstad",
    "arbeidsplaatsen",
    "ondernemers",
    "groen",
    "veiligheid",
    "waardering",
    "anders",
]
SoortBron = Literal[
    "krant",
    "omroep",
    "gemeente",
    "provincie",
    "rijk",
    "onderzoek",
    "evaluatie",
    "rechter",
    "bedrijf",
    "belangenorganisatie",
    "anders",
]
NIEUWS = frozenset[SoortBron]({"krant", "omroep"})
"""The kinds of sources that report what others did."""
OordeelAanpak = Literal["aanraden", "kansrijk", "afwachten", "afraden"]
"""What all praktijken say together of an aanpak. It is derived, so no field holds it."""
Voorspeld = Literal["uitgekomen", "deels", "niet-uitgekomen", "loopt-nog", "onbekend"]
LOOPT_NOG: Voorspeld = "loopt-nog"
NIET_BESLIST = frozenset[Voorspeld]({LOOPT_NOG, "onbekend"})
"""The outcomes of what has none yet, or none that is known."""
Onderwerp = Literal[
    "leegstand",
    "winkels-en-online",
    "vervoer",
    "maken-en-hergebruik",
    "wonen-en-werken",
    "inwoners-en-bezoekers",
    "betalen-en-geld",
]
Fase = Literal["nu", "deze-collegeperiode", "later"]
Niveau = Literal["hoog", "laag"]
Dossier = Literal["volledig", "beknopt"]
SoortBijeenkomst = Literal["workshop", "bijeenkomst", "congres", "excursie", "webinar"]
Land = Literal["NL", "BE", "DE", "GB", "FR", "LU", "DK", "SE", "NO", "FI", "AT", "CH", "ES", "IT", "PT", "IE", "US"]
Provincie = Literal[
    "Drenthe",
    "Flevoland",
    "Fryslân",
    "Gelderland",
    "Groningen",
    "Limburg",
    "Noord-Brabant",
    "Noord-Holland",
    "Overijssel",
    "Utrecht",
    "Zeeland",
    "Zuid-Holland",
]
Streek = Literal[
    "Achterhoek",
    "Groot-Rijnmond",
    "Het Gooi en Vechtstreek",
    "IJmond",
    "Kop van Noord-Holland",
    "Midden-Limburg",
    "Midden-Noord-Brabant",
    "Noord-Drenthe",
    "Noord-Friesland",
    "Noord-Limburg",
    "Noordoost-Noord-Brabant",
    "Oost-Groningen",
    "Twente",
    "Veluwe",
    "West-Noord-Brabant",
    "Zaanstreek",
    "Zeeuwsch-Vlaanderen",
    "Zuid-Limburg",
    "Zuidoost-Drenthe",
    "Zuidoost-Friesland",
    "Zuidoost-Noord-Brabant",
    "Zuidwest-Drenthe",
]

TREND_SLUGS = (
    "anders-samenleven",
    "anders-produceren",
    "anders-consumeren",
    "anders-werken",
    "anders-investeren",
    "anders-vervoeren",
)
SCENARIO_SLUGS = ("binnenstad-united", "binnenstad-als-game", "exclusieve-binnenstad", "autarkische-binnenstad")

STATUS = {status: status for status in get_args(Status)} | {"onbekend": "stand onbekend"}
LAATST_GEZIEN = "laatst-gezien"
STATUS_OP_SITE = STATUS | {LAATST_GEZIEN: "eerder gezien, nu onbekend"}
"""What a reader can choose from: also what went on by the newest source, which is too old to say so of today."""
INSTRUMENT = {instrument: instrument for instrument in get_args(Instrument)}
KOSTENKLASSE = {
    "tot-50.000": "tot € 50.000",
    "50.000-250.000": "€ 50.000 tot € 250.000",
    "250.000-1-miljoen": "€ 250.000 tot € 1 miljoen",
    "vanaf-1-miljoen": "vanaf € 1 miljoen",
    "onbekend": "onbekend",
}
KOSTENGRENZEN = {
    "tot-50.000": ("", "€ 50.000"),
    "50.000-250.000": ("€ 50.000", "€ 250.000"),
    "250.000-1-miljoen": ("€ 250.000", "€ 1 miljoen"),
    "vanaf-1-miljoen": ("€ 1 miljoen", ""),
}
"""From and to, per class of costs that is known; empty where it has no bound."""
GROOTTEKLASSE = {
    "tot-25.000": "tot 25.000 inwoners",
    "25.000-50.000": "25.000 tot 50.000 inwoners",
    "50.000-100.000": "50.000 tot 100.000 inwoners",
    "100.000-250.000": "100.000 tot 250.000 inwoners",
    "vanaf-250.000": "250.000 en meer inwoners",
}
LEEGSTANDKLASSE = {
    "tot-10": "tot 10 procent",
    "10-15": "10 tot 15 procent",
    "15-25": "15 tot 25 procent",
    "vanaf-25": "25 procent en meer",
}
"""How much stood empty before a praktijk began."""
BEWIJS = {"0": "aangekondigd", "1": "beschreven", "2": "onderbouwd", "3": "gemeten", "4": "vergeleken"}
BEWIJS_REGEL = {
    "0": "Alleen een plan of een nieuwsbericht.",
    "1": "Doel, aanpak en omgeving staan in een bron.",
    "2": "Er is een reden waarom het zou werken, met onderzoek of andere gevallen.",
    "3": "Cijfers van voor en na, in een gepubliceerde bron.",
    "4": "Een onafhankelijke evaluatie met een vergelijking.",
}
UITKOMST = {
    "gehaald": "doel gehaald",
    "deels": "doel deels gehaald",
    "niet-gehaald": "doel niet gehaald",
    "onbekend": "uitkomst onbekend",
}
UITKOMST_KORT = {"gehaald": "gehaald", "deels": "deels", "niet-gehaald": "niet gehaald", "onbekend": "onbekend"}
"""The same beside a count."""
MAAT = {maat: maat for maat in get_args(Maat)} | {"inwoners-binnenstad": "inwoners van de binnenstad"}
SOORT_BRON = {
    "krant": "krant of nieuwssite",
    "omroep": "omroep",
    "gemeente": "gemeente",
    "provincie": "provincie of regio",
    "rijk": "rijk",
    "onderzoek": "onderzoek",
    "evaluatie": "evaluatie",
    "rechter": "rechter",
    "bedrijf": "bedrijf of instelling",
    "belangenorganisatie": "belangenorganisatie",
    "anders": "op eigen titel of onbekend",
}
SOORT_BRON_UITLEG = {
    "krant": "ook een nieuwssite of vakblad",
    "omroep": "landelijk of lokaal",
    "gemeente": "ook in het buitenland",
    "provincie": "ook een regio waarin overheden samenwerken",
    "rijk": "ook wetten, de Kamer, een ander land of de EU",
    "onderzoek": "universiteit, kennisinstituut, CBS, of een onderzoek van een bureau",
    "evaluatie": "evaluatie van wat hier beschreven is",
    "rechter": "uitspraak",
    "bedrijf": "ook een instelling over eigen werk",
    "belangenorganisatie": "ook een vereniging, stichting of politieke partij",
    "anders": "iemand op eigen titel, of onbekend wie",
}
"""What falls under each, for who fills it in."""
VOORSPELD = {
    "uitgekomen": "uitgekomen",
    "deels": "deels uitgekomen",
    "niet-uitgekomen": "niet uitgekomen",
    "loopt-nog": "loopt nog",
    "onbekend": "uitkomst onbekend",
}
VOORSPELD_KORT = {"uitgekomen": "ja", "deels": "deels", "niet-uitgekomen": "nee", "loopt-nog": "loopt", "onbekend": "?"}
"""The answer to the question whether it came true, for the head of a column."""
ONDERWERP = {
    "leegstand": "Leegstand",
    "winkels-en-online": "Winkels en online",
    "vervoer": "Vervoer",
    "maken-en-hergebruik": "Maken en hergebruik",
    "wonen-en-werken": "Wonen en werken",
    "inwoners-en-bezoekers": "Inwoners en bezoekers",
    "betalen-en-geld": "Betalen en geld",
}
FASE = {"nu": "Nu", "deze-collegeperiode": "Deze collegeperiode", "later": "Later"}
INVLOED = ("geen", "weinig", "matig", "groot", "zeer groot")
VOORBEREID = ("niet", "weinig", "half", "goed", "helemaal")
"""The words of the two scales of the trendscan, 0 to 4."""
OORDEEL = {"werkt": "werkt", "werkt-met-aanpassing": "werkt met aanpassing", "werkt-niet": "werkt niet"}
OORDEEL_AANPAK: Mapping[OordeelAanpak, str] = {
    "aanraden": "aanraden",
    "kansrijk": "kansrijk",
    "afwachten": "afwachten",
    "afraden": "afraden",
}
OORDEEL_AANPAK_UITLEG: Mapping[OordeelAanpak, str] = {
    "aanraden": "Het werkte vaak genoeg, het is gemeten, en het mislukte veel minder vaak.",
    "kansrijk": "Het werkte vaker dan het mislukte, maar er is nog te weinig gemeten.",
    "afwachten": "Er is nog te weinig bekend om het aan te raden of af te raden.",
    "afraden": "Waar gemeten is, mislukte het vaker dan dat het lukte.",
}
LAND = {
    "NL": "Nederland",
    "BE": "België",
    "DE": "Duitsland",
    "GB": "Verenigd Koninkrijk",
    "FR": "Frankrijk",
    "LU": "Luxemburg",
    "DK": "Denemarken",
    "SE": "Zweden",
    "NO": "Noorwegen",
    "FI": "Finland",
    "AT": "Oostenrijk",
    "CH": "Zwitserland",
    "ES": "Spanje",
    "IT": "Italië",
    "PT": "Portugal",
    "IE": "Ierland",
    "US": "Verenigde Staten",
}
PROVINCIE = {slugify(name): name for name in get_args(Provincie)}
"""By the slug that addresses use."""
BUITEN_NEDERLAND = "buiten-nederland"
