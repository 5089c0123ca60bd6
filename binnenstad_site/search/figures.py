"""What a question for a figure asks about: the same words, in any order, ask for the same figure.

`templates/assets/js/gevraagd/figure.js` does the same with the words that the file of figures names.
"""

from __future__ import annotations

from binnenstad_site.search.language import fold, stem, tokens, word_set
from binnenstad_site.search.stopwords import STOPWORDS

FRAME = word_set(
    """
    aantal aantallen actueel bekend huidige kent liggen ligt momenteel ongeveer percentage precies procent site staan
    staat stond stonden tellen telt totaal vandaag
    """
)
"""Words around what a question for a figure is about. Those that say which unit are looked at apart."""
DENYING = word_set("alleen geen meer meest meeste minder minst minste niet per sinds tot tussen voor weinig zonder")
"""Stop words that make it another question."""


def asked_figure(question: str) -> str:
    """The stems of what a question is about, sorted, each once, with blanks between them."""
    words = (token.word for token in tokens(fold(question)))
    telling = {stem(word) for word in words if word in DENYING or (word not in STOPWORDS and word not in FRAME)}
    return " ".join(sorted(telling))
