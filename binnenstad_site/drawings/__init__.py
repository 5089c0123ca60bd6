"""Drawings made from data: pure functions from numbers to SVG. Nothing here knows a page, a template or a file.

Colours are classes that the style sheet fills with tokens (`templates/assets/css/66-tekeningen.css`), so a drawing
follows theme and trend. Units are pixels at a page of 1200 wide.
"""
