"""Response headers and redirects, as the files `_headers` and `_redirects` that web hosts read.

In: the base path, and the redirects of the site. Out: the two files, in the part of their formats that Netlify and
Cloudflare Pages both understand, and `Rules`, which applies them as a host does. A host ignores a line that it cannot
read, so the parsers here are strict, and every file is read back before it is written. `META_POLICY` is what of the
headers can stand in a page, for a host that ignores the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from binnenstad_site.core.outputs import Output

HEADERS = "_headers"
REDIRECTS = "_redirects"
ADMIN = "admin"
"""The folder of the forms in which editors write, which are not ours and need a policy of their own."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests"
)
_FEATURES = ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")
_OPEN = {"Access-Control-Allow-Origin": "*"}
_FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}

TABLE: Mapping[str, Mapping[str, str]] = {
    "/*": {
        "Content-Security-Policy": _POLICY,
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "X-Frame-Options": "DENY",
    },
    # The names of these files change with their content.
    "/assets/*": _FOREVER,
    "/deel/*": _FOREVER,
    "/zoek/*": _FOREVER,
    # What other sites may read in the browser of their visitors: it is open, and says nothing of who asks.
    "/api/*": _OPEN,
    "/open-data/*": _OPEN,
    "/feeds/*": _OPEN,
    # A drawing that is opened by itself is a document. The one header that two rules give: a host that joins the two
    # values enforces both policies, one that lets the narrower rule win enforces this one, and either will do.
    "/*.svg": {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
}
"""Path pattern -> headers. `/*` also covers addresses that do not exist, so the page for those has the policy too."""

_ADMIN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: https://avatars.githubusercontent.com https://raw.githubusercontent.com; "
    "font-src 'self'; connect-src 'self' data: blob: https://api.github.com; "
    "media-src blob:; frame-src blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_ADMIN_TABLE: Mapping[str, str] = {
    "Content-Security-Policy": _ADMIN_POLICY,
    # Logging in opens a window at the Git host, which has to find back the one that opened it.
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    # Pictures of editors come from the Git host, which does not say that they may be shown here.
    "Cross-Origin-Embedder-Policy": "unsafe-none",
    "X-Robots-Tag": "noindex",
}
"""What holds for the forms instead of the same headers of `/*`."""

_NOT_IN_META = frozenset({"frame-ancestors", "report-to", "report-uri", "sandbox", "upgrade-insecure-requests"})
"""A browser obeys the first four in a header only. The last would break the site where it is served over plain http,
as on a developer's machine, and has nothing to do here: a page loads only from its own host, by addresses without one.
"""

_PATTERN = re.compile(r"/[A-Za-z0-9._~/-]*\*?[A-Za-z0-9._~/-]*")
_HEADER = re.compile(r"  ([A-Za-z][A-Za-z0-9-]*): ([!-~](?:[ -~]*[!-~])?)")
_REDIRECT = re.compile(r"(/[A-Za-z0-9._~/-]*) (/(?!/)[A-Za-z0-9._~/-]*(?:#[A-Za-z0-9._~-]+)?) (30[1278])(!?)")
_LONGEST_LINE = 2000
"""Cloudflare Pages ignores a longer one."""


class MalformedRule(ValueError):  # noqa: N818 - names what was found
    """A line that a host would misread or pass over; `line` counts from 1."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        self.line = line
        super().__init__(f"{file}:{line}: {problem}")


@dataclass(frozen=True, slots=True)
class Redirect:
    """One line of `_redirects`. When `forced`, it also holds for an address where a file lies."""

    target: str
    status: int
    forced: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules as a host applies them."""

    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    redirects: Mapping[str, Redirect] = field(default_factory=dict)

    def headers_for(self, path: str) -> dict[str, str]:
        """The headers of a path (`/trends/`); what more than one rule gives is joined with a comma, as hosts do."""
        joined: dict[str, str] = {}
        for pattern, headers in self.headers.items():
            if _matches(pattern, path):
                for name, value in headers.items():
                    joined[name] = f"{joined[name]}, {value}" if name in joined else value
        return joined

    def redirect_for(self, path: str) -> Redirect | None:
        """The redirect of a path; hosts ignore whether it ends with a slash."""
        return self.redirects.get(path) or self.redirects.get(path + "/")


def _in_meta(policy: str) -> str:
    """A Content-Security-Policy as short as a page can carry it: what `default-src 'none'` already says is left out."""
    directives = policy.split("; ")
    implied = {d for d in directives if d.endswith("-src 'none'") and not d.startswith("default-src")}
    assert not implied or directives[0] == "default-src 'none'"
    return ";".join(d for d in directives if d not in implied and d.split()[0] not in _NOT_IN_META)


META_POLICY = Markup(_in_meta(_POLICY))  # noqa: S704 - our own constant, without a character that HTML escapes but '
"""The policy of `/*` for a `<meta http-equiv>`, between double quotes."""
ADMIN_META_POLICY = Markup(_in_meta(_ADMIN_POLICY))  # noqa: S704 - as the one above
"""The same for the page of the forms."""
assert not set('"<>&') & set(META_POLICY + ADMIN_META_POLICY)


def headers_file(base: str = "", *, preview: bool = False, beside_forms: Collection[str] = ()) -> Output:
    """`_headers` for a site under the path `base` (`/pad` or nothing); a preview asks search engines to stay away.

    `beside_forms` are the paths of all other files of a site that has `/admin/`.
    """
    table = _with_forms(beside_forms) if beside_forms else TABLE
    rules = {base + pattern: dict(headers) for pattern, headers in table.items()}
    if preview:
        rules[base + "/*"]["X-Robots-Tag"] = "noindex"
    blocks = [
        "\n".join([pattern, *(f"  {name}: {value}" for name, value in headers.items()), ""])
        for pattern, headers in rules.items()
    ]
    text = "\n".join(blocks)
    assert parse_headers(text) == rules
    return Output(HEADERS, text.encode())


def _with_forms(paths: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    """The table for a site with `/admin/`. A host joins two values of one header, and two policies both hold: so what
    the forms have of their own is said of every other folder and file of the root by name, and no longer of `/*`.

    An address that does not exist then has no policy in its headers; the page that a host shows there carries one.
    """
    own = {name: value for name, value in TABLE["/*"].items() if name in _ADMIN_TABLE}
    table = dict(TABLE)
    table["/*"] = {name: value for name, value in TABLE["/*"].items() if name not in own}
    roots = {f"/{first}/*" if below else f"/{first}" for first, _, below in (path.partition("/") for path in paths)}
    for root in sorted((roots - {f"/{HEADERS}", f"/{REDIRECTS}", f"/{ADMIN}/*"}) | {"/"}):
        table[root] = {**own, **table.get(root, {})}
    table[f"/{ADMIN}/*"] = _ADMIN_TABLE
    return table


def redirects_file(redirects: Mapping[str, str], base: str = "") -> Output:
    """`_redirects`: former address -> address, both as in the site (`/oud/`), moved for good.

    The exclamation mark lets the rule win from the small page that stands at the former address for hosts without
    rules. Cloudflare Pages does not know the mark, passes over the line and serves that page.
    Raises `MalformedRule` when an address cannot stand in the file.
    """
    text = "".join(f"{base}{source} {base}{target} 301!\n" for source, target in sorted(redirects.items()))
    parse_redirects(text)
    return Output(REDIRECTS, text.encode())


def parse_headers(text: str) -> dict[str, dict[str, str]]:
    """Path pattern -> headers; raises `MalformedRule` for any line that is not exactly as it should be."""
    rules: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST_LINE:
            raise MalformedRule(HEADERS, number, "line too long")
        if line.startswith("/"):
            if current == {}:
                raise MalformedRule(HEADERS, number - 1, "a path without headers")
            if not _PATTERN.fullmatch(line) or line in rules:
                raise MalformedRule(HEADERS, number, f"malformed or repeated path {line!r}")
            current = rules[line] = {}
        elif match := _HEADER.fullmatch(line):
            name, value = match.groups()
            if current is None or name.lower() in map(str.lower, current):
                raise MalformedRule(HEADERS, number, f"header without a path, or twice: {name}")
            current[name] = value
        elif line and not line.startswith("#"):
            raise MalformedRule(HEADERS, number, f"neither a path nor a header: {line!r}")
    if current == {}:
        raise MalformedRule(HEADERS, len(lines), "a path without headers")
    return rules


def parse_redirects(text: str) -> dict[str, Redirect]:
    """Former address -> redirect; raises `MalformedRule` for any line that is not exactly as it should be."""
    rules: dict[str, Redirect] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        match = _REDIRECT.fullmatch(line)
        if not match or len(line) > _LONGEST_LINE:
            raise MalformedRule(REDIRECTS, number, f"not a redirect: {line!r}")
        source, target, status, forced = match.groups()
        if source in rules or source == target.partition("#")[0]:
            raise MalformedRule(REDIRECTS, number, f"repeated, or leads to itself: {source}")
        rules[source] = Redirect(target, int(status), bool(forced))
    return rules


def _matches(pattern: str, path: str) -> bool:
    before, star, after = pattern.partition("*")
    if not star:
        return path == pattern
    return len(path) >= len(before) + len(after) and path.startswith(before) and path.endswith(after)
