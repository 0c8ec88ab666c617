"""Which commitments does what was published speak of, and in which sentences?"""
