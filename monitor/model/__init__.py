"""What is there? Documents, commitments, evidence, sources and changes; the words that all other folders use."""
