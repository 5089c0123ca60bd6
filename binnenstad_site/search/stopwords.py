"""Words that say nothing about what a reader looks for; they count only when a question has no other."""

from binnenstad_site.search.language import word_set

STOPWORDS = word_set(
    """
    aan al alle alleen als altijd andere anders ben bestaan bestaat beste beter betere bij bijvoorbeeld binnen daar
    daarom dan dat de deden deed den deze die dit doe doen doet door dus echt een eens elk elke en er erg ergens
    ervaring ervaringen even gaan gaat gebruik gedaan geen gekregen gemaakt ging gingen goed goede graag haar had
    hadden heb hebben hebt heeft heel hele hem hen het hier hij hoe hoeft hoeveel hoeven hoezo hun iemand iets ik in
    informatie is ja je jij jullie kan kom komen komt kreeg kregen krijg krijgen kun kunnen kunt kwam kwamen laat
    laten liet lieten maak maakt maakte maar mag maken meer meest meeste men met mij mijn minder minst minste moest
    moet moeten mogelijk mogen naar nee niet niets nog nu of om omdat ons onze ook op over per s steeds t te tegen
    toch toe tot tussen u uit uw vaak van vanuit veel via vind vinden voor voorbeeld voorbeelden waar waarin waarmee
    waarom waarop waarover waarvoor wanneer want waren was wat we weer weet weinig wel welk welke werd werden weten
    wie wij wil wilde wilden willen wilt worden wordt zal ze zeer zelf zich zij zijn zo zoals zoek zoeken zonder zou
    zouden zoveel zul zullen zult
    """
)
