"""Which language a page is in, and which of its paragraphs are in another.

Most paragraphs of English news are told by their function words alone.  The trained identifier is loaded
only for a paragraph that has almost none of them, and only a sure answer on a long enough paragraph counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Protocol

from dragoman.stages.clean.paragraphs import Paragraph

ENGLISH = "en"
ENGLISH_SHARE = 0.12
"""Share of function words above which a text is English without further question."""
FOREIGN_SHARE = 0.06
"""Share below which a paragraph may be in another language."""
FEWEST_WORDS = 6
FEWEST_FOREIGN_WORDS, FEWEST_PLAIN_WORDS = 8, 10
"""Words of a paragraph whose language is asked for; more where all its letters are English ones."""
SURE = 0.85
NAMES_SHARE = 0.6
SAMPLE = 1500
ENOUGH = 300
"""Characters that tell the language of a paragraph."""

# Words that are frequent in English and rare in other languages written in Latin letters.
_FUNCTION_WORDS = frozenset(
    {
        "the", "of", "and", "to", "that", "for", "with", "by", "from", "has", "have", "had", "were",
        "which", "this", "his", "their", "said", "will", "it", "be", "not", "been", "would", "who", "they",
        "its", "are", "he", "she", "but", "after", "over", "into", "about", "than", "more", "when",
        "between", "against", "during", "while", "could", "should", "also", "there", "these", "those",
        "what", "some", "our", "we", "you", "says",
    }
)  # fmt: skip
_LANGUAGES = (
    "en", "tr", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "be", "bg", "sr", "hr", "bs", "mk", "sl", "cs",
    "sk", "pl", "hu", "ro", "sq", "el", "ar", "fa", "ur", "ps", "ku", "he", "hy", "ka", "az", "kk", "uz", "ky",
    "tg", "sv", "no", "da", "fi", "is", "et", "lv", "lt", "id", "ms", "vi", "th", "zh", "ja", "ko", "hi", "bn",
    "ta", "sw", "so", "am",
)  # fmt: skip


_OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z]")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def english_share(text: str) -> tuple[int, float]:
    """Return the number of words of `text` and the share of English function words among them."""
    words = text.lower().split()
    known = sum(map(_FUNCTION_WORDS.__contains__, words))
    return len(words), known / len(words) if words else 0.0


def identify(text: str) -> tuple[str, float]:
    """Return the ISO 639-1 code of the likeliest language of `text` and how likely it is, from 0 to 1."""
    code, likelihood = _identifier().classify(text[:SAMPLE])
    return code, likelihood


def page_language(paragraphs: Iterable[Paragraph]) -> str | None:
    """Return the language most of `paragraphs` are in, or None when there is too little to tell."""
    sample = _sample(paragraphs)
    words, share = english_share(sample)
    if words < FEWEST_WORDS and sample.isascii():
        return None
    if share >= ENGLISH_SHARE:
        return ENGLISH
    code, likelihood = identify(sample)
    return code if likelihood >= SURE else None


def foreign_language(text: str) -> str | None:
    """Return the language of a paragraph that is surely not in English, or None."""
    words, share = english_share(text[:ENOUGH])
    fewest = FEWEST_FOREIGN_WORDS if _OTHER_LETTER.search(text) else FEWEST_PLAIN_WORDS
    if words < fewest or share >= FOREIGN_SHARE or _lists_names(text):
        return None
    code, likelihood = identify(text)
    return code if code != ENGLISH and likelihood >= SURE else None


def _lists_names(text: str) -> bool:
    """Tell whether most words are capitalised: names, which say nothing about the language."""
    words = text.split()
    return not text.isupper() and sum(word[0].isupper() for word in words) > NAMES_SHARE * len(words)


def plain_code(language: str) -> str:
    """Return the two-letter part of a language tag: `en` for `en-GB`, `EN_us` and `eng`."""
    primary = re.split(r"[-_]", language.strip().lower())[0]
    return {"eng": ENGLISH, "english": ENGLISH}.get(primary, primary)


def _sample(paragraphs: Iterable[Paragraph]) -> str:
    """Return the longest paragraphs, up to a length that settles the language."""
    longest = sorted(paragraphs, key=lambda p: p.start - p.end)[:8]
    return "\n".join(p.text for p in longest)[:SAMPLE]


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to load, and most English pages never need it

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    known: _Identifier = identifier
    return known
