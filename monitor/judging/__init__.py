"""What does what was published do to a promise, by which sentence, and why do we think so?"""
