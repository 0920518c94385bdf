"""What authors do with lesson files."""
