"""Words that every stage uses: diagnostics, addresses, characters, dates, outputs. Imports nothing of the package."""
