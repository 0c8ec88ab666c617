"""Where does each commitment stand on a day, and which changes are reported of it?"""
