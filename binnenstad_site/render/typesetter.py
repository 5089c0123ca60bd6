"""The typesetter as a program of its own: an order as JSON on standard input, the PDF on standard output.

It works with threads, and after that a process can no longer be copied safely (`core/workers.py`): so they end here.
"""

from __future__ import annotations

import json
import sys


def main() -> None:
    """Set one PDF; what is wrong with it ends the program with a traceback."""
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
