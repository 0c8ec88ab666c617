"""Why was a document judged as it was? The judge's own steps, sentence by sentence, for people to read."""
