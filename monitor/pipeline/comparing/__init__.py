"""What was altered between two readings of a document, and what of that is reported?"""
