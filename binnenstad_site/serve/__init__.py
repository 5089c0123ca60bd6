"""`serve`: the site while somebody works on it, made anew at each change."""
