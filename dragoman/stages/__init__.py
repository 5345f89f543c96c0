"""The stages of the coder: document → document, one class a file."""
