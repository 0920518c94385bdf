"""Mistakes that authors make, each seeded into a whole lesson that has none."""
