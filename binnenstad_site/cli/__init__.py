"""The command line: the only place that prints, asks the date or reads the environment."""
