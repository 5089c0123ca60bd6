"""`python -m binnenstad_site` is `python build.py`."""

import sys

from binnenstad_site.cli.main import main

sys.exit(main())
