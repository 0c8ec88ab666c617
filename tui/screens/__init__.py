"""Screens: what stands where."""
