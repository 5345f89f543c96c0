"""Screens: the numbers that are no figures, such as dates, ages, prices, scores and parts of names."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.claims.figures.amounts import Amount
from dragoman.claims.figures.nouns import Counted
from dragoman.claims.figures.words import lexicon
from dragoman.claims.passage import Passage
from dragoman.events.status import operators
from dragoman.stages.base import TimeMention
from dragoman.syntax import Token

_SMALL = 4
_SHORT = 4
_REACH = 12
_FEW, _SOURCES = 12, 20
_LEAST_SUM = 500
_OWN = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_AGO = frozenset({"ago", "earlier", "later", "before", "after", "previously", "hence", "old", "away", "into", "since"})
_RECENT = frozenset({"last", "past", "next", "first", "previous", "coming", "following", "recent", "every", "each"})
_AWAY = frozenset(
    {
        "from", "north", "south", "east", "west", "away", "off", "outside", "inside", "further", "northeast", "down",
        "northwest", "southeast", "southwest", "northern", "southern", "eastern", "western", "downstream",
        "upstream", "above",
    }
)  # fmt: skip
_COVERED = frozenset({"for"})


def in_a_name(amount: Amount, passage: Passage) -> bool:
    """Tell a number that belongs to a name, a date, an age or a list: *Resolution 2254*, *(3)*, *aged 45*."""
    tokens = passage.sentence.tokens
    number = tokens[amount.number]
    if amount.vague is not None or amount.sign is not None:
        return False
    if amount.unit is None and _is_date(amount, passage.times):
        return True
    before = tokens[amount.number - 1] if amount.number else None
    dated = before is not None and passage.scene.participants.is_time(before)
    if before is not None and not dated and amount.first == amount.number and _labels(before, number, passage):
        return True
    if number.pos == "PROPN" and number.dep == "compound" and number.text[0].isupper() and not _opens(number, tokens):
        return True
    following = tokens[amount.last + 1].text if amount.last + 1 < len(tokens) else ""
    if following in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
        return True
    return _is_aside(amount, tokens) or (amount.number == 0 and _opens_list(amount, tokens))


def _opens(token: Token, tokens: Sequence[Token]) -> bool:
    return token.i == 0 or tokens[token.i - 1].pos == "PUNCT"


def _is_date(amount: Amount, times: Sequence[TimeMention]) -> bool:
    """Tell a number within a time expression that is no length of time."""
    return any(time.first <= amount.number <= time.last and time.function not in _COVERED for time in times)


def _labels(before: Token, number: Token, passage: Passage) -> bool:
    """Tell whether the word before makes the number a name: *Article 5*, *No. 10*, *Flight 370*, *aged 45*."""
    if not number.text[0].isdigit() and before.lemma not in ("age", "aged"):
        return False
    named = lexicon().contexts["numbered"]
    if before.lower in named or (before.lemma in named and before.lower != "numbers"):
        return before.pos != "VERB" or before.lower == "aged"
    if before.text.isupper() and before.pos == "PROPN" and 1 < len(before.text) <= _SHORT and number.text.isdigit():
        return len(number.text) < len("300") and passage.scene.participants.mention(before) is None
    return before.pos == "PROPN" and number.head is before and number.dep in ("nummod", "appos", "npadvmod")


def _is_aside(amount: Amount, tokens: Sequence[Token]) -> bool:
    """*Smith, 45, said*; *(45)*: an age or a number of a list."""
    before = tokens[amount.first - 1].text if amount.first else ""
    after = tokens[amount.last + 1].text if amount.last + 1 < len(tokens) else ""
    if before == "(" and after == ")":
        return True
    holder = tokens[amount.first - 2] if amount.first > 1 else None
    return before == "," and after in (",", ".", ")", ";") and holder is not None and holder.pos == "PROPN"


def _opens_list(amount: Amount, tokens: Sequence[Token]) -> bool:
    after = tokens[amount.last + 1].text if amount.last + 1 < len(tokens) else ""
    return after in (".", ")", ":")


def is_told(amount: Amount, found: Counted, passage: Passage) -> bool:
    """Tell whether an amount with what it counts is a figure of the article's matter."""
    kind = found.measure.kind
    if _is_mere_one(amount, found, passage.sentence.tokens):
        return False
    tokens = passage.sentence.tokens
    if amount.first and tokens[amount.first - 1].lower == "per":
        return False
    if amount.vague is not None and amount.vague.loose and not _is_loosely_told(found):
        return False
    if kind == "time":
        return _is_length_of_time(amount, tokens)
    if kind == "length":
        return not _is_distance(max(amount.last + 1, found.anchor.i if not found.attributive else 0), tokens)
    if kind in ("money", "share"):
        if kind == "share" and amount.value == 100 and not found.words:
            return False
        return not (_is_market(amount, tokens) or (kind == "money" and _is_price(amount, tokens)))
    return _is_count(amount, found, tokens)


def _is_loosely_told(found: Counted) -> bool:
    """Tell *several suspects were arrested* and *several raids* from *several ministers attended*."""
    return found.measure.loose and (found.measure.kind not in ("people", "troops") or _is_harmed(found))


def _is_mere_one(amount: Amount, found: Counted, tokens: Sequence[Token]) -> bool:
    """*one of the weeks*, *no one*, *one day*: no number is meant."""
    if (
        amount.value != 1
        or amount.comparator is not None
        or amount.upper is not None
        or amount.number == amount.last - 3
    ):
        return False
    after = tokens[amount.last + 1].lower if amount.last + 1 < len(tokens) else ""
    before = tokens[amount.first - 1].lower if amount.first else ""
    if after == "of" or before in ("no", "any", "every", "each", "some", "the", "this", "that"):
        return True
    return found.measure.kind == "time" and not found.attributive


def _is_length_of_time(amount: Amount, tokens: Sequence[Token]) -> bool:
    end = amount.last + 1
    around = [token.lower for token in tokens[end : end + 4]]
    if not _AGO.isdisjoint(around[:2]) or around[:4:3] == ["-", "old"]:
        return False
    before = tokens[amount.first - 1] if amount.first else None
    if before is None:
        return True
    return before.lower not in _RECENT and not (before.lower in ("in", "for") and _is_record(before, tokens))


def _is_record(before: Token, tokens: Sequence[Token]) -> bool:
    """*the first famine in six years* tells how rare it is."""
    words = tokens[max(0, before.i - _REACH) : before.i]
    return any(token.lower in ("first", "only") or token.tag in ("JJS", "RBS") for token in words)


def _is_distance(unit: int, tokens: Sequence[Token]) -> bool:
    """*350 miles north of the town* tells where something is."""
    end = unit + 1
    while end < len(tokens) and tokens[end].text in ("(", ")", ","):
        end += 1
    following = tokens[end].lower if end < len(tokens) else ""
    if following == "of":
        return False
    return following in _AWAY or (following in ("-", "(") and any(t.lower in _AWAY for t in tokens[end : end + 5]))


def _is_market(amount: Amount, tokens: Sequence[Token]) -> bool:
    """*$50 a barrel*, *shares fell 3 percent*."""
    contexts = lexicon().contexts
    lemmas = {token.lemma for token in tokens}
    after = [token.lemma for token in tokens[amount.last + 1 : amount.last + 6]]
    each = {"a", "an", "each"} & set(after) or ("per" in after and "cent" not in after)
    if any(word in contexts["price"] for word in after) and each:
        return True
    near = {token.lemma for token in tokens[max(0, amount.first - 6) : amount.last + 6]}
    if not contexts["price"].isdisjoint(near - {"per", "share"}):
        return True
    found = len(contexts["market"] & lemmas)
    return found >= 2 or (found == 1 and not contexts["moving"].isdisjoint(lemmas))


def _is_price(amount: Amount, tokens: Sequence[Token]) -> bool:
    """A small sum is a price; so is what is told of the price of goods."""
    if amount.value is not None and amount.value < _LEAST_SUM:
        return True
    lemmas = {token.lemma for token in tokens}
    return "price" in lemmas or (
        amount.value is not None
        and amount.value < 100_000
        and not lexicon()
        .contexts["staple"]
        .isdisjoint(lemmas - {"pound", "dollar", "euro", "lira", "rupee", "yuan", "yen", "rouble", "ruble"})
    )


def _is_count(amount: Amount, found: Counted, tokens: Sequence[Token]) -> bool:
    value = amount.value
    if value is None:
        return not _speaks(found.anchor)
    if value == 1 and amount.upper is None and amount.comparator is None:
        return _is_harmed(found)
    if value < found.measure.least or _is_year(amount, tokens):
        return False
    before = tokens[amount.first - 1].lower if amount.first else ""
    small = _FEW if before in _OWN else _SMALL
    if value <= small and before in lexicon().contexts["pointing"] and not _is_harmed(found):
        return False
    return not (value <= _SOURCES and _speaks(found.anchor))


def _is_year(amount: Amount, tokens: Sequence[Token]) -> bool:
    """Tell *1976*, which is a year more often than a count, from *2,000* and *2000*."""
    text = tokens[amount.number].text
    single = amount.first == amount.number == amount.last and len(text) == 4 and text.isdigit()
    return single and "1900" <= text <= "2030" and text != "2000"


def _speaks(token: Token) -> bool:
    """Tell sources from figures: *two officials said*."""
    return token.dep == "nsubj" and token.head.lemma in operators()["say"]


def _is_harmed(found: Counted) -> bool:
    """Tell *one soldier was killed*, a figure, from *one soldier thought so*."""
    harm = lexicon().contexts["casualty"]
    anchor = found.anchor
    near = [anchor.head, *(child for child in anchor.children if child.dep in ("acl", "relcl"))]
    return found.measure.kind in ("people", "troops") and any(token.lemma in harm for token in near)
