"""Measurements, run by hand: `make bench` for figures, `make screenshots` for pictures."""
