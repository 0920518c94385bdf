"""Indonesian and English as they are read and said: letters, sentences, numbers, spoken words."""
