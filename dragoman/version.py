"""The version of Dragoman."""

__version__ = "0.1.0"
