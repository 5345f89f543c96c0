"""How much the readers take in before they refuse."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import EmptyInputError, TooLongError
from dragoman.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Largest input read, so that no single input can exhaust the memory."""

    max_bytes: int = Settings().max_bytes
    """Bytes of one file, or of one line of a JSONL file, after decompression."""
    max_text_chars: int = Settings().max_text_chars
    """Code points of one document's text."""

    @classmethod
    def from_environment(cls) -> Limits:
        """Return the limits set in the environment.  Raises SettingError for a value that is no number."""
        settings = Settings.from_environment()
        return cls(max_bytes=settings.max_bytes, max_text_chars=settings.max_text_chars)


def checked_text(text: str, limits: Limits) -> str:
    """Return `text`; raise EmptyInputError if nothing but white space, TooLongError if over the limit."""
    if len(text) > limits.max_text_chars:
        raise TooLongError(f"the text has {len(text):,} characters, more than {limits.max_text_chars:,}")
    if not text.replace("\ufeff", "").strip():
        raise EmptyInputError("there is no text in it")
    return text
