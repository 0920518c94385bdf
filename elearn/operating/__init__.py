"""What an operator does with a hub as a whole: back it up, restore it, look whether it is sound."""
