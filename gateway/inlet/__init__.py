"""Doors: how mail comes in."""
