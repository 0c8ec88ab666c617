"""What was altered between two readings of a document, and what is there to tell of it?"""
