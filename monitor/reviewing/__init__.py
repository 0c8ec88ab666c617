"""What waits for a person, what did people say, and how far do they agree?"""
