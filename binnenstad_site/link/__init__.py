"""Stage link: resolves the references between items and gives the `Site`, with backlinks."""
