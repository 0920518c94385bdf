"""What an author does with nothing installed: give a lesson, see its faults, publish it."""
