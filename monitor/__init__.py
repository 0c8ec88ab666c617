"""The thinking: documents, commitments, comparing, matching, judging, deciding."""
