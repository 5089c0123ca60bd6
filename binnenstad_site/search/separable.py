"""Verbs that Dutch writes in two pieces: "koopt een pand aan" says what "aankopen" says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from binnenstad_site.search.language import stem

REACH = 9
"""Words after the verb among which its other piece is looked for."""

_TABLE = """
bellen belt belde belden: op aan
bieden biedt bood boden: aan
blijven blijft bleef bleven: over achter open
bouwen bouwt bouwde bouwden: om op
breken breekt brak braken: af uit open
breiden breidt breidde breidden: uit
brengen brengt bracht brachten: onder terug samen uit weg bijeen
dienen dient diende dienden: in
doen doet deed deden: mee over
dragen draagt droeg droegen: bij over af
drijven drijft dreef dreven: aan
duiden duidt duidde duidden: aan
gaan gaat ging gingen: open dicht door mee
geven geeft gaf gaven: terug uit door vrij
graven graaft groef groeven: uit
groeien groeit groeide groeiden: uit
halen haalt haalde haalden: op weg terug binnen
hangen hangt hing hingen: op
heffen heft hief hieven: op
houden houdt hield hielden: bij tegen open dicht schoon
huren huurt huurde huurden: in
kijken kijkt keek keken: terug
knappen knapt knapte knapten: op
komen komt kwam kwamen: terug samen bijeen langs
kondigen kondigt kondigde kondigden: aan
kopen koopt kocht kochten: aan op in uit terug
krimpen krimpt kromp krompen: in
laden laadt laadde laadden: op uit
leggen legt legde legden: aan in vast bij uit
leiden leidt leidde leidden: om op
leveren levert leverde leverden: op af in
maken maakt maakte maakten: schoon open dicht
melden meldt meldde meldden: aan af
nemen neemt nam namen: over mee deel af op
pakken pakt pakte pakten: aan op
passen past paste pasten: aan toe
planten plant plantte plantten: aan
praten praat praatte praatten: mee bij
rekenen rekent rekende rekenden: af
richten richt richtte richtten: in op
roepen roept riep riepen: op uit
ruimen ruimt ruimde ruimden: op
rusten rust rustte rustten: toe
schaffen schaft schafte schaften: af aan
schrijven schrijft schreef schreven: voor af uit
sluiten sluit sloot sloten: af aan uit
snijden snijdt sneed sneden: af
sparen spaart spaarde spaarden: op
spelen speelt speelde speelden: af
spreken spreekt sprak spraken: af aan
staan staat stond stonden: leeg toe stil open
stellen stelt stelde stelden: open vast in op uit voor samen
stemmen stemt stemde stemden: in af weg
sturen stuurt stuurde stuurden: bij aan terug
tellen telt telde telden: mee op
trekken trekt trok trokken: aan uit weg terug samen
vallen valt viel vielen: tegen mee uit
vangen vangt ving vingen: op af
voeren voert voerde voerden: in uit door af aan
vragen vraagt vroeg vroegen: aan uit na
vullen vult vulde vulden: in aan op
waarderen waardeert waardeerde waardeerden: op af
werken werkt werkte werkten: samen mee tegen
weren weert weerde weerden: af
wijzen wijst wees wezen: aan af toe
wisselen wisselt wisselde wisselden: uit af in
zamelen zamelt zamelde zamelden: in
zetten zet zette zetten: op in om uit af neer
zien ziet zag zagen: af
"""


def _rows() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for line in _TABLE.strip().splitlines():
        forms, particles = line.split(":")
        yield tuple(forms.split()), tuple(particles.split())


PARTICLES: Mapping[str, Mapping[str, str]] = {
    form: {particle: particle + forms[0] for particle in particles} for forms, particles in _rows() for form in forms
}
"""By a form of a verb and its other piece, the whole verb: `koopt`, `aan` -> `aankopen`."""

WRITTEN_AS_ONE: Mapping[str, str] = {
    particle + form: whole
    for form, particles in PARTICLES.items()
    for particle, whole in particles.items()
    if particle + form != whole
}
"""The same where the pieces stand together, as behind "omdat": `aankocht` -> `aankopen`."""


def joined(words: Sequence[str]) -> Iterator[str]:
    """The whole verbs of which a text has the two pieces, the verb first."""
    for place, word in enumerate(words):
        particles = PARTICLES.get(word)
        if particles:
            after = words[place + 1 : place + 1 + REACH]
            yield from (whole for particle, whole in particles.items() if particle in after)


def table(terms: Collection[str]) -> list[str]:
    """The verbs as the script reads them, of whole verbs that texts have: stems of forms, the first that of the verb,
    a stroke, and the other pieces.
    """
    lines = []
    for forms, particles in _rows():
        here = [particle for particle in particles if stem(particle + forms[0]) in terms]
        if here:
            lines.append(f"{' '.join(dict.fromkeys(map(stem, forms)))}|{' '.join(here)}")
    return lines
