"""Records → text: one file a format."""
