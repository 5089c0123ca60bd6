"""The few SVG elements that drawings are made of, as markup.

Attributes are written in the order in which they are given; a number has at most one decimal. `cls` is the class, an
underscore in a name becomes a hyphen.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def number(value: float) -> str:
    """With at most one decimal, without a zero at the end: `12`, `3.5`, `-.4` as `-0.4`."""
    return f"{value:.1f}".removesuffix(".0")


def path(*steps: str | float) -> str:
    """Path data from letters and numbers: `path("M", 3, 4, "h", 12.25, "z")` gives `M3 4h12.2z`."""
    data = ""
    for step in steps:
        written = step if isinstance(step, str) else number(step)
        blank = data and not data[-1].isalpha() and not isinstance(step, str) and not written.startswith("-")
        data += f" {written}" if blank else written
    return data


def element(name: str, inside: Iterable[Markup] | None = None, cls: str = "", **attributes: str | float) -> Markup:
    """One element; `inside` None makes it close itself."""
    said = {**({"class": cls} if cls else {}), **attributes}
    words = [f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"' for key, value in said.items()]
    opening = f"<{name}{''.join(words)}"
    if inside is None:
        return Markup(f"{opening}/>")  # noqa: S704 - name and keys are ours, values were escaped
    return Markup(f"{opening}>") + Markup().join(inside) + Markup(f"</{name}>")  # noqa: S704 - the same


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def shape(data: str, cls: str) -> Markup:
    """A path."""
    return element("path", d=data, cls=cls)


def rect(x: float, y: float, width: float, height: float, cls: str) -> Markup:
    """A rectangle; merge many of one class into one `shape` instead."""
    return element("rect", x=x, y=y, width=width, height=height, cls=cls)


def circle(x: float, y: float, radius: float, cls: str) -> Markup:
    """A circle around a point."""
    return element("circle", cx=x, cy=y, r=radius, cls=cls)


def text(x: float, y: float, words: str, cls: str) -> Markup:
    """Words at a point, escaped."""
    return element("text", [escape(words)], x=x, y=y, cls=cls)


def group(inside: Iterable[Markup], cls: str = "", x: float = 0, y: float = 0) -> Markup:
    """Shapes together, moved when asked."""
    moved = {"transform": f"translate({number(x)} {number(y)})"} if x or y else {}
    return element("g", inside, cls, **moved)


def drawing(box: tuple[float, float, float, float], inside: Iterable[Markup], cls: str, label: str = "") -> Markup:
    """A whole drawing with its view box; without a label it is decoration and hidden from screen readers."""
    spoken: dict[str, str | float] = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return element("svg", inside, f"tekening {cls}", viewBox=" ".join(map(number, box)), **spoken)
