"""Words that say nothing about what a reader looks for; they count only when a question has no other."""

from binnenstad_site.search.language import word_set

STOPWORDS = word_set(
    """
    aan al alle alleen als altijd andere anders ben beste bij bijvoorbeeld binnen daar daarom dan dat de den
    deze die dit doe doen doet door dus een eens elk elke en er ergens ervaring ervaringen even gaan gaat
    gebruik geen goed goede graag had hadden heb hebben hebt heeft hem hen het hier hij hoe hoeveel hun iemand
    iets ik in informatie is ja je jij jullie kan kom komen komt krijg krijgen kun kunnen kunt laat maak maar
    mag maken meer men met mij mijn moest moet moeten mogelijk naar nee niet niets nog nu of om omdat ons onze
    ook op over per s t te tegen toch toe tot tussen u uit uw van vanuit veel via voor voorbeeld voorbeelden
    waar waarom wanneer want waren was wat we weer wel welk welke werd werden wie wij wil willen worden wordt
    zal ze zelf zich zij zijn zo zoals zonder zou zouden
    """
)
