"""One file for each step, oldest first; a step once published is never edited."""
