"""Stop words: they count only when a question has no other words."""

from binnenstad_site.search.language import word_set

STOPWORDS = word_set(
    """
    aan al alle alleen als altijd andere anders ben bestaan bestaat beste beter betere bij bijvoorbeeld binnen daar
    daarbij daarmee daarna daarom dan dat de deden deed den deze die dit doe doen doet door doordat dus echt een
    eens eigenlijk elk elke en er eraan erbij erg ergens erop ervan ervaring ervaringen ervoor even gaan gaat
    gebruik gedaan geen gekregen gemaakt gewoon ging gingen goed goede graag haar had hadden heb hebben hebt heeft
    heel hele hem hen het hier hiermee hiervoor hij hoe hoeft hoeveel hoeven hoezo hun iemand iets ik in informatie
    is ja je jij jullie kan kom komen komt kreeg kregen krijg krijgen kun kunnen kunt kwam kwamen laat laten liet
    lieten liever maak maakt maakte maar mag maken meer meest meeste men met mij mijn minder minst minste misschien
    moest moet moeten mogelijk mogen naar nee niet niets nog nu of om omdat ons onze ooit ook op over per s sinds
    steeds t te tegen terwijl tijdens toch toe toen tot tussen u uit uw vaak van vanuit veel via vind vinden voor
    voorbeeld voorbeelden waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waarvan waarvoor
    wanneer want waren was wat we weer weet weinig wel welk welke werd werden weten wie wij wil wilde wilden willen
    wilt worden wordt zal ze zeer zelf zich zij zijn zo zoals zodat zodra zoek zoeken zonder zou zouden zoveel zover
    zul zullen zult
    """
)

LIGHT = word_set(
    """
    aanpak aanpakken achter achteraf actie acties activiteit activiteiten advies af allemaal ambtenaar ander begin
    beginnen begint begon bezig bijna binnenstad binnensteden bleef bleven blijft blijven bracht brengen brengt buiten
    centra centrum daarvoor dag dagen deel delen dezelfde dicht dingen doel draait duren duurt effect effecten eigen
    extra ga gaf gebeurt gebied gebieden gebruiken gebruikt geeft gemeente gemeentelijk gemeentelijke gemeenten
    gemeentes geven goeie groot grote haalde haalt halen heen helemaal helpen helpt hield hielp hoek houden houdt
    hulp iedereen ineens initiatief initiatieven inzet jaar jaren keer kent kijken klein kleine kleiner krijgt lag langs
    leggen leiden leidt leren liggen ligt lokaal lokale loopt lopen maakten maanden maat maatregel maatregelen manier
    manieren mee mensen meteen middel middelen mocht mogelijkheden mogelijkheid naartoe nam neemt neer nemen niemand
    nieuw nieuwe niks nodig onder onderdeel ongeveer oud oude ouwe overal paar plaats plaatsen plan
    plannen plek plekken praktijk praktijken probleem problemen project projecten rekening resultaat resultaten rond
    samen schrijft situatie sommige soort soorten staan staat stad steden stond stonden stuk stukje succes telkens terug
    tijd uitkomst uitleg uitvoering verschil verschillende volgens vooraf vraag vragen waarde wacht wachten weg werk
    werken werking werkt zaak zaken zat zet zetten zien ziens ziet zit zitten
    """
)
"""Words that hardly narrow a question: they count for less beside others."""
