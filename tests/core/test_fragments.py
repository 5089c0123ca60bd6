"""A fragment written here is read by the script of the page."""

from __future__ import annotations

import json
import subprocess

from binnenstad_site.core.fragments import packed
from tests.conftest import ROOT

MODULE = ROOT / "templates/assets/js/state.js"
PAYLOADS = ["", "utrecht~veenendaal", "noord-brabant~s-hertogenbosch", "z" * 200, "0"]


def test_python_writes_what_the_script_writes() -> None:
    script = f"""
import {{ packed }} from {json.dumps(MODULE.as_uri())};
console.log(JSON.stringify({json.dumps(PAYLOADS)}.map((payload) => packed("g", 1, payload))));
"""
    command = ["node", "--input-type=module"]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=True, timeout=60)
    assert [packed("g", 1, payload) for payload in PAYLOADS] == json.loads(done.stdout)
