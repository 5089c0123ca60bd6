"""Stage write: a complete new folder, exchanged for the old; and the caches of builds."""
