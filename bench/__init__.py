"""Measurements, run by hand: `make bench` for figures, `make screens` for pictures."""
