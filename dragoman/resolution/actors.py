"""The resolver of actors: a string, perhaps a date and the text around it, to who is meant and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.dictionary import ActorEntry, Dictionary, Match, Tenure
from dragoman.resolution.context import Context
from dragoman.resolution.incumbents import Incumbents
from dragoman.resolution.names import PersonNames
from dragoman.resolution.namesakes import Namesakes
from dragoman.resolution.offices import Holding, Offices
from dragoman.resolution.phrase import Part, is_indefinite, parts_of, without_article
from dragoman.resolution.results import Candidate, Resolution
from dragoman.resolution.roles import Described, describe, is_head, is_kind_of_place, is_member, is_official
from dragoman.resolution.unknown import Shape, shape_of
from dragoman.resolution.words import LONGEST, Word, words_of

_PAST = frozenset(("former", "ex", "ousted", "deposed", "late", "onetime", "retired", "exiled", "then"))
_SCORES = {
    "name": 0.98,
    "adjective": 0.95,
    "demonym": 0.95,
    "metonym": 0.88,
    "capital": 0.82,
    "place": 0.9,
    "agent": 0.6,
}
_EMPTY_CONTEXT = Context()
_FEW = 5


class ActorResolver:
    """Resolves strings to actors.  Safe to share between threads: nothing changes after it is made."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self.offices = Offices(dictionary)
        self.names = PersonNames(dictionary)
        self.incumbents = Incumbents(self.offices, self.names)
        self.namesakes = Namesakes(dictionary)

    def context(self, text: str) -> Context:
        """Return what `text` says about the names in it: full names, acronyms, countries."""
        words = words_of_long(text)
        return Context.of([(words, self.dictionary.match(words))], self.names)

    def resolve(self, text: str, *, date: str | None = None, context: Context | None = None) -> Resolution:
        """Return who `text` (a noun phrase as printed) means.

        `date` is the day of the text (ISO 8601, any precision): without one an office tells of no holder.
        What the string does not tell stays null; a string longer than LONGEST is read to there.
        """
        around = context or _EMPTY_CONTEXT
        words = words_of(text)
        matches = self.namesakes.decide(words, self.dictionary.match(words), around, self.names)
        matches = around.known(words, matches)
        parts = parts_of(words, matches)
        if not parts:
            return Resolution(name=text.strip()[:LONGEST], kind="unknown", reasons=("no words to read",))
        reader = _Reader(self, without_article(text), words, parts, date, around)
        return reader.read()


def words_of_long(text: str) -> list[Word]:
    """Return the words of a whole text, cut paragraph by paragraph."""
    return [
        word
        for line in text.splitlines()
        for at in range(0, len(line), LONGEST)
        for word in words_of(line[at : at + LONGEST])
    ]


class _Reader:
    """The reading of one string."""

    def __init__(
        self, resolver: ActorResolver, text: str, words: Sequence[Word], parts: list[Part], date: str | None,
        context: Context,
    ) -> None:  # fmt: skip
        self.resolver = resolver
        self.text = text
        self.words = words
        self.parts = parts
        self.date = date
        self.context = context
        self.lower = [word.lower for word in words]
        self.former = not _PAST.isdisjoint(self.lower)
        self.named = resolver.offices.find(self.lower)

    def read(self) -> Resolution:
        main = self.parts[0]
        for part in self.parts:
            if part.head is not None and part.head.form == "person":
                return self._person(part, part.head)
        named = next((part for part in self.parts if part.name), None)
        role = next((p for p in self.parts if p.head is not None and p.head.form == "agent"), None)
        if named is not None and (named.before or role is not None or named is main):
            return self._named(named, role)
        if main.head is None:
            return self._noun(main)
        if main.head.form == "agent":
            return self._role(main, main.head)
        return self._entity(main, main.head)

    # Persons in the dictionary

    def _person(self, part: Part, match: Match) -> Resolution:
        owners = self._owners()
        bearers = [match.entry, *(e for e in match.alternatives if e.kind == "person")]
        short = match.first == match.last and " " in match.entry.name
        if short and self._is_stranger(part, match, owners):
            return self._named(part, None)
        ranked = sorted(bearers, key=lambda entry: -self._fit(entry, owners))
        best = ranked[0]
        score = 0.97 if not short else 0.9
        if match.ambiguous and self._fit(best, owners) < 1:
            score = 0.55
        reasons = [f"name of {best.name} in the dictionary" if not short else f"surname of {best.name}"]
        return self._holder(best, score, reasons, [e for e in ranked[1:]])

    def _is_stranger(self, part: Part, match: Match, owners: set[str]) -> bool:
        """Tell whether a known surname is somebody else's: another first name, another country's office."""
        first = [w for w in self.words[part.first : match.first] if self._is_loose(w, part)]
        given = [w.lower.rstrip(".") for w in first]
        if any(len(word) > 1 and word not in match.entry.name.lower() for word in given):
            part.name = [*first, *self.words[match.first : match.last + 1]]
            part.before = [m for m in part.before if m.last < match.first]
            return True
        states = {t.country for t in match.entry.tenures if t.country} | {
            t.organisation for t in match.entry.tenures if t.organisation
        }
        if self.named is not None and owners and not owners & states:
            part.name = list(self.words[match.first : match.last + 1])
            return True
        return False

    def _is_loose(self, word: Word, part: Part) -> bool:
        if not word.text[0].isupper() or word.lower.rstrip(".") in self.resolver.names.titles:
            return False
        return not any(word in self.words[m.first : m.last + 1] for m in part.matches) and not self._in_office(word)

    def _in_office(self, word: Word) -> bool:
        named = self.named
        return named is not None and word in self.words[named.first : named.last + 1]

    def _owners(self) -> set[str]:
        """The states and organisations that the string names."""
        found = {m.entry.country for p in self.parts for m in p.matches if m.form not in ("agent", "person")}
        ids = {
            m.entry.id
            for p in self.parts
            for m in p.matches
            if m.entry.kind in ("igo", "organisation", "body", "armed_group")
        }
        return {owner for owner in found | ids if owner}

    def _fit(self, entry: ActorEntry, owners: set[str]) -> float:
        """How well a person fits the office, the owner and the date."""
        fit = 0.0
        for tenure in entry.tenures:
            owned = tenure.country in owners or tenure.organisation in owners
            office = self._office_in(tenure)
            now = self.date is not None and tenure.covers(self.date)
            fit = max(fit, 2 * (owned and office) + 1.5 * now + owned * 0.5 + office * 0.5)
        return fit

    def _office_in(self, tenure: Tenure) -> bool:
        office = self.named.of(tenure.country) if self.named is not None else None
        return office is not None and self.resolver.offices.same(tenure, office)

    def _holder(
        self, entry: ActorEntry, score: float, reasons: list[str], others: Iterable[ActorEntry] = ()
    ) -> Resolution:
        """The resolution to a person of the dictionary, with the office that the string and the date point to."""
        tenure = self._tenure(entry)
        if tenure is None:
            office = sectors = None
        else:
            office, sectors = tenure.office, (tenure.sector,)
            reasons.append(self._when(tenure))
        country = tenure.country if tenure is not None and (tenure.country or tenure.organisation) else entry.country
        return Resolution(
            name=entry.name, kind="person", country=country, id=entry.id, score=round(score, 2),
            sectors=tuple(dict.fromkeys((*(sectors or ()), *entry.sectors))), office=office,
            term=(tenure.start, tenure.end) if tenure is not None else None, reasons=tuple(reasons),
            candidates=_candidates(others, score - 0.3, "bears the same name"),
        )  # fmt: skip

    def _tenure(self, entry: ActorEntry) -> Tenure | None:
        """Return the term meant: of the office named, else of the date, else the last one begun by then."""
        named = [tenure for tenure in entry.tenures if self._office_in(tenure)]
        current = [t for t in entry.tenures if self.date is not None and t.covers(self.date)]
        for choice in ([t for t in named if t in current], named if self.former else [], current, named):
            if choice:
                return choice[-1]
        begun = [t for t in entry.tenures if self.date is None or t.start is None or t.start[:4] <= self.date[:4]]
        found = begun or list(entry.tenures)
        return found[-1] if found else None

    def _when(self, tenure: Tenure) -> str:
        term = f"{tenure.start or '?'} to {tenure.end or 'now or not known'}"
        if self.date is None:
            return f"{tenure.office}, {term}; no date given"
        held = "held" if tenure.covers(self.date) else "not held"
        return f"{tenure.office}, {term}: {held} on {self.date}"

    # Names in no dictionary

    def _named(self, part: Part, role_part: Part | None) -> Resolution:
        name = " ".join(word.text for word in part.name).strip(" -'")
        role = next((m for m in reversed(part.before) if m.form == "agent"), None)
        holder = part
        if role is None and role_part is not None:
            role, holder = role_part.head, role_part
        about = describe(holder, role)
        if role is None and (owner := self._known_person(name, about.country)):
            return self._holder(*owner)
        shape = shape_of(part.name)
        if role is None or (shape is not None and role.entry.kind in ("body",)):
            return self._proper(name, about, shape, part)
        return self._titled(name, role, about)

    def _known_person(self, name: str, country: str | None) -> tuple[ActorEntry, float, list[str]] | None:
        """Return the one person whose name sounds like a full name."""
        if " " not in name.strip():
            return None
        found = [e for e in self.resolver.names.sounding(name) if country is None or country in _served(e)]
        if len(found) != 1:
            return None
        return found[0], 0.85, [f"{name!r} is another spelling of {found[0].name}"]

    def _titled(self, name: str, role: Match, about: Described) -> Resolution:
        """*Turkish Interior Minister Soylu*: the office's holder by surname or spelling, else a name with a role."""
        person = self._known_person(name, about.country)
        if person is not None and (about.country is not None or role.entry.kind == "office"):
            return self._holder(*person)
        entry = self.resolver.incumbents.bearer(
            name, self._holdings(about, any_date=True), None if self.former else self.date
        )
        if entry is not None:
            return self._holder(entry, 0.93, [f"{name!r} is the name of a holder of the office"])
        if " " not in name and (known := self._by_surname(name, role, about)):
            return self._holder(known, 0.85, [f"surname {name!r}, country and a public office agree"])
        return self._unlisted(name, role, about)

    def _by_surname(self, name: str, role: Match, about: Described) -> ActorEntry | None:
        owners = self._owners()
        fitting = [
            e for e in self.resolver.dictionary.by_surname(name)
            if owners & _served(e) and (self.date is None or e.offices(self.date)) and set(role.entry.sectors) & set(e.sectors)
        ]  # fmt: skip
        return fitting[0] if len(fitting) == 1 and self.date is not None and about.countries else None

    def _unlisted(self, name: str, role: Match, about: Described) -> Resolution:
        """A person in no dictionary: by name when the role is a public office, else under the role alone."""
        public = role.entry.kind == "office" or is_official(role.entry.sectors)
        reasons = [f"the role {role.entry.name!r} is named, the person is in no dictionary"]
        if about.basis:
            reasons.append(f"country from {about.basis!r}")
        return Resolution(
            name=name if public else self._role_words(), kind="person" if public else "agent",
            country=about.country, sectors=about.sectors, office=self._office_words(),
            score=0.7 if about.country else 0.45, reasons=tuple(reasons),
            candidates=_held(self._holdings(about), "held that office then"),
        )  # fmt: skip

    def _role_words(self) -> str:
        part = self.parts[0] if self.parts[0].head is not None or self.parts[0].before else self.parts[-1]
        covered = [i for m in part.matches for i in range(m.first, m.last + 1)]
        return " ".join(self.words[i].text for i in covered) or "unnamed"

    def _proper(self, name: str, about: Described, shape: Shape | None, part: Part) -> Resolution:
        """A proper name that no dictionary has and that no role explains."""
        country = about.country
        if shape is not None:
            return Resolution(
                name=name, kind=shape.kind, country=country, sectors=shape.sectors, score=0.5,
                reasons=(f"in no dictionary; {shape.word!r} says what it is",),
            )  # fmt: skip
        surname = self.resolver.dictionary.by_surname(part.name[-1].text) if len(part.name) == 1 else ()
        fitting = [e for e in surname if self.date is None or e.offices(self.date)]
        return Resolution(
            name=self.text, kind="unknown", country=country, score=0.2,
            reasons=("in no dictionary",), candidates=_candidates(fitting, 0.4, "has that surname"),
        )  # fmt: skip

    # Roles

    def _role(self, part: Part, role: Match) -> Resolution:
        about = describe(part, role)
        reasons = [f"role noun {role.entry.name!r}"]
        if about.basis:
            reasons.append(f"belongs to {about.basis}")
        if len(about.countries) > 1:
            reasons.append(f"several states: {', '.join(about.countries)}")
        inferred = self._inferred(role, about, reasons)
        return inferred or self._group(role, about, reasons)

    def _group(self, role: Match | None, about: Described, reasons: list[str]) -> Resolution:
        owner = about.organisation if about.organisation is not None and about.organisation.kind != "igo" else None
        kind = role.entry.kind if role is not None else "open_group"
        if role is not None and role.plural and kind in ("office", "agent"):
            kind = "open_group"
        sectors = about.sectors or (owner.sectors if owner is not None else ())
        holders = self._holdings(about) if kind == "office" and not self.former else []
        return Resolution(
            name=self.text, kind=kind, country=about.country, sectors=sectors, office=self._office_words() if kind == "office" else None,
            id=about.organisation.id if about.organisation is not None and kind != "office" else None,
            score=0.9 if about.countries or about.organisation else 0.6, reasons=tuple(reasons),
            candidates=_held(holders, "may hold that office"),
        )  # fmt: skip

    def _inferred(self, role: Match, about: Described, reasons: list[str]) -> Resolution | None:
        """*the Turkish foreign minister* of a dated text is who held the office that day."""
        if self.date is None or self.former or role.plural or is_indefinite(self.words) or self._is_lesser(role):
            return None
        if len(about.countries) > 1 or (
            role.entry.kind not in ("office", "agent") and role.entry.id != "agent.police_officer"
        ):
            return None
        organisation = _id(about.organisation)
        holding = self.resolver.incumbents.inferred(self.named, about.country, organisation, self.date)
        if holding is None:
            return None
        why = [*reasons, "inferred from the office and the date"]
        return self._holder(holding.person, 0.82, why)

    def _is_lesser(self, role: Match) -> bool:
        before = self.lower[max(0, role.first - 2) : role.first]
        return not {"deputy", "vice", "assistant", "shadow", "next", "future", "acting", "new", "incoming"}.isdisjoint(
            before
        )

    def _holdings(self, about: Described, *, any_date: bool = False) -> list[Holding]:
        """Return who held the office named on the date; with `any_date` at any time."""
        if self.date is None and not any_date:
            return []
        date = None if any_date else self.date
        return self.resolver.incumbents.holdings(self.named, about.country, _id(about.organisation), date)

    def _office_words(self) -> str | None:
        named = self.named
        return " ".join(self.lower[named.first : named.last + 1]) if named is not None else None

    # Names and nouns

    def _entity(self, part: Part, match: Match) -> Resolution:
        entry = match.entry
        if not entry.id and entry.kind == "person":
            return Resolution(name=self.text, kind="person", score=0.5, reasons=(f"a person, no {match.alternatives[0].name}",),
                              candidates=_candidates(match.alternatives, 0.1, "has the same name"))  # fmt: skip
        score = _SCORES[match.form] - (0.35 if match.ambiguous else 0)
        kind = entry.kind
        country = entry.country
        if country is None and entry.kind in ("organisation", "body", "open_group"):
            country = describe(part, match).country
        return Resolution(
            name=entry.name, kind=kind, country=country, sectors=entry.sectors, id=entry.id or None, score=round(score, 2),
            reasons=(_told(match, self.words),), candidates=_candidates(match.alternatives, score - 0.2, "has the same name"),
        )  # fmt: skip

    def _noun(self, part: Part) -> Resolution:
        """A phrase that ends in a noun of no dictionary: the body it names, its head, or people of a state."""
        last = part.before[-1] if part.before else None
        if last is not None and is_kind_of_place(part.noun) and last.last + 1 == part.last:
            return self._entity(part, last)
        about = describe(part, None)
        organisation = about.organisation
        if is_head(part.noun) and (organisation is not None or last is not None):
            return self._chief(part, about)
        if last is not None and last.form == "agent":
            return self._role(part, last)
        body = next((m for m in part.after if m.form == "agent"), None)
        if is_member(part.noun) and body is not None and organisation is None:
            about = describe(part, body)
            return self._group(None, about, [f"{part.noun} of {body.entry.name!r}"])
        place = next((m for m in part.after if m.entry.kind in ("place", "state")), None)
        if is_kind_of_place(part.noun) and place is not None:
            return self._entity(part, place)
        if organisation is not None:
            kind = "open_group" if is_member(part.noun) else organisation.kind
            return Resolution(
                name=organisation.name, kind=kind, country=organisation.country or about.country,
                sectors=organisation.sectors, id=organisation.id, score=0.85,
                reasons=(f"{part.noun!r} of {organisation.name}",),
            )  # fmt: skip
        if (
            last is not None
            and not part.after
            and not self.text[:1].islower()
            and last.form == "name"
            and is_member(part.noun)
        ):
            return self._entity(part, last)
        people = about.people
        sectors = people.sectors if people is not None else ()
        return Resolution(
            name=self.text, kind="open_group" if part.noun.endswith("s") else "unknown", country=about.country,
            sectors=sectors or ("UNK",), score=0.4 if about.country else 0.1,
            reasons=(f"{part.noun or self.text!r} is in no dictionary",
                     *((f"country from {about.basis!r}",) if about.country else ())),
        )  # fmt: skip

    def _chief(self, part: Part, about: Described) -> Resolution:
        holdings = [] if self.former else self._holdings(about)
        if len({h.person.id for h in holdings}) == 1 and not is_indefinite(self.words):
            why = [f"{part.noun} of {about.basis or 'what is named'}", "inferred from the office and the date"]
            return self._holder(holdings[0].person, 0.82, why)
        sectors = about.sectors or next((m.entry.sectors for m in reversed(part.matches) if m.form == "agent"), ())
        return Resolution(
            name=self.text, kind="office", country=about.country, sectors=sectors, office=part.noun, score=0.7,
            reasons=(f"{part.noun} of {about.basis or 'what is named'}",), candidates=_held(holdings, "may hold that office"),
        )  # fmt: skip


def _id(entry: ActorEntry | None) -> str | None:
    return entry.id if entry is not None else None


def _served(entry: ActorEntry) -> set[str]:
    return {owner for tenure in entry.tenures for owner in (tenure.country, tenure.organisation) if owner}


def _told(match: Match, words: Sequence[Word]) -> str:
    said = " ".join(word.text for word in words[match.first : match.last + 1])
    form = {"capital": "capital that stands for its government", "metonym": "seat that stands for its government"}
    return f"{said!r} is a {form.get(match.form, match.form)} of {match.entry.name}"


def _candidates(entries: Iterable[ActorEntry], score: float, reason: str) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(name=e.name, kind=e.kind, country=e.country, id=e.id, score=round(max(0.05, score), 2), reason=reason)
        for e in list(entries)[:_FEW]
    )  # fmt: skip


def _held(holdings: Iterable[Holding], reason: str) -> tuple[Candidate, ...]:
    return _candidates((holding.person for holding in holdings), 0.4, reason)
