"""Search that understands Dutch: `pages -> outputs`. The scripts in `templates/assets/js/` read what is made here."""

from binnenstad_site.search.analysis_cache import Analyses
from binnenstad_site.search.asked_figures import search_figures
from binnenstad_site.search.index import Index, Search, index, search
from binnenstad_site.search.postings import fields_of
from binnenstad_site.search.synonyms import Woordgroep
from binnenstad_site.search.term_counts import TermStore
from binnenstad_site.search.vocabulary import Vocabulary, region_names, vocabulary
from binnenstad_site.search.words import phrase

__all__ = [
    "Analyses",
    "Index",
    "Search",
    "TermStore",
    "Vocabulary",
    "Woordgroep",
    "fields_of",
    "index",
    "phrase",
    "region_names",
    "search",
    "search_figures",
    "vocabulary",
]
