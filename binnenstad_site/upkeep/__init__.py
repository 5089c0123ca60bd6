"""What editors have done to the content as a whole: move, withdraw, mend, ask again. The command line writes."""
