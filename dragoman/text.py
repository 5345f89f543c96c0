"""Folding: what two spellings of one name have in common."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not decompose.
_LETTERS = {
    "\N{LATIN SMALL LETTER DOTLESS I}": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ə": "e",
    "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
# The shapes of apostrophe, quotation mark and hyphen met in news, and characters without width.
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02bb\u02be\u02bf\u00b4\u0060\u2032"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb\u2033"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_WIDTHLESS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = str.maketrans(
    _LETTERS
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_WIDTHLESS, "")
)


def fold(text: str) -> str:
    """Return `text` in lower case, without diacritics, with straight quotes and plain hyphens.

    Two spellings of a name that differ only in these fold to the same string.  The length may change, so
    offsets in the folded text are not offsets in the text.  Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    lowered = unicodedata.normalize("NFKD", text).translate(_PLAIN).casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
