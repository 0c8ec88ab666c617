"""Widgets: how things on a screen behave."""
