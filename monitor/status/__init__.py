"""Where does each commitment stand on a day, and what is there to tell of it?"""
