"""Measuring the coder against published, hand-annotated collections."""
