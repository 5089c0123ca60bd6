"""Drawings made from data: pure functions from numbers to SVG. Nothing here knows a page, a template or a file.

Everything that is drawn is a value (`shapes`): an `Outline` is geometry, a `Shape` is an outline with a class, `Shapes`
is a tuple of them from back to front. Make them with `path`, `box`, `disc`, `panes`, `grid` and `shape`; put them
somewhere with `place`, `translate`, `scale` and `mirror`; `+` puts one on top of another, and `merge` makes one shape
of each class. `svg.drawing` paints them, once, where a drawing is finished; nothing reads SVG back. Colours are classes
that the style sheet fills with tokens (`templates/assets/css/66-tekeningen.css`), so a drawing follows theme and trend.
Units are pixels at a page of 1200 wide; what stands somewhere is drawn at its own origin with the ground at y 0.

The kits, things to draw with:

- `figures`, `vehicles` and `scenery` stand in a street or lie in the soil, `furniture` stands in `rooms`;
- `rooms` has the rooms of a cut-open building, the building (`cut_house`), the cellar and what lies on a roof;
- `gables` has the roofs of fronts: of `facades` with fixed windows, and of `houses` with a window per praktijk;
- `wide` frames a section of 1200 wide and has what several sections share.

The compositions, each with one public function that gives markup:

- the street of windows: `street`, of which `blocks` has the houses per trend; `strips` and `terms` are other streets;
- sections: `sections/` (a module per trend) and `scenes/` (a module per scenario) are framed by `wide`; `scenarios` has
  the same four on cards, `silhouettes` as skylines;
- small ones and figures: `axes`, `bars`, `cases`, `country`, `doors`, `forecasts`, `measures`, `qr`, `room`, `scan`,
  `timeline`, `wall`.
"""
