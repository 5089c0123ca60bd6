"""Stage seven, write: a complete new folder, exchanged for the old; and what is kept between two builds."""
