"""Stage three, link: references between items resolved, and the `Site` that knows who points to whom."""
