"""What does each sentence of a document say of a promised thing: done, under way, will, late, replaced?"""
