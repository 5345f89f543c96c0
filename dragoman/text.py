"""Folding: what two spellings of one name have in common."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not decompose, and the many shapes of apostrophe, quote and hyphen.
_PLAIN = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th",
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "ʾ": "'", "ʿ": "'", "´": "'", "`": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "\N{SOFT HYPHEN}": "", "\N{ZERO WIDTH SPACE}": "", "\N{ZERO WIDTH NON-JOINER}": "", "\N{ZERO WIDTH JOINER}": "",
    }
)  # fmt: skip


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
