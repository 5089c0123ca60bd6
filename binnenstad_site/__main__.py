"""`python -m binnenstad_site` is `python build.py`."""

from binnenstad_site.cli.main import run

run()
