"""What learners answered, and what follows from it."""
