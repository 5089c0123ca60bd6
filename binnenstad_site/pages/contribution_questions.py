"""What somebody without an account is asked who brings a praktijk or a correction, in the order in which it is asked.

One table for the form, the sheet of paper and the mail; how much fits in an answer is what the model allows.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel

from binnenstad_site.models import vocabulary
from binnenstad_site.models.blocks import Bron
from binnenstad_site.models.items.praktijken import Misser, Praktijk

Choice = tuple[str, str]
"""The value in the file, and the words that a reader chooses."""
LONGEST_STORY = 10_000
"""Characters of an answer that becomes a section of the text."""
NO_STATUS = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meevraag:
    """One question. `soort` is how it is answered: `regel`, `vak`, `lijst`, `gemeente`, `land`, `kies` or `vink`."""

    naam: str
    tekst: str
    uitleg: str = ""
    soort: str = "regel"
    nodig: bool = False
    """Whether the file cannot be made without."""
    minst: int = 0
    meest: int = 200
    keuzes: tuple[Choice, ...] = ()
    bij: str = ""
    """The kind for which alone it is asked; empty for all."""
    regels: int = 1
    """Lines to write on, on paper; also the height of a field of more lines."""

    @property
    def mag_leeg(self) -> bool:
        """Whether its label says that it may stay empty."""
        return not self.nodig and self.soort in {"regel", "vak"}

    @property
    def kiest(self) -> bool:
        """Whether it is answered by choosing from what is shown."""
        return self.soort in {"kies", "vink"}

    @property
    def kiest_meer(self) -> bool:
        return self.soort == "vink"

    @property
    def is_vak(self) -> bool:
        return self.soort in {"vak", "lijst"}

    @property
    def is_land(self) -> bool:
        return self.soort == "land"

    @property
    def is_gemeente(self) -> bool:
        return self.soort == "gemeente"

    @property
    def lijnen(self) -> tuple[int, ...]:
        """The lines to write on."""
        return tuple(range(self.regels))


@dataclass(frozen=True, slots=True)
class Vragengroep:
    """Questions that belong together, under one heading."""

    kop: str
    vragen: tuple[Meevraag, ...] = field(default=())


def _of(model: type[BaseModel], veld: str, naam: str, tekst: str, uitleg: str = "", **options: object) -> Meevraag:
    """A question whose answer goes into a field of a model, with the bounds of that field."""
    bounds: dict[str, object] = {"minst": 0, "meest": 200}
    for limit in model.model_fields[veld].metadata:
        if isinstance(limit, MinLen):
            bounds["minst"] = limit.min_length
        elif isinstance(limit, MaxLen):
            bounds["meest"] = limit.max_length
    return Meevraag(naam=naam, tekst=tekst, uitleg=uitleg, **{**bounds, **options})  # type: ignore[arg-type]


def _story(naam: str, tekst: str, uitleg: str, *, nodig: bool = False) -> Meevraag:
    return Meevraag(
        naam=naam,
        tekst=tekst,
        uitleg=uitleg,
        soort="vak",
        nodig=nodig,
        minst=20 if nodig else 0,
        meest=LONGEST_STORY,
        regels=6,
    )


def new_praktijk(trends: tuple[Choice, ...]) -> tuple[Vragengroep, ...]:
    """What is asked about a new praktijk; `trends` are slugs with their names."""
    item = Praktijk
    when = "Een jaar, of jaar en maand: 2024 of 2024-05."
    return (
        Vragengroep(
            "Wat is het?",
            (
                _of(item, "titel", "titel", "Hoe heet het?", "Een korte naam, zoals die van het project.", nodig=True),
                _of(
                    item,
                    "in_een_zin",
                    "in_een_zin",
                    "Wat is het, in één zin?",
                    "Voor wie er nog nooit van hoorde.",
                    nodig=True,
                    soort="vak",
                    regels=2,
                ),
                Meevraag(naam="land", tekst="In welk land?", soort="land", keuzes=tuple(vocabulary.LAND.items())),
                Meevraag(
                    naam="gemeente", tekst="In welke gemeente?", uitleg="Kies een naam uit de lijst.", soort="gemeente"
                ),
                _of(item, "plek", "plek", "Waar in de stad?", "Een straat, plein of buurt.", nodig=True),
            ),
        ),
        Vragengroep(
            "Waarom en hoe?",
            (
                _of(
                    item,
                    "opgave",
                    "opgave",
                    "Welk probleem wilde u oplossen?",
                    "In één zin.",
                    nodig=True,
                    soort="vak",
                    regels=2,
                ),
                _story("gedaan", "Wat hebt u gedaan?", "Stap voor stap, en wie wat deed.", nodig=True),
                Meevraag(
                    naam="partijen",
                    tekst="Wie deden mee?",
                    uitleg="Elke partij op een eigen regel, met haar rol. Geen namen van personen.",
                    soort="lijst",
                    nodig=True,
                    meest=1000,
                    regels=3,
                ),
                Meevraag(
                    naam="trends",
                    tekst="Bij welke trends hoort het?",
                    uitleg="Kies er één tot vier.",
                    soort="vink",
                    nodig=True,
                    minst=1,
                    meest=4,
                    keuzes=trends,
                ),
                Meevraag(
                    naam="instrumenten",
                    tekst="Waarmee is gewerkt?",
                    uitleg="Kies er minstens één.",
                    soort="vink",
                    nodig=True,
                    minst=1,
                    meest=len(vocabulary.INSTRUMENT),
                    keuzes=tuple(vocabulary.INSTRUMENT.items()),
                ),
            ),
        ),
        Vragengroep(
            "Hoe staat het ervoor?",
            (
                Meevraag(
                    naam="status",
                    tekst="Wat is de stand?",
                    soort="kies",
                    keuzes=tuple({**vocabulary.STATUS, NO_STATUS: "weet ik niet"}.items()),
                ),
                Meevraag(naam="start", tekst="Wanneer begon het?", uitleg=when, meest=7),
                Meevraag(
                    naam="eind",
                    tekst="Wanneer eindigde het?",
                    uitleg=f"{when} Loopt het nog, laat dit dan leeg.",
                    meest=7,
                ),
                Meevraag(
                    naam="kosten",
                    tekst="Wat kostte het ongeveer?",
                    soort="kies",
                    keuzes=tuple({**vocabulary.KOSTENKLASSE, NO_STATUS: "weet ik niet"}.items()),
                ),
            ),
        ),
        Vragengroep(
            "Wat kwam ervan?",
            (
                _story(
                    "resultaat", "Wat leverde het op?", "Is er geteld, noem dan voor en na. Onbekend? Laat het leeg."
                ),
                _of(
                    Misser,
                    "tekst",
                    "mis",
                    "Wat ging er mis?",
                    "Daar leren anderen het meest van. Onbekend? Laat het leeg.",
                    soort="vak",
                    regels=3,
                ),
                _story("leren", "Wat kan een andere gemeente hiervan leren?", "Weet u het niet, laat het dan leeg."),
                *(
                    Meevraag(naam=f"stap{n}", tekst=f"{word} stap voor wie dit ook wil", nodig=True, minst=3)
                    for n, word in enumerate(("Eerste", "Tweede", "Derde"), 1)
                ),
            ),
        ),
        Vragengroep(
            "Waar kunnen wij het nalezen?",
            (
                _of(
                    Bron,
                    "titel",
                    "bron_titel",
                    "Titel van een openbaar stuk",
                    "Een bericht, nota of evaluatie.",
                ),
                _of(Bron, "uitgever", "bron_uitgever", "Wie gaf het uit?"),
                Meevraag(naam="bron_url", tekst="Webadres van dat stuk", uitleg="Het begint met https://.", meest=1000),
                _of(
                    Bron,
                    "uitgever",
                    "rol",
                    "Uw functie en organisatie",
                    "Geen naam: centrummanager, gemeente Deventer.",
                    nodig=True,
                ),
            ),
        ),
    )


ABOUT_A_PAGE = Vragengroep(
    "Over een pagina van deze site",
    (
        Meevraag(
            naam="over", tekst="Om welke pagina gaat het?", uitleg="Het adres van de pagina.", nodig=True, meest=400
        ),
        Meevraag(
            naam="vertel",
            tekst="Wat wilt u ons vertellen?",
            uitleg="Wat staat er nu, en hoe is het echt? Sinds wanneer?",
            soort="vak",
            nodig=True,
            minst=3,
            meest=LONGEST_STORY,
            regels=6,
        ),
        Meevraag(naam="waar", tekst="Waar staat dat?", uitleg="Een openbaar stuk of webadres.", meest=1000),
        Meevraag(naam="wie", tekst="Uw functie en organisatie", uitleg="Geen naam.", meest=120),
    ),
)
KINDS: tuple[Choice, ...] = (
    ("nieuw", "Een nieuwe praktijk"),
    ("klopt-niet", "Er klopt iets niet"),
    ("loopt-nog", "Dit loopt nog"),
    ("gestopt", "Dit is gestopt"),
)
CALL: Choice = ("bellen", "Ik wil hierover bellen")
"""Only where there is somebody to answer."""
CALL_BACK = Meevraag(
    naam="bereik",
    tekst="Waar en wanneer kunnen wij u bellen?",
    uitleg="Dit komt alleen in uw mail, en nooit op de site.",
    nodig=True,
    minst=3,
    bij=CALL[0],
)
