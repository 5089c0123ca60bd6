"""Stage load: from the files of `content/` to `Document`s, text values with exact positions."""
