"""The typesetter as a program of its own: an order on standard input, the PDF on standard output.

The order is JSON, after a line with the number of the process that waits for it, with which it ends. It works with
threads, and after that a process can no longer be copied safely (`core/workers.py`): so they end here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2]))  # it is started apart from the package, without its surroundings

from binnenstad_site.core.parent_death import end_with


def main() -> None:
    """Set one PDF; what is wrong with it ends the program with a traceback."""
    end_with(int(sys.stdin.buffer.readline()))
    import typst  # noqa: PLC0415 - in this program only

    order = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=order["fonts"])
    compiler = typst.Compiler(
        order["template"].encode(), root=order["root"], font_paths=fonts, sys_inputs=order["inputs"]
    )
    made = compiler.compile(format="pdf", pdf_standards=[order["standard"]], timestamp=0)
    assert isinstance(made, bytes)
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
