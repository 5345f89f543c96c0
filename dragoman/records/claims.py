"""Claims: what people say, count, promise, ask for, sign, list, meet for again and expect.

What counts as each kind is told in `docs/claims.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.base import Actor, Attribution, EventDate, Evidence, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Speech, writing or thought that the text gives to somebody; or somebody's silence."""

    id: str
    """Content hash."""
    speaker: Actor | None
    """Who says it; of several, the first; null when the text leaves it open."""
    speakers: tuple[Actor, ...]
    """All who say it together."""
    verb: str
    """Lemma of the cue: a verb, a noun such as `claim`, or `according to`."""
    addressee: Actor | None
    """Who is told, when the text says so."""
    direct: bool
    """True when the content stands in quotation marks as a clause of its own."""
    content: tuple[Evidence, ...]
    """What is said, without quotation marks, cue and speaker; of a split quotation, its parts."""
    quoted: tuple[Evidence, ...]
    """The words in quotation marks within an indirect statement."""
    occasion: str | None
    """The setting as printed: `a joint press conference`."""
    date: EventDate | None
    """When it was said; null when the text does not say."""
    status: str
    """`happened`, `planned`, or `denied` for silence: *did not comment on the reasons*."""
    attribution: Attribution | None
    """Who reports that the speaker said it, when not the outlet."""
    evidence: tuple[Evidence, ...]
    """Cue, speaker and content; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, or a vague word for one, with what it counts and who gives it."""

    id: str
    """Content hash."""
    value: float | None
    """The number; of a range its lower end; null for a vague word such as `dozens`."""
    upper: float | None
    """The upper end of a range."""
    text: str
    """Number or word as printed, with its comparator: `more than 290`."""
    comparator: str | None
    """`more than`, `at least`, `less than`, `at most`, `about`, `nearly`, `between`, `exactly`, or null."""
    unit: str
    """What is counted: `people`, `troops`, `dollars`, `percent`, `hours`, `ordinal`, `year` …"""
    population: str | None
    """The people or things as printed: `members of the security forces`."""
    what: str | None
    """What happened to them or what they are: `killed`, `fighting in Syria`."""
    place: Place | None
    """Where; null when the text does not say."""
    period: EventDate | None
    """The time it covers: since, until, during."""
    as_of: EventDate | None
    """The day the number stands for."""
    cumulative: bool | None
    """True when it adds up a period, false when it counts a moment, null when the text does not tell."""
    claimants: tuple[Actor, ...]
    """Who gives it, nearest first; empty when the outlet does."""
    status: str
    """`happened`, or that of the act it measures: `planned`, `denied`, `reported-claim`, `hypothetical` …"""
    attribution: Attribution | None
    """The nearest claimant with the verb, as printed."""
    evidence: tuple[Evidence, ...]
    """The number with what it counts; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Somebody binds himself to do, or not to do, something."""

    id: str
    """Content hash."""
    debtors: tuple[Actor, ...]
    """Who is bound; several bind themselves together."""
    creditors: tuple[Actor, ...]
    """To whom, when the text says so."""
    act: str
    """What will be done, as printed."""
    strength: str
    """`intend`, `agree`, `pledge`, `declare` or `sign`."""
    negative: bool
    """True for what will not be done or not be allowed."""
    condition: str | None
    """The condition as printed."""
    due: EventDate | None
    """By when."""
    place: Place | None
    """Where it is to be done."""
    date: EventDate | None
    """When it was made."""
    status: str
    """`open`, `conditional`, `ongoing`, `fulfilled`, `broken` or `withdrawn`."""
    assessor: Actor | None
    """Who says how it stands, when it is more than the promise itself."""
    self_assessed: bool
    """True when the assessor is a debtor, or speaks for one."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Somebody asks another to do, give or allow something, and what the answer was."""

    id: str
    """Content hash."""
    askers: tuple[Actor, ...]
    """Who asks; empty when the text leaves it open."""
    asked: tuple[Actor, ...]
    """Who is asked; empty when the text leaves it open."""
    act: str
    """What is asked for, as printed."""
    force: str
    """`wish`, `ask`, `urge` or `demand`."""
    answer: str
    """`granted`, `refused`, `partial`, `hedged`, or `none` when the text gives none."""
    reason: str | None
    """The reason given for the answer, as printed."""
    date: EventDate | None
    """When it was asked."""
    place: Place | None
    """Where it was asked."""
    status: str
    """`demanded`, `reported-claim` for hearsay, `planned`, or `denied` for what was not asked."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses of request and answer; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an agreement stands to another."""

    kind: str
    """`implements`, `complements`, `replaces`, `extends` or `violates`."""
    other: str
    """The other agreement, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An instrument or process that binds or joins parties, named or described."""

    id: str
    """Content hash."""
    name: str
    """As printed: `the Astana agreement`, `a deal on grain`."""
    kind: str
    """`treaty`, `communique`, `joint statement`, `ceasefire`, `memorandum`, `process` or `deal`."""
    parties: tuple[Actor, ...]
    """Who is bound or takes part."""
    guarantors: tuple[Actor, ...]
    """Who vouches for it."""
    mediators: tuple[Actor, ...]
    """Who brought it about."""
    signatories: tuple[Actor, ...]
    """Who is said to have signed."""
    non_signatories: tuple[Actor, ...]
    """Who is said not to have signed."""
    terms: tuple[str, ...]
    """What it says, one text for each term, as printed."""
    condition: str | None
    """The condition it stands under, as printed."""
    implementation: tuple[str, ...]
    """What was done under it, as printed."""
    relations: tuple[Relation, ...]
    """To other agreements."""
    date: EventDate | None
    """When it was reached or signed."""
    place: Place | None
    """Where it was reached or signed."""
    status: str
    """`planned`, `happened`, `denied`, `reported-claim` or `ended`."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """An authority's listing or delisting of somebody, or the state of a list."""

    id: str
    """Content hash."""
    lister: Actor | None
    """The authority; null when the text leaves it open."""
    listed: tuple[Actor, ...]
    """Who is on the list, as far as the text says."""
    list: str | None
    """The list's name as printed."""
    size: int | None
    """How many stand on it."""
    exhaustive: bool
    """True when the text names all that are listed; false for *such as* and for part of a longer list."""
    added: EventDate | None
    """When the listed were entered or struck off."""
    action: str
    """`list`, `delist`, or `state` for what stands on a list already."""
    status: str
    """`happened`, `planned`, `demanded`, `denied` or `reported-claim`."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One meeting of a series, as far as the text tells of it."""

    ordinal: int | None
    """Its number in the series, from 1."""
    date: EventDate | None
    """When it was or will be held."""
    place: Place | None
    """Where."""
    event: str | None
    """Id of the event coded from the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Meetings, rounds or exercises that belong together."""

    id: str
    """Content hash."""
    name: str
    """As printed, or described by its noun and parties."""
    parties: tuple[Actor, ...]
    """Who meets."""
    members: tuple[Member, ...]
    """The members that the text tells of, by ordinal, then by date."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """An announced act to come, which later documents confirm, shift or leave hanging."""

    id: str
    """Content hash."""
    act: str
    """What is to come, as printed."""
    actors: tuple[Actor, ...]
    """Who will act."""
    window: EventDate | None
    """When, as far as told."""
    place: Place | None
    """Where."""
    event: str | None
    """Id of the planned event coded from the same words."""
    hedged: bool
    """True for *may*, *is expected to*, *possibly*."""
    status: str
    """`planned`, or `conditional` when it hangs on a condition."""
    attribution: Attribution | None
    """Who tells of it, when somebody other than the outlet does."""
    evidence: tuple[Evidence, ...]
    """The clauses it rests on; never empty."""
    rule: str
    """Id of the lexicon entry that fired."""
    confidence: float
    """0 to 1: a score of the kind of evidence, not a measured frequency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A signal about the document that a reader should know of.  It changes no record and no score."""

    id: str
    """Content hash."""
    signal: str
    """`no byline`, `no date`, `no outlet`, `evaluative prose`, `single anonymous source`, `no such office-holder` or
    `figure contradicts reference`."""
    detail: str
    """What was found, in words."""
    evidence: tuple[Evidence, ...]
    """The words it rests on; empty where something is missing."""
    rule: str
    """Id of the lexicon entry or check that fired."""


Claim = Statement | Figure | Commitment | Request | Agreement | Designation | Series | Expectation | Doubt
"""A record of any kind but an event."""
