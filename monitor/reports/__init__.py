"""How is a report written out? There is a file for each format; what the report says (findings) is the same for all."""
