"""A static knowledge-site generator: from `content/` to a published site, one folder per stage.

load → validate → link → pages (derive) → render → checks → write, put in order by `pipeline`; see ARCHITECTURE.md.
"""
