"""Roles, bodies and groups: *the Turkish foreign minister*, *two American aid groups*, *PKK militants*, *NATO*."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.dictionary import ActorEntry, Match
from dragoman.resolution.asked import Asked, candidates, held, tenure_of, told_holder
from dragoman.resolution.offices import Holding, Named
from dragoman.resolution.phrase import POSSESSIVE, Part, is_counted, is_indefinite
from dragoman.resolution.results import Resolution
from dragoman.resolution.roles import Described, describe, is_head, is_kind_of_place, is_member
from dragoman.resolution.unknown import Shape, shape_of_noun
from dragoman.resolution.words import Word

_SCORES = {"name": 0.98, "adjective": 0.95, "demonym": 0.95, "metonym": 0.88, "capital": 0.82, "place": 0.9}
_FORMS = {"capital": "capital that stands for its government", "metonym": "seat that stands for its government"}
_WEAKER = 0.35
#: Begins the reason why a string has no country although it names some.
SEVERAL_STATES = "several states: "
_INFERRED = "inferred from the office and the date"
_COUNTERPART = "agent.counterpart"
_NOT_NOW = frozenset(("deputy", "vice", "assistant", "shadow", "next", "future", "new", "incoming"))
_NOT_YET = frozenset(("elect", "designate", "nominee"))
_GOVERNMENTS = frozenset(("agent.government", "agent.authorities", "agent.regime", "agent.administration"))


def role(asked: Asked, part: Part, match: Match) -> Resolution:
    """Return who a role noun with its owner means: an office's holder on the date, or people of a kind."""
    about = _with_usual_state(asked, describe(part, match), match)
    reasons = [f"role noun {match.entry.name!r}"]
    if about.basis:
        reasons.append(f"belongs to {about.basis}")
    if len(about.countries) > 1:
        reasons.append(SEVERAL_STATES + ", ".join(about.countries))
    return _incumbent(asked, part, match, about, reasons) or _group(asked, match, about, reasons)


def _with_usual_state(asked: Asked, about: Described, match: Match) -> Described:
    """Give an office that few states have, and whose owner is not said, its state: *the Treasury secretary*."""
    named = asked.named
    if about.countries or about.organisation is not None or named is None or named.last != match.last:
        return about
    state = named.home(asked.told_of)
    return about._replace(countries=(state,), basis=asked.office_words or "") if state else about


def _incumbent(asked: Asked, part: Part, match: Match, about: Described, reasons: list[str]) -> Resolution | None:
    """*the Turkish foreign minister* of a dated text is who held the office that day."""
    if asked.date is None or asked.former or match.plural or is_indefinite(asked.words):
        return None
    holding = _at_post(asked, part, about) if _has_charge(part, about) else None
    if holding is None and not _is_of_part(part, about):
        holding = _of_the_whole(asked, part, match, about)
    holding = holding or _at_post(asked, part, about)
    if holding is None:
        return None
    return told_holder(asked, holding.person, 0.82, [*reasons, _INFERRED])


def _at_post(asked: Asked, part: Part, about: Described) -> Holding | None:
    """Return who held a post of several that the whole part names: *the governor of Texas*, *the envoy for Yemen*."""
    if asked.date is None:
        return None
    words = part.words[: part.last + 1]
    matches = [m for m in part.matches if m.last <= part.last]
    owners = dict.fromkeys((about.country if about.organisation is None else None, about.country, None))
    found = (asked.means.posts.holder(owner, words, matches, asked.date) for owner in owners)
    return next((holding for holding in found if holding is not None), None)


def _has_charge(part: Part, about: Described) -> bool:
    """Tell whether a state after an office may be its field, not its owner: *the high representative in Bosnia*."""
    return about.organisation is None and any(m.entry.kind == "state" for m in part.after)


def _is_of_part(part: Part, about: Described) -> bool:
    """Tell whether a role belongs to a part of a state alone: *the premier of Victoria*."""
    owners = {m.entry.kind for m in part.matches if m.form != "agent"}
    return about.country is not None and owners == {"place"}


def _of_the_whole(asked: Asked, part: Part, match: Match, about: Described) -> Holding | None:
    """Return who held an office that a state or organisation has once."""
    assert asked.date is not None
    if len(about.countries) > 1 or not _is_of_one(asked, match, about) or not _holds_it(asked, match):
        return None
    organisation = about.organisation.id if about.organisation is not None else None
    named = _office_of_the_other(asked, part, about.country) if match.entry.id == _COUNTERPART else asked.named
    return asked.means.incumbents.inferred(named, about.country, organisation, asked.date)


def _holds_it(asked: Asked, match: Match) -> bool:
    """Tell whether the words mean who holds an office, not a deputy and not the president-elect."""
    before = asked.lower[max(0, match.first - 2) : match.first]
    return _NOT_NOW.isdisjoint(before) and _NOT_YET.isdisjoint(asked.lower[match.first : match.last + 3])


def _is_of_one(asked: Asked, match: Match, about: Described) -> bool:
    """Tell whether a role is an office that one person holds: by itself, or by its name in that state."""
    if match.entry.kind in ("office", "agent") or match.entry.id == _COUNTERPART:
        return True
    named = asked.named
    return named is not None and named.last == match.last and named.of(about.country) is not None


def _office_of_the_other(asked: Asked, part: Part, country: str | None) -> Named | None:
    """Return the office of whose counterpart is meant: *Kerry's Russian counterpart* is a foreign minister.

    So is *the Turkish minister's Greek counterpart* where the words name the office.
    """
    person = next((m.entry for m in part.before if m.form == "person"), None)
    tenure = tenure_of(asked, person) if person is not None else None
    offices = asked.means.incumbents.offices
    return offices.like(tenure, country) if tenure is not None else offices.wider(asked.named, country)


def _group(asked: Asked, match: Match | None, about: Described, reasons: list[str]) -> Resolution:
    kind = _kind(asked, match)
    owner = about.organisation
    holds_office = kind == "office"
    return Resolution(
        name=asked.text, kind=kind, country=about.country, office=asked.office_words if holds_office else None,
        sectors=about.sectors or (owner.sectors if owner is not None else ()),
        id=owner.id if owner is not None and not holds_office else _government(match, about),
        score=0.9 if about.countries or owner is not None else 0.6, reasons=tuple(reasons),
        candidates=held(asked.holdings(about) if holds_office and not asked.former else (), "may hold that office"),
    )  # fmt: skip


def _kind(asked: Asked, match: Match | None) -> str:
    if match is None or (match.plural and (match.entry.kind in ("office", "agent") or is_counted(asked.words))):
        return "open_group"
    return match.entry.kind


def _government(match: Match | None, about: Described) -> str | None:
    """Return the id of the state whose government is meant."""
    return f"state.{about.country}" if match is not None and match.entry.id in _GOVERNMENTS and about.country else None


def entity(asked: Asked, part: Part, match: Match) -> Resolution:
    """Return the state, organisation, group or place that a name of the dictionary means."""
    entry = match.entry
    if not entry.id and entry.kind == "person":
        others = candidates(match.alternatives, 0.1, "has the same name")
        return Resolution(
            name="unnamed", kind="person", sectors=("CVL",), score=0.5, candidates=others,
            reasons=(f"a person of that name, not {match.alternatives[0].name}",),
        )  # fmt: skip
    if match.form in ("demonym", "adjective") and _is_born(asked, match):
        return Resolution(
            name=asked.text, kind="open_group", country=entry.country, sectors=("CVL",), score=0.8,
            reasons=(f"people of {entry.name} by where they come from",),
        )  # fmt: skip
    if match.form == "demonym" and (state := _state_before(part, match)) is not None:
        return Resolution(
            name=asked.text, kind="open_group", country=state.country, sectors=("CVL",), score=0.8,
            reasons=(f"people from {entry.name} at home in {state.name}",),
        )  # fmt: skip
    if match.form == "name" and entry.kind == "body" and (state := _state_before(part, match)) is not None:
        return Resolution(
            name=asked.text, kind="body", country=state.country, sectors=entry.sectors, score=0.8,
            reasons=(f"the body of that name of {state.name}, not {entry.name}",),
        )  # fmt: skip
    country = entry.country
    if country is None and entry.kind in ("organisation", "body", "open_group"):
        country = describe(part, match).country
    score = _SCORES[match.form] - (_WEAKER if match.ambiguous else 0)
    return Resolution(
        name=entry.name, kind=entry.kind, country=country, sectors=entry.sectors, id=entry.id or None,
        score=round(score, 2), reasons=(_told(match, asked.words),),
        candidates=candidates(match.alternatives, score - 0.2, "has the same name"),
    )  # fmt: skip


def _is_born(asked: Asked, match: Match) -> bool:
    """Tell whether people of a state are told by their origin too: *the Iraqi-born Swede*."""
    return match.first > 0 and asked.lower[match.first - 1].rpartition("-")[2] in ("born", "origin", "speaking")


def _state_before(part: Part, match: Match) -> ActorEntry | None:
    """Return the other state told right before: *Kenyan Somalis* are at home in Kenya, *Chad's Senate* is Chad's."""
    before = next((m for m in part.before if _is_right_before(part, m, match)), None)
    state = before.entry if before is not None else None
    return state if state is not None and state.kind == "state" and state.country != match.entry.country else None


def _is_right_before(part: Part, other: Match, match: Match) -> bool:
    """Tell whether a country's adjective, or its name in the possessive, stands right before a name."""
    between = [word.lower for word in part.words[other.last + 1 : match.first]]
    return not between if other.form == "adjective" else len(between) == 1 and between[0] in POSSESSIVE


def unlisted(asked: Asked, part: Part, shape: Shape) -> Resolution:
    """Return what a name in no dictionary is by its words: *the Movement for the Salvation of the North*."""
    return Resolution(
        name=asked.text, kind=shape.kind, country=describe(part, None).country, sectors=shape.sectors, score=0.5,
        reasons=(f"in no dictionary; {shape.word!r} says what it is",),
    )  # fmt: skip


def _told(match: Match, words: Sequence[Word]) -> str:
    said = " ".join(word.text for word in words[match.first : match.last + 1])
    return f"{said!r} is a {_FORMS.get(match.form, match.form)} of {match.entry.name}"


def noun(asked: Asked, part: Part) -> Resolution:
    """Return what a phrase means that ends in a noun of no dictionary: *PKK members*, *the NACTA chief*."""
    last = part.before[-1] if part.before else None
    about = describe(part, None)
    if is_kind_of_place(part.noun) and (place := _place(part, last)):
        return entity(asked, part, place)
    if is_head(part.noun) and (about.organisation is not None or last is not None or part.after):
        return _chief(asked, part, about)
    if last is not None and last.form == "agent":
        return role(asked, part, last)
    body = next((m for m in part.after if m.form == "agent"), None)
    if is_member(part.noun) and body is not None and about.organisation is None:
        return _group(asked, None, describe(part, body), [f"{part.noun} of {body.entry.name!r}"])
    if about.organisation is not None:
        return _belonging(part, about)
    return _people(asked, part, about)


def _place(part: Part, last: Match | None) -> Match | None:
    """Return the place of *the state of Georgia* or *Idlib province*."""
    if last is not None and last.last + 1 == part.last and last.entry.kind in ("place", "state"):
        return last
    return next((m for m in part.after if m.entry.kind in ("place", "state")), None)


def _belonging(part: Part, about: Described) -> Resolution:
    owner = about.organisation
    assert owner is not None
    return Resolution(
        name=owner.name, kind="open_group" if is_member(part.noun) else owner.kind,
        country=owner.country or about.country, sectors=owner.sectors, id=owner.id, score=0.85,
        reasons=(f"{part.noun!r} of {owner.name}",),
    )  # fmt: skip


def _people(asked: Asked, part: Part, about: Described) -> Resolution:
    """People or a body told by a noun in no dictionary and, at best, by a state."""
    shape = shape_of_noun(part.noun)
    sectors = shape.sectors if shape is not None else about.people.sectors if about.people is not None else ()
    plural = part.noun.endswith("s") and not part.noun.endswith("ss")
    reasons = [f"{part.noun or asked.text!r} is in no dictionary"]
    if about.country:
        reasons.append(f"country from {about.basis!r}")
    return Resolution(
        name=asked.text, kind=shape.kind if shape is not None else "open_group" if plural else "unknown",
        country=about.country, sectors=sectors or (("CVL",) if plural and part.before else ("UNK",)),
        score=0.4 if about.country else 0.1, reasons=tuple(reasons),
    )  # fmt: skip


def _chief(asked: Asked, part: Part, about: Described) -> Resolution:
    """*the NACTA chief*, *the head of Iran's nuclear agency*: who is at the head of what is named."""
    of = f"{part.noun} of {about.basis or 'what is named'}"
    found = [] if asked.former or is_indefinite(asked.words) else asked.holdings(about)
    if len({holding.person.id for holding in found}) == 1:
        return told_holder(asked, found[0].person, 0.82, [of, _INFERRED])
    if not found and not asked.former and (post := _at_post(asked, part, about)) is not None:
        return told_holder(asked, post.person, 0.82, [of, _INFERRED])
    body = next((m.entry.sectors for m in reversed(part.matches) if m.form == "agent"), ())
    return Resolution(
        name=asked.text, kind="office", country=about.country, sectors=about.sectors or body or ("GOV",),
        office=part.noun, score=0.7, reasons=(of,), candidates=held(found, "may hold that office"),
    )  # fmt: skip
