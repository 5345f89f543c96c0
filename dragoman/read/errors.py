"""Narrower input errors, each with the hint that fits what the readers refuse.

A message here does not name the file: it becomes the `reason` of a Failure, whose `document` does.
"""

from __future__ import annotations

from dragoman.errors import InputError, MalformedInputError, TooLargeError


class TooLongError(TooLargeError):
    """The text of one document is longer than the limit."""

    hint = "split the document, or raise DRAGOMAN_MAX_CHARS"


class PageError(MalformedInputError):
    """An HTML page from which no article can be taken."""

    hint = "save the article's text as .txt and give that instead"


class DamagedError(MalformedInputError):
    """Compressed data that breaks off or does not decompress."""

    hint = "compress or download the file again"


class MissingExtraError(InputError):
    """Reading this needs a package that is not installed."""

    hint = "install it with: pip install 'dragoman[zstd]'"


class NotAFileError(InputError):
    """A pipe, device or socket where a file is expected, or a link to a folder inside a folder."""

    hint = "give it as an argument of its own, or pipe its content into '-'"
