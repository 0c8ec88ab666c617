"""How do the sources answer? A small server that answers as they do, for the demonstration and for the tests."""
