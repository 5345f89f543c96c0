"""The parse stage: blocks of text → sentences.  `stage` knows the parser, `repair` mends its commonest slip."""

from dragoman.stages.parse.stage import Parse

__all__ = ["Parse"]
