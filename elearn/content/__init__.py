"""Lesson files as values: read, checked, rendered and composed, all before any request."""
