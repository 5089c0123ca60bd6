"""Diagnostics for their readers: as text, as annotations of a pull request, as JSON."""
