"""The same coder on many cores."""
