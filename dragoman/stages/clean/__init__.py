"""The clean stage: what on the page is the article, and what the page says about it."""

from dragoman.stages.clean.stage import Clean

__all__ = ["Clean"]
