"""From shapes to SVG, the last thing that happens to a drawing, and the few other elements that drawings have.

Attributes are written in the order in which they are given; a number has at most one decimal. `cls` is the class, an
underscore in a name becomes a hyphen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from binnenstad_site.drawings.shapes import Outline, Shapes, Step


def number(value: float) -> str:
    """A number with at most one decimal and no superfluous zero: `12`, `3.5`, `-.4`."""
    words = f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
    return words.replace("0.", ".", 1) if words.startswith(("0.", "-0.")) else words


def path_data(outline: Outline) -> str:
    """SVG path data in relative steps: a row of the same thing is then the same text again, which gzip makes small."""
    words: list[str] = []
    end = start = (0, 0)
    before = ""
    for step in outline:
        if step.letter == "Z":
            words.append("z")
            end, before = start, "z"
            continue
        letter, numbers = _relative(step, end)
        letter = letter if words else "M"
        end = step.points[-1]
        start = end if step.letter == "M" else start
        text = " ".join(map(_pixels, numbers)).replace(" -", "-")
        words.append(letter + text if letter != before else text if text.startswith("-") else f" {text}")
        before = letter
    return "".join(words)


def _relative(step: Step, end: tuple[int, int]) -> tuple[str, tuple[int, ...]]:
    """The shortest letter for a step from `end`, and its numbers in tenths."""
    numbers = tuple([to - at for point in step.points for to, at in zip(point, end, strict=True)])
    if step.arc:
        wide, high, large, clockwise = step.arc
        return "a", (wide, high, 0, 10 * large, 10 * clockwise, *numbers)
    if step.letter == "L" and 0 in numbers:
        return ("v", numbers[1:]) if numbers[1] else ("h", numbers[:1])
    return step.letter.lower(), numbers


@lru_cache(maxsize=4096)
def _pixels(value: int) -> str:
    return number(value / 10)


def paint(shapes: Shapes) -> Markup:
    """A path element for each shape, in their order."""
    return Markup().join(element("path", cls=shape.cls, d=path_data(shape.outline)) for shape in shapes)


def element(name: str, inside: Iterable[Markup] | None = None, cls: str = "", **attributes: str | float) -> Markup:
    """One element; `inside` None makes it close itself."""
    pairs = {**({"class": cls} if cls else {}), **attributes}
    words = [f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"' for key, value in pairs.items()]
    opening = f"<{name}{''.join(words)}"
    if inside is None:
        return Markup(f"{opening}/>")  # noqa: S704 - name and keys are ours, values were escaped
    return Markup(f"{opening}>") + Markup().join(inside) + Markup(f"</{name}>")  # noqa: S704 - the same


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)


def circle(x: float, y: float, radius: float, cls: str) -> Markup:
    """A circle around a point."""
    return element("circle", cx=x, cy=y, r=radius, cls=cls)


def text(x: float, y: float, words: str, cls: str) -> Markup:
    """Words at a point, escaped."""
    return element("text", [escape(words)], x=x, y=y, cls=cls)


@dataclass(frozen=True, slots=True)
class Detail:
    """A small part on top of a drawing, in its coordinates, that it does not share with its like."""

    box: tuple[float, float, float, float]
    """Left, top, width and height of all that it paints."""
    inside: Markup


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing. A template prints it as an `<svg>`; `whole` can be put into another drawing."""

    box: tuple[float, float, float, float]
    """Left, top, width and height of what it shows."""
    inside: Markup
    cls: str
    label: str = ""
    """What it shows; without a label it is decoration and hidden from screen readers."""
    over: Detail | None = None

    @property
    def whole(self) -> Markup:
        """The shapes with what is on top of them."""
        return self.inside + self.over.inside if self.over else self.inside

    def __bool__(self) -> bool:
        return bool(self.inside)

    def __html__(self) -> str:
        if not self:
            return ""
        spoken: dict[str, str] = {"role": "img", "aria_label": self.label} if self.label else {"aria_hidden": "true"}
        view_box = " ".join(map(number, self.box))
        return element("svg", [self.whole], f"tekening {self.cls}", viewBox=view_box, **spoken)


NO_DRAWING = Drawing((0, 0, 0, 0), Markup(), "")


def drawing(
    box: tuple[float, float, float, float], shapes: Shapes, cls: str, label: str = "", over: Iterable[Markup] = ()
) -> Markup:
    """A drawing as markup, with the elements `over` on top of its shapes."""
    return escape(Drawing(box, Markup().join([paint(shapes), *over]), cls, label))
