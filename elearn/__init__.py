"""elearn: lessons for people who cannot read yet, with a voice, kind questions and honest progress."""
