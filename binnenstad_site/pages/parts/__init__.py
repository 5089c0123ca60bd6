"""The parts that pages are made of: frozen values that hold all that a template prints, with final addresses.

Names are Dutch where a visitor sees what they hold. An address (`adres`) carries the base path already; `noten` are
the small source numbers as safe HTML; a date is in words.
"""
