"""An act to come that the words of a sentence announce."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.acts import Act
from dragoman.claims.expectations.lexicon import Rule
from dragoman.syntax import Token

_FINITE_PAST = frozenset({"VBD"})
_ADVERBS_OF_DOUBT = frozenset(
    {"possibly", "perhaps", "maybe", "probably", "likely", "reportedly", "potentially", "hopefully"}
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """One act to come."""

    rule: Rule
    cue: Token
    anchor: Token
    """The verb whose mood and negation decide whether the act is announced."""
    act: Act
    subjects: tuple[Token, ...]
    event: Token | None = None
    """The noun of an event that is to be held: *summit*."""

    @property
    def hedged(self) -> bool:
        """True where the words leave open whether the act comes."""
        beside = (*self.act.verb.children, *self.anchor.children)
        return self.rule.hedged or any(child.lower in _ADVERBS_OF_DOUBT for child in beside if child.dep == "advmod")


def is_past(*verbs: Token) -> bool:
    """Tell whether what was to come lay ahead in the past: *was due to*, *had planned to*."""
    return any(
        child.dep in ("aux", "auxpass") and (child.tag in _FINITE_PAST or child.lower in ("was", "were", "had"))
        for verb in verbs
        for child in verb.children
    ) or any(verb.lower in ("was", "were") for verb in verbs)
