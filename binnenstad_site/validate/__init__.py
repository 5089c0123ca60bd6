"""Stage validate: from a `Document` to an `Entry`, an item of its model with a parsed body."""
