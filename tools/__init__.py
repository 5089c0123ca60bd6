"""Programs for maintainers, run as `python -m tools.<name>`; the site is built without them."""
