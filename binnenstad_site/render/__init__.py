"""Stage render: from a `Page` to the bytes of its file, with style, scripts, fonts and share pictures."""
