"""Whether the site in `_site/` differs from the one that is online: `ja` or `nee`, for the workflow that publishes.

    python -m tools.changed ADRES [--out _site]

`manifest.json` lists every file with its size and digest, so equal manifests are equal sites. In doubt the answer is
`ja`: a host that does not answer, or answers something else, may need the site most. Why is said beside it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from binnenstad_site.write.publish import MANIFEST
from tools.fetching import NoReply, base_url, fetch


def reason_to_publish(address: str, site: Path) -> str:
    """Why the site should be published at `address` (without closing slash), in Dutch; empty: it is online."""
    try:
        online = fetch(f"{address}/{MANIFEST}")
    except NoReply as silence:
        return str(silence)
    if online.status != 200:
        return f"{MANIFEST} is online niet te lezen: antwoord {online.status}"
    return "" if online.body == (site / MANIFEST).read_bytes() else f"{MANIFEST} is online anders"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the answer, and on the other channel the reason; status 2 when there is no site."""
    parser = argparse.ArgumentParser(prog="python -m tools.changed", description="Of er iets te publiceren is.")
    parser.add_argument("address", type=base_url, metavar="ADRES", help="waar de site online staat")
    parser.add_argument("--out", type=Path, default=Path("_site"), help="map met de gemaakte site (_site)")
    options = parser.parse_args(arguments)
    if not (options.out / MANIFEST).is_file():
        print(f"In {options.out} staat geen site. Maak hem eerst met: make", file=sys.stderr)
        return 2
    reason = reason_to_publish(options.address, options.out)
    print(reason or "Online staat precies deze site.", file=sys.stderr)
    print("ja" if reason else "nee")
    return 0


if __name__ == "__main__":
    sys.exit(main())
