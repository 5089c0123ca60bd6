"""What nginx and Caddy are told is what the table of headers says, for every kind of address."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TypeAlias

import pytest

from binnenstad_site.core.outputs import Output
from binnenstad_site.exports.host_rules import headers_file, redirects_file
from binnenstad_site.write.publish import publish
from tools.proef import REVALIDATE, on_plain_http, rules_of
from tools.webserver import Place, caddy, expression, main, nginx

PATHS = ["/", "/404.html", "/trends/anders-werken/", "/bestaat-niet", "/assets/1a/css/site.css", "/zoek/1a/kern.json"]
PATHS += ["/deel/start.1a.png", "/assets/1a/kaart.svg", "/praktijken/x/schets.svg", "/assets", "/zoeken/"]
BASES = pytest.mark.parametrize("address", ["https://binnenstad.nl", "https://x.nl/pad", "http://intranet:8080"])

Tree: TypeAlias = list[tuple[list[str], "Tree"]]
"""Directives with their words, and what stands between their braces."""


def place(folder: Path, address: str) -> Place:
    base = address.partition("//")[2].partition("/")[2]
    base = f"/{base}" if base else ""
    redirects = redirects_file({"/oud/": "/trends/", "/kansen/x/": "/begrippen/#x"}, base)
    publish([headers_file(base), redirects, Output("index.html", b"")], folder / "_site")
    return Place(address, "/var/www/binnenstad", rules_of(folder / "_site"))


def meant(where: Place, path: str) -> dict[str, str]:
    headers = {"Cache-Control": REVALIDATE} | where.rules.headers_for(where.base + path)
    return headers if where.secure else on_plain_http(headers)


def nginx_tree(text: str) -> Tree:
    """The directives of an nginx file; a directive ends with `;`, or has a block."""
    tokens = re.findall(r'"[^"]*"|[{};]|[^\s{};]+', re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE))
    stack: list[Tree] = [[]]
    words: list[str] = []
    for token in tokens:
        if token == "{":
            stack[-1].append((words, []))
            stack.append(stack[-1][-1][1])
            words = []
        elif token == "}":
            assert words == []
            stack.pop()
        elif token == ";":
            stack[-1].append((words, []))
            words = []
        else:
            words.append(token.strip('"'))
    (tree,) = stack
    assert words == []
    return tree


def nginx_headers(tree: Tree, path: str) -> dict[str, str]:
    """What nginx adds to an answer: of a map the first expression that matches, and nothing when a value is empty."""
    variables = {}
    for words, lines in tree:
        if words[0] == "map":
            assert words[1] == "$uri"
            pairs = [line for line, _ in lines]
            default = next(value for key, value in pairs if key == "default")
            matches = (value for key, value in pairs if key[0] == "~" and re.search(key[1:], path))
            variables[words[2]] = next(matches, default)
    headers: dict[str, str] = {}
    for words, _ in nginx_server(tree):
        if words[0] == "add_header":
            _, name, value, always = words
            assert always == "always"
            value = variables[value] if value.startswith("$") else value
            if value:
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def nginx_server(tree: Tree) -> Tree:
    """The server that answers with the site: the last."""
    return [lines for words, lines in tree if words == ["server"]][-1]


def caddy_tree(text: str) -> Tree:
    """The lines of a Caddyfile; a line that ends with a brace has a block."""
    stack: list[Tree] = [[]]
    for line in text.split("\n"):
        words = shlex.split(line, comments=True) if '"' in line else line.partition("# ")[0].split()
        if words == ["}"]:
            stack.pop()
        elif words:
            stack[-1].append((words, []))
            if words[-1] == "{":
                words.pop()
                stack.append(stack[-1][-1][1])
    (tree,) = stack
    return tree


def caddy_route(tree: Tree) -> tuple[dict[str, str], list[list[str]]]:
    """The expressions by name, and the lines of the route in their order."""
    ((_, site),) = tree
    names = {words[0]: words[2] for words, _ in site if words[1:2] == ["path_regexp"]}
    (route,) = (lines for words, lines in site if words == ["route"])
    return names, [words for words, _ in route]


def caddy_headers(tree: Tree, path: str) -> dict[str, str]:
    """What Caddy adds to an answer: a later line sets a header anew, or adds to it when its name has a plus."""
    names, lines = caddy_route(tree)
    headers: dict[str, str] = {}
    for words in lines:
        if words[0] == "header":
            *matcher, name, value = words[1:]
            if all(re.search(names[one], path) for one in matcher):
                headers[name.lstrip("+")] = f"{headers[name[1:]]}, {value}" if name[0] == "+" else value
    return headers


@BASES
@pytest.mark.parametrize("path", PATHS)
def test_the_headers_are_those_of_the_table(tmp_path: Path, address: str, path: str) -> None:
    where = place(tmp_path, address)
    assert nginx_headers(nginx_tree(nginx(where)), where.base + path) == meant(where, path)
    assert caddy_headers(caddy_tree(caddy(where)), where.base + path) == meant(where, path)


@BASES
def test_the_redirects_are_those_of_the_site(tmp_path: Path, address: str) -> None:
    """With and without the slash at the end."""
    where = place(tmp_path, address)
    base = where.base
    expected = {
        f"{base}/oud/": f"{base}/trends/",
        f"{base}/oud": f"{base}/trends/",
        f"{base}/kansen/x/": f"{base}/begrippen/#x",
        f"{base}/kansen/x": f"{base}/begrippen/#x",
    }
    locations = {
        words[2]: lines[0][0] for words, lines in nginx_server(nginx_tree(nginx(where))) if words[0] == "location"
    }
    hidden = [locations.pop(f"{base}/{name}") for name in ("_headers", "_redirects")]
    assert hidden == [["return", "404"], ["return", "404"]]
    assert locations == {source: ["return", "301", target] for source, target in expected.items()}
    _, route = caddy_route(caddy_tree(caddy(where)))
    assert {words[1]: words[2:] for words in route if words[0] == "redir"} == {
        source: [target, "301"] for source, target in expected.items()
    }


def test_plain_http_leads_to_https(tmp_path: Path) -> None:
    """Caddy does so by itself; on a network without certificates nothing does."""
    servers = [lines for words, lines in nginx_tree(nginx(place(tmp_path, "https://x.nl/pad"))) if words == ["server"]]
    assert (["return", "301", "https://x.nl$request_uri"], []) in servers[0]
    assert (["listen", "443", "ssl"], []) in servers[1]
    tree = nginx_tree(nginx(place(tmp_path / "http", "http://intranet:8080")))
    assert [words for words, _ in tree].count(["server"]) == 1
    assert (["listen", "8080"], []) in nginx_server(tree)


def test_what_is_not_there_gets_our_page(tmp_path: Path) -> None:
    where = place(tmp_path, "https://x.nl/pad")
    assert (["error_page", "404", "/pad/404.html"], []) in nginx_server(nginx_tree(nginx(where)))
    ((_, site),) = caddy_tree(caddy(where))
    assert (["handle_errors"], [(["rewrite", "*", "/pad/404.html"], []), (["file_server"], [])]) in site


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("/assets/*", "/assets/a.b", True),
        ("/assets/*", "/x/assets/a", False),
        ("/*.svg", "/a/b.svg", True),
        ("/*.svg", "/a/bxsvg", False),
        ("/*.svg", "/a.svg.html", False),
        ("/een-twee/*", "/een-twee/a", True),
    ],
)
def test_a_pattern_as_an_expression(pattern: str, path: str, matches: bool) -> None:
    assert bool(re.search(expression(pattern), path)) is matches


class TestProgram:
    @pytest.mark.parametrize("server", ["nginx", "caddy"])
    def test_it_prints_the_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], server: str) -> None:
        where = place(tmp_path, "https://x.nl/pad")
        words = [server, "https://x.nl/pad/", "--out", str(tmp_path / "_site"), "--root", "/srv/www"]
        assert main(words) == 0
        text = capsys.readouterr().out
        assert "/srv/www" in text
        assert text == {"nginx": nginx, "caddy": caddy}[server](Place(where.address, "/srv/www", where.rules))

    @pytest.mark.parametrize("address", ["https://x.nl", "https://x.nl/elders"])
    def test_a_site_for_another_path(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str) -> None:
        place(tmp_path, "https://x.nl/pad")
        assert main(["nginx", address, "--out", str(tmp_path / "_site")]) == 2
        assert f"staat geen site voor {address}" in capsys.readouterr().err
