"""A person at a terminal: commands, screens, and the one file that wires everything."""
