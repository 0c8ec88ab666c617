"""What of a source is read, when and for whom, and is what came to be trusted?"""
