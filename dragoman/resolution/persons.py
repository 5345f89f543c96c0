"""Persons: known ones by name, surname or spelling, and names that no dictionary has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from dragoman.dictionary import ActorEntry, Match
from dragoman.resolution.asked import Asked, candidates, held, told_holder
from dragoman.resolution.names import titles
from dragoman.resolution.phrase import ARTICLES, Part
from dragoman.resolution.results import Resolution
from dragoman.resolution.roles import Described, describe, is_official
from dragoman.resolution.unknown import Shape, shape_of
from dragoman.resolution.words import Word
from dragoman.text import fold

_FIT = 1.0
#: Sectors of roles that say more about a person than an office held besides.
_TELLING = frozenset(("OPP", "REB", "PTY", "LEG", "JUD"))
_LOCAL = ("governor of", "mayor of", "premier of", "chief minister of", "member of")
_CIVILIAN = ("CVL",)
_ENVOYS = frozenset(("agent.envoy", "agent.mediator", "agent.negotiator"))


def known(asked: Asked, part: Part, match: Match) -> Resolution:
    """Return who a name of the dictionary means: of its bearers the one whose office, state and date fit best."""
    short = match.first == match.last and " " in match.entry.name
    if short and _is_somebody_else(asked, part, match):
        return named(asked, part, None)
    ranked = [match.entry, *(entry for entry in match.alternatives if entry.kind == "person")]
    score = 0.9 if short else 0.97
    if len(ranked) > 1 or match.ambiguous:
        owners = asked.owners()
        ranked.sort(key=lambda entry: -_fit(asked, entry, owners))
        if match.ambiguous and _fit(asked, ranked[0], owners) < _FIT:
            score = 0.55
    best = ranked[0]
    reason = f"surname of {best.name}" if short else f"name of {best.name} in the dictionary"
    told = told_holder(asked, best, score, [reason], ranked[1:])
    return _with_role(asked, told)


def _with_role(asked: Asked, told: Resolution) -> Resolution:
    """Let a role in the string that is none of the person's offices give the first sector: *rebel leader X*."""
    roles = [m.entry for m in reversed(asked.matches()) if m.form == "agent"]
    if not roles or asked.former or told.id is None:
        return told
    entry = asked.means.dictionary.entries[told.id]
    if any(asked.is_office_of(tenure) for tenure in entry.tenures):
        return told
    if (union := _sent_by(asked, roles)) is not None and union.id not in served(entry):
        why = f"the text calls the person an envoy of {union.name}"
        return told._replace(country=None, sectors=union.sectors, office=None, reasons=(*told.reasons, why))
    said = next((role.sectors for role in roles if role.sectors[:1] and role.sectors[0] in _TELLING), ())
    return told._replace(sectors=tuple(dict.fromkeys((*said, *told.sectors))))


def _sent_by(asked: Asked, roles: Iterable[ActorEntry]) -> ActorEntry | None:
    """Return the organisation of states whose envoy the string calls a person: *AU mediator X*."""
    if _ENVOYS.isdisjoint(role.id for role in roles) or any(m.entry.kind == "state" for m in asked.matches()):
        return None
    return next((m.entry for m in asked.matches() if m.entry.kind == "igo"), None)


def _is_somebody_else(asked: Asked, part: Part, match: Match) -> bool:
    """Tell whether a known surname is another's: after another first name, or in another state's office."""
    beside = takewhile(lambda at: _is_loose(asked, part, at), range(match.first - 1, part.first - 1, -1))
    loose = [asked.words[at] for at in beside][::-1]
    known_name = fold(match.entry.name)
    if any(len(word.bare) > 1 and word.bare not in known_name for word in loose):
        part.name = [*loose, *asked.words[match.first : match.last + 1]]
        part.before = [m for m in part.before if m.last < match.first]
        part.head = None
        return True
    owners = asked.owners()
    if asked.named is not None and owners and not any(owners & served(e) for e in (match.entry, *match.alternatives)):
        part.name = list(asked.words[match.first : match.last + 1])
        part.head = None
        return True
    return False


def is_surname(asked: Asked, part: Part, match: Match) -> bool:
    """Tell whether the name of a firm or people is a person's here, and read it so: *the businessman Alex Saab*."""
    if match.entry.kind not in ("organisation", "open_group") or match.first != match.last or match.first <= part.first:
        return False
    given = asked.words[match.first - 1]
    roles = [m for m in part.before if m.form == "agent"]
    if not roles or given.folded not in asked.means.names.given or not _is_loose(asked, part, match.first - 1):
        return False
    part.name = [given, asked.words[match.first]]
    part.head = None
    return True


def _is_loose(asked: Asked, part: Part, at: int) -> bool:
    """Tell whether the word `at` is capitalised and explained by nothing: no title, office or known name."""
    word = asked.words[at]
    if not word.text[0].isupper() or word.lower in ARTICLES or word.bare in titles():
        return False
    office = asked.named
    if office is not None and office.first <= at <= office.last:
        return False
    return not any(match.first <= at <= match.last for match in part.matches)


def _fit(asked: Asked, entry: ActorEntry, owners: set[str]) -> float:
    """Return how well a person fits the office, the owner and the date."""
    fit = 0.0
    for tenure in entry.tenures:
        owned = tenure.country in owners or tenure.organisation in owners
        office = asked.is_office_of(tenure)
        now = asked.date is not None and tenure.covers(asked.date)
        fit = max(fit, 2 * (owned and office) + 1.5 * now + owned * 0.5 + office * 0.5)
    return fit


def named(asked: Asked, part: Part, role_part: Part | None) -> Resolution:
    """Return who a name in no dictionary means, by the role it stands with or by its spelling."""
    title, bare = _without_titles(part.name)
    name = " ".join(word.text for word in bare).strip(" -'")
    role = next((m for m in reversed(part.before) if m.form == "agent"), None)
    holder = part
    if role is None and role_part is not None:
        role, holder = role_part.head, role_part
    about = describe(holder, role)
    shape = shape_of(part.name)
    if shape is None and (entry := _sounding(asked, name, about)):
        return told_holder(asked, entry, 0.85, [f"{name!r} is another spelling of {entry.name}"])
    if role is None or (shape is not None and role.entry.kind == "body"):
        about = about if role is not None or about.countries else _beside(asked, part) or about
        return _proper(asked, name, about._replace(sectors=title or about.sectors), shape, bare)
    return _titled(asked, name, role, about)


def _without_titles(name: Sequence[Word]) -> tuple[tuple[str, ...], Sequence[Word]]:
    """Return the sectors that titles in a name tell, and the name without them."""
    known = titles()
    told = [known[word.bare] for word in name if word.bare in known]
    if not told:
        return (), name
    return told[0], [word for word in name if word.bare not in known] or name


def _beside(asked: Asked, part: Part) -> Described | None:
    """Return what another part of the string tells: *X, from Ghana*."""
    others = (describe(other, None) for other in asked.parts if other is not part)
    return next((about for about in others if about.countries), None)


def _sounding(asked: Asked, name: str, about: Described) -> ActorEntry | None:
    """Return the one person whose full name sounds like `name`."""
    if " " not in name.strip():
        return None
    found = [
        e
        for e in asked.means.names.sounding(name, sure=about.country is not None)
        if not about.country or about.country in served(e)
    ]
    return found[0] if len(found) == 1 else None


def _titled(asked: Asked, name: str, role: Match, about: Described) -> Resolution:
    """*Turkish Interior Minister Soylu*: the office's holder by surname or spelling, else a name with a role."""
    holdings = asked.holdings(about, ever=True)
    entry = asked.means.incumbents.bearer(name, holdings, None if asked.former else asked.date)
    if entry is not None:
        return told_holder(asked, entry, 0.93, [f"{name!r} is the name of a holder of the office"])
    if " " not in name and (entry := _by_surname(asked, name, role, about)):
        return told_holder(asked, entry, 0.85, [f"surname {name!r}, country and a public office agree"])
    return _unlisted(asked, name, role, about)


def _by_surname(asked: Asked, name: str, role: Match, about: Described) -> ActorEntry | None:
    if asked.date is None or not about.countries:
        return None
    owners, sectors = asked.owners(), set(role.entry.sectors)
    bearers = asked.means.dictionary.by_surname(name)
    fitting = [e for e in bearers if owners & served(e) and e.offices(asked.date) and sectors & set(e.sectors)]
    return fitting[0] if len(fitting) == 1 else None


def _unlisted(asked: Asked, name: str, role: Match, about: Described) -> Resolution:
    """A person in no dictionary: by name when the role is a public office, else under the role alone."""
    public = role.entry.kind == "office" or is_official(role.entry.sectors)
    title = titles().get(asked.lower[role.last].rstrip(".")) if role.first == role.last else None
    sectors = title or (_CIVILIAN + about.sectors if about.sectors[:1] == ("LAB",) else about.sectors)
    reasons = [f"the role {role.entry.name!r} is named, the person is in no dictionary"]
    if about.basis:
        reasons.append(f"country from {about.basis!r}")
    return Resolution(
        name=name if public else _role_words(asked), kind="person" if public else "agent", country=about.country,
        sectors=sectors, office=asked.office_words, score=0.7 if about.country else 0.45,
        reasons=tuple(reasons), candidates=held(asked.holdings(about), "held that office then"),
    )  # fmt: skip


def _role_words(asked: Asked) -> str:
    """Return the words of the role with its owner, without the person's name."""
    part = next(p for p in asked.parts if any(m.form == "agent" for m in p.matches))
    covered = [i for m in part.matches for i in range(m.first, m.last + 1)]
    return " ".join(asked.words[i].text for i in covered)


def _proper(asked: Asked, name: str, about: Described, shape: Shape | None, bare: Sequence[Word]) -> Resolution:
    """A proper name that no dictionary has and that no role explains."""
    if shape is not None:
        return Resolution(
            name=name, kind=shape.kind, country=about.country, sectors=shape.sectors, score=0.5,
            reasons=(f"in no dictionary; {shape.word!r} says what it is",),
        )  # fmt: skip
    if _has_article(asked, about, bare):
        return Resolution(
            name=asked.text, kind="organisation", country=about.country, sectors=("UNK",), score=0.2,
            reasons=("in no dictionary; a name with an article is no person's",),
        )  # fmt: skip
    surname = asked.means.dictionary.by_surname(bare[-1].text) if len(bare) == 1 else ()
    fitting = [entry for entry in surname if asked.date is None or _is_widely_known(entry, asked.date)]
    told_of = {entry.id: entry for entry in fitting if entry.country in asked.told_of}
    if len(told_of) == 1 and asked.date is not None:
        entry = next(iter(told_of.values()))
        why = f"surname of {entry.name}, in office then, in a text about {entry.country}"
        return told_holder(asked, entry, 0.7, [why])
    if len(bare) > 1 or about.sectors:
        sure = bare[0].bare in asked.means.names.given or bool(about.sectors)
        return Resolution(
            name="unnamed", kind="person", country=about.country, score=0.4 if sure else 0.25,
            sectors=about.sectors or _CIVILIAN,
            reasons=("a person of no known office" if sure else "in no dictionary; two names or more: a person",),
            candidates=candidates(fitting, 0.2, "has that surname"),
        )  # fmt: skip
    return Resolution(
        name=asked.text, kind="unknown", country=about.country, score=0.2, reasons=("in no dictionary",),
        candidates=candidates(fitting, 0.4, "has that surname"),
    )  # fmt: skip


def _has_article(asked: Asked, about: Described, bare: Sequence[Word]) -> bool:
    """Tell whether a name of several words has an article and no title: *the Bangko Sentral*."""
    return len(bare) > 1 and asked.words[0].lower == "the" and not about.sectors


def _is_widely_known(entry: ActorEntry, date: str) -> bool:
    """Tell whether a person held an office then whose holder a text may name by surname alone: none of a province."""
    return any(not tenure.office.startswith(_LOCAL) for tenure in entry.offices(date))


def served(entry: ActorEntry) -> set[str]:
    """Return the states (ISO codes) and organisations (ids) that a person served."""
    return {owner for tenure in entry.tenures for owner in (tenure.country, tenure.organisation) if owner}
