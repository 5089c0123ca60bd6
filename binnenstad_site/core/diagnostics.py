"""What can be wrong, as values: codes with their severity, places in a file, and the collected report.

Every stage returns its diagnostics, and the pipeline collects them in a `Report`; nothing here prints or raises.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar


class Severity(StrEnum):
    """An error keeps the site from being published; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Named after the mistake, not its remedy. A published code keeps its name; `docs/fouten.md` explains each."""

    # reading a file
    AFBEELDING_ONLEESBAAR = "afbeelding-onleesbaar"
    BESTAND_ONLEESBAAR = "bestand-onleesbaar"
    BESTAND_TE_GROOT = "bestand-te-groot"
    BIJZONDER_BESTAND = "bijzonder-bestand"
    DUBBEL_ITEM = "dubbel-item"
    GEEN_UTF8 = "geen-utf8"
    LEEG_BESTAND = "leeg-bestand"
    ONBEKEND_BESTAND = "onbekend-bestand"
    ONBEKENDE_MAP = "onbekende-map"
    ONGELDIGE_BESTANDSNAAM = "ongeldige-bestandsnaam"
    ONZICHTBAAR_TEKEN = "onzichtbaar-teken"
    SAMENVOEGEN_NIET_AF = "samenvoegen-niet-af"
    TE_VEEL_IN_BESTAND = "te-veel-in-bestand"
    TRAAG_BESTAND = "traag-bestand"
    VERHASPELD_TEKEN = "verhaspeld-teken"
    # the block of fields
    AANHALINGSTEKEN_OPEN = "aanhalingsteken-open"
    BIJZONDER_TEKEN = "bijzonder-teken"
    DUBBEL_VELD = "dubbel-veld"
    DUBBELE_PUNT = "dubbele-punt"
    GEEN_VOORBLOK = "geen-voorblok"
    HEKJE_IN_WAARDE = "hekje-in-waarde"
    KRULLEND_AANHALINGSTEKEN = "krullend-aanhalingsteken"
    LEGE_WAARDE = "lege-waarde"
    STREEPJE_VERGETEN = "streepje-vergeten"
    TAB_ALS_INSPRINGING = "tab-als-inspringing"
    TE_DIEP_GENEST = "te-diep-genest"
    TE_VEEL_VELDEN = "te-veel-velden"
    VOORBLOK_NIET_GESLOTEN = "voorblok-niet-gesloten"
    YAML_FOUT = "yaml-fout"
    YAML_LABEL = "yaml-label"
    YAML_VERWIJZING = "yaml-verwijzing"
    # fields against the model
    DUBBELE_WAARDE = "dubbele-waarde"
    GEEN_JA_NEE = "geen-ja-nee"
    GROEP_VERWACHT = "groep-verwacht"
    LIJST_VERWACHT = "lijst-verwacht"
    ONBEKEND_VELD = "onbekend-veld"
    ONBEKENDE_KEUZE = "onbekende-keuze"
    ONGELDIG_ADRES = "ongeldig-adres"
    ONGELDIG_GETAL = "ongeldig-getal"
    ONGELDIG_MAILADRES = "ongeldig-mailadres"
    ONGELDIGE_DATUM = "ongeldige-datum"
    ONGELDIGE_SLUG = "ongeldige-slug"
    ONGELDIGE_URL = "ongeldige-url"
    OPMAAK_IN_VELD = "opmaak-in-veld"
    TE_KORT = "te-kort"
    TE_LANG = "te-lang"
    TE_VEEL = "te-veel"
    TE_WEINIG = "te-weinig"
    TEKST_VERWACHT = "tekst-verwacht"
    VELDVOLGORDE = "veldvolgorde"
    VERPLICHT_VELD = "verplicht-veld"
    # the body
    DUBBELE_KOP = "dubbele-kop"
    DUBBELE_SECTIE = "dubbele-sectie"
    GEEN_ALTERNATIEVE_TEKST = "geen-alternatieve-tekst"
    GERESERVEERDE_KOP = "gereserveerde-kop"
    HTML_IN_TEKST = "html-in-tekst"
    KAPOTTE_TABEL = "kapotte-tabel"
    KOP_NIVEAU_1 = "kop-niveau-1"
    KOPNIVEAU_OVERGESLAGEN = "kopniveau-overgeslagen"
    LEGE_TEKST = "lege-tekst"
    LOS_ADRES = "los-adres"
    ONBEKENDE_OPMAAK = "onbekende-opmaak"
    ONBEKENDE_SECTIE = "onbekende-sectie"
    SECTIE_ONTBREEKT = "sectie-ontbreekt"
    SECTIEVOLGORDE = "sectievolgorde"
    TE_LANG_IN_HET_KORT = "te-lang-in-het-kort"
    TEKST_VOOR_SECTIE = "tekst-voor-sectie"
    VERBODEN_LINK = "verboden-link"
    # references, links and sources
    BRON_OP_VERKEERDE_PLEK = "bron-op-verkeerde-plek"
    DUBBELE_BRON = "dubbele-bron"
    KAPOT_ANKER = "kapot-anker"
    KAPOTTE_LINK = "kapotte-link"
    LINK_BUITEN_INHOUD = "link-buiten-inhoud"
    ONBEKENDE_BRON = "onbekende-bron"
    ONBEKENDE_VERWIJZING = "onbekende-verwijzing"
    ONGEBRUIKT_BESTAND = "ongebruikt-bestand"
    ONGEBRUIKTE_BRON = "ongebruikte-bron"
    ONGELDIGE_BRONVERWIJZING = "ongeldige-bronverwijzing"
    ONTBREKENDE_AFBEELDING = "ontbrekende-afbeelding"
    # rules over an item or over the whole site
    AANBEVOLEN_VELD = "aanbevolen-veld"
    AANKONDIGING = "aankondiging"
    AANPAK_ZONDER_PRAKTIJK = "aanpak-zonder-praktijk"
    BEDRAG_ANDERS_GESCHREVEN = "bedrag-anders-geschreven"
    BEWIJS_ZONDER_METING = "bewijs-zonder-meting"
    BEWIJS_ZONDER_VERGELIJKING = "bewijs-zonder-vergelijking"
    BRON_ZONDER_SOORT = "bron-zonder-soort"
    CIJFER_ZONDER_BRON = "cijfer-zonder-bron"
    CONTROLE_NODIG = "controle-nodig"
    WOORD_ZONDER_PAGINA = "woord-zonder-pagina"
    DATUM_ANDERS_GESCHREVEN = "datum-anders-geschreven"
    DATUM_IN_DE_TOEKOMST = "datum-in-de-toekomst"
    DOELJAAR_VOORBIJ = "doeljaar-voorbij"
    DUBBEL_BEGRIP = "dubbel-begrip"
    DUBBEL_PROGRAMMA = "dubbel-programma"
    DUBBEL_ZOEKWOORD = "dubbel-zoekwoord"
    DUBBELE_TITEL = "dubbele-titel"
    DUBBELE_ZIN = "dubbele-zin"
    EINDE_ZONDER_EIND = "einde-zonder-eind"
    FOUT_VAN_ELDERS = "fout-van-elders"
    GEEN_GEMEENTE = "geen-gemeente"
    GESLOTEN_LIJST = "gesloten-lijst"
    KOSTEN_ZONDER_BRON = "kosten-zonder-bron"
    LES_ZONDER_BRON = "les-zonder-bron"
    MEER_ZINNEN = "meer-zinnen"
    NAAMSVERMELDING = "naamsvermelding"
    NU_MET_OUDE_BRON = "nu-met-oude-bron"
    OMGEKEERDE_PERIODE = "omgekeerde-periode"
    PAST_BIJ_ZONDER_REDEN = "past-bij-zonder-reden"
    PERSOONSGEGEVENS = "persoonsgegevens"
    PRAKTIJK_ZONDER_AANPAK = "praktijk-zonder-aanpak"
    RIJ_PAST_NIET = "rij-past-niet"
    SCENARIO_OP_ZELFDE_PLEK = "scenario-op-zelfde-plek"
    STELLINGEN_PER_TREND = "stellingen-per-trend"
    TE_KORTE_TEKST = "te-korte-tekst"
    TE_LANGE_TEKST = "te-lange-tekst"
    TEKEN_BUITEN_LETTERTYPE = "teken-buiten-lettertype"
    TEKENING_KLOPT_NIET = "tekening-klopt-niet"
    TOESTEMMING_VERLOPEN = "toestemming-verlopen"
    UITKOMST_ZONDER_METING = "uitkomst-zonder-meting"
    VAKER_ONBEKEND = "vaker-onbekend"
    VOORWAARDE_ZONDER_BRON = "voorwaarde-zonder-bron"
    WERKNOTITIE = "werknotitie"
    WERKPLAATS_MINUTEN = "werkplaats-minuten"
    WIJZIGING_ZONDER_UITLEG = "wijziging-zonder-uitleg"
    # addresses
    DUBBEL_ADRES = "dubbel-adres"
    GERESERVEERD_ADRES = "gereserveerd-adres"
    KAPOTTE_OMLEIDING = "kapotte-omleiding"
    NIEUW_ADRES = "nieuw-adres"
    OMLEIDING_IN_KRING = "omleiding-in-kring"
    OMLEIDING_OVER_OMLEIDING = "omleiding-over-omleiding"
    OMLEIDING_VERBERGT_PAGINA = "omleiding-verbergt-pagina"
    VERDWENEN_ADRES = "verdwenen-adres"
    ZOEKWOORD_LEEST_NIETS = "zoekwoord-leest-niets"
    # the settings (exit status 2) and the finished pages (a net under our own templates)
    INSTELLINGEN = "instellingen"
    LIJST_TE_ZWAAR = "lijst-te-zwaar"
    PAGINA_TE_ZWAAR = "pagina-te-zwaar"
    SJABLOONFOUT = "sjabloonfout"
    UITVOER_ANKER = "uitvoer-anker"
    UITVOER_ID = "uitvoer-id"
    UITVOER_KOP = "uitvoer-kop"
    UITVOER_LINK = "uitvoer-link"
    UITVOER_OPMAAK = "uitvoer-opmaak"


WARNINGS = frozenset(
    {
        Code.AANBEVOLEN_VELD,
        Code.AANKONDIGING,
        Code.AANPAK_ZONDER_PRAKTIJK,
        Code.BEDRAG_ANDERS_GESCHREVEN,
        Code.BRON_ZONDER_SOORT,
        Code.CIJFER_ZONDER_BRON,
        Code.CONTROLE_NODIG,
        Code.WOORD_ZONDER_PAGINA,
        Code.DATUM_ANDERS_GESCHREVEN,
        Code.DATUM_IN_DE_TOEKOMST,
        Code.DOELJAAR_VOORBIJ,
        Code.DUBBEL_PROGRAMMA,
        Code.DUBBELE_ZIN,
        Code.FOUT_VAN_ELDERS,
        Code.HEKJE_IN_WAARDE,
        Code.KRULLEND_AANHALINGSTEKEN,
        Code.LES_ZONDER_BRON,
        Code.LIJST_TE_ZWAAR,
        Code.LOS_ADRES,
        Code.MEER_ZINNEN,
        Code.NIEUW_ADRES,
        Code.NU_MET_OUDE_BRON,
        Code.ONGEBRUIKT_BESTAND,
        Code.ONGEBRUIKTE_BRON,
        Code.TE_KORTE_TEKST,
        Code.TE_LANGE_TEKST,
        Code.TEKEN_BUITEN_LETTERTYPE,
        Code.TOESTEMMING_VERLOPEN,
        Code.TRAAG_BESTAND,
        Code.VAKER_ONBEKEND,
        Code.VELDVOLGORDE,
        Code.VOORWAARDE_ZONDER_BRON,
        Code.WERKNOTITIE,
    }
)
SEVERITIES = {code: Severity.WARNING if code in WARNINGS else Severity.ERROR for code in Code}
"""The severity of each code; it is decided here only."""

BUGS = frozenset(
    {Code.SJABLOONFOUT, Code.UITVOER_ANKER, Code.UITVOER_ID, Code.UITVOER_KOP, Code.UITVOER_LINK, Code.UITVOER_OPMAAK}
)
"""Codes that no editor can cause: a fault in the generator or its templates (exit status 70)."""


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file; `path` is posix and relative to the project, line and columns count characters from 1."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int | None = None
    """Exclusive, on the same line; None when the length is not known."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: what was found (`message`) and what to type instead (`hint`), both in Dutch."""

    code: Code
    location: Location
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.code]

    def sort_key(self) -> tuple[str, int, int, str, str, str, int]:
        """By file, line and column; the rest makes the order of diagnostics at one place the same in every run."""
        place = self.location
        return (place.path, place.line, place.column, self.code, self.message, self.hint, place.end_column or 0)


class HasDiagnostics(Protocol):
    """The result of a stage: a value, and what was wrong on the way to it."""

    @property
    def diagnostics(self) -> Iterable[Diagnostic]: ...


R = TypeVar("R", bound=HasDiagnostics)


class Report:
    """Collects the diagnostics of one run; saying the same twice counts once."""

    def __init__(self) -> None:
        self._diagnostics: set[Diagnostic] = set()

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._diagnostics.update(diagnostics)

    def collect(self, result: R) -> R:
        """Collects the diagnostics of a result and returns its value."""
        self.extend(result.diagnostics)
        return result

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Sorted by file, line and column."""
        return tuple(sorted(self._diagnostics, key=Diagnostic.sort_key))

    @property
    def failed(self) -> bool:
        return any(d.severity is Severity.ERROR for d in self._diagnostics)
