"""What outlives a restart: documents, evidence, rulings, changes, problems."""
