"""elearn: lessons with a voice for people who cannot read yet."""
