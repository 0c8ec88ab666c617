"""How is a report written out? One file for each format; what it tells is the same for all (findings)."""
