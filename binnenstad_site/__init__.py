"""A static knowledge-site generator: from `content/` to a published site, one module per stage."""
