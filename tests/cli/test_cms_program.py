"""`/admin/` is there when its program is installed, asks nothing of other hosts, and no build needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from binnenstad_site.cli.cms_installed import PROGRAM
from binnenstad_site.cli.cms_program import FONTS, ProgramChanged, replaced, with_forms
from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.host_rules import HEADERS, Rules, headers_file, parse_headers
from binnenstad_site.models.settings import Repository, Settings
from binnenstad_site.pipeline import Options, Session
from tests.conftest import BASIS, ROOT, TODAY
from tests.stages import linked
from tests.visiting import lay_out

CSP, OPENER = "Content-Security-Policy", "Cross-Origin-Opener-Policy"
SITE = (headers_file(), Output("index.html", b"x"), Output("trends/index.html", b"x"), Output("assets/a.css", b"x"))


def settings(url: str) -> Settings:
    """The settings of the small project with a repository, or with none."""
    return linked(BASIS).site.settings.model_copy(update={"repository": Repository(url=url) if url else None})


GITHUB = "https://github.com/voorbeeld/binnenstad"


@pytest.mark.parametrize("url", ["", "https://git.voorbeeld.example/a/b"])
def test_no_forms_without_a_git_host_that_they_know(url: str) -> None:
    assert with_forms(SITE, ROOT, settings(url), "https://voorbeeld.nl") == SITE


def test_no_forms_without_the_program(tmp_path: Path) -> None:
    assert with_forms(SITE, tmp_path, settings(GITHUB), "https://voorbeeld.nl") == SITE


def test_files_and_headers() -> None:
    outputs = with_forms(SITE, ROOT, settings(GITHUB), "https://voorbeeld.nl/pad")
    by_path = {output.path: output for output in outputs}
    page = by_path["admin/index.html"].read().decode()
    assert page.count('integrity="sha384-') == 2
    assert 'href="/pad/admin/config.json"' in page
    assert by_path["admin/programma@0.221.1/locales/nl.json"].size > 10_000
    rules = Rules(parse_headers(by_path[HEADERS].read().decode()))
    forms, site = rules.headers_for("/pad/admin/"), rules.headers_for("/pad/trends/")
    assert forms[OPENER] == "same-origin-allow-popups"
    assert forms["X-Robots-Tag"] == "noindex"
    assert forms["X-Frame-Options"] == site["X-Frame-Options"] == "DENY"
    assert "unsafe-eval" not in forms[CSP]
    assert ", " not in forms[CSP] + site[CSP]  # two policies in one header both hold
    plain = Rules(parse_headers(headers_file("/pad").read().decode()))
    for path in ("/pad/", "/pad/trends/", "/pad/assets/a.css", "/pad/index.html"):
        assert rules.headers_for(path) == plain.headers_for(path)


def test_four_addresses_of_other_hosts_are_ours() -> None:
    program = (ROOT / PROGRAM).read_text("utf-8")
    ours = replaced(program, "/pad")
    assert ours.count("/pad/admin/") == 1 + len(FONTS) == 4
    assert "jsdelivr" not in ours
    assert "unpkg.com/@sveltia/cms" not in ours


def test_another_program_stops() -> None:
    with pytest.raises(ProgramChanged, match="0 times"):
        replaced("", "")


def test_pages_lead_to_their_form(tmp_path: Path) -> None:
    project = lay_out(tmp_path)
    file = project / "content" / "site.yaml"
    file.write_text(file.read_text().replace("licentie:", f"repository:\n  url: {GITHUB}\nlicentie:"))
    for forms in (True, False):
        pages = {output.path: output for output in Session(project).build(Options(TODAY, forms=forms)).outputs}
        praktijk = pages["praktijken/deventer-makers/index.html"].read().decode()
        kansen = pages["kansen/anders-werken/index.html"].read().decode()
        assert ('href="/admin/#/collections/praktijken/entries/deventer-makers"' in praktijk) is forms
        assert ('href="/admin/#/collections/kansen/entries/lege-panden"' in kansen) is forms
        workshop = pages["aan-de-slag/workshop/index.html"].read().decode()
        assert ('href="/admin/#/collections/werkplaats/entries/lijst"' in workshop) is forms
        assert f'href="{GITHUB}/edit/main/content/praktijken/deventer-makers.md"' in praktijk
        assert "/admin/" not in pages["begrippen/index.html"].read().decode() or forms
