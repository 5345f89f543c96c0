"""Agreements: who is bound by what, who signed, who did not, and how they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.claims.agreements import lexicon
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import Agreement, Document

Read = Callable[[str], tuple[Agreement, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Return what gives the agreements of a text."""
    coder = Coder()

    def agreements(text: str) -> tuple[Agreement, ...]:
        return coder.code(Document(id="test", text=text, language="en", title="")).claims.agreements

    return agreements


def only(found: tuple[Agreement, ...]) -> Agreement:
    """Return the one agreement that there is."""
    (agreement,) = found
    return agreement


def names(actors: object) -> list[str]:
    """Return the countries or names of actors, sorted."""
    return sorted(actor.country or actor.name for actor in actors)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Malta and Tunisia signed a treaty on fishing in Valletta.", "treaty", ["MLT", "TUN"]),
        ("Chile signed a memorandum with Peru on border patrols.", "memorandum", ["CHL", "PER"]),
        ("Oman and Kuwait issued a joint communique in Muscat.", "communique", ["KWT", "OMN"]),
        ("Japan and Vietnam issued a joint statement.", "joint statement", ["JPN", "VNM"]),
        ("Armenia and Azerbaijan agreed on a ceasefire.", "ceasefire", ["ARM", "AZE"]),
        ("A deal on grain was reached between Ukraine and Egypt.", "deal", ["EGY", "UKR"]),
        ("The Greek-Egyptian accord was ratified in Cairo.", "deal", ["EGY", "GRC"]),
    ],
)
def test_kinds_and_parties(read: Read, text: str, kind: str, parties: list[str]) -> None:
    agreement = only(read(text))
    assert (agreement.kind, names(agreement.parties), agreement.status) == (kind, parties, "happened")
    assert agreement.evidence[0].quote in text


def test_signatories_are_those_said_to_have_signed(read: Read) -> None:
    agreement = only(read("Malta and Tunisia signed a treaty on fish in Valletta on 3 May 2016."))
    assert names(agreement.signatories) == ["MLT", "TUN"]
    assert agreement.date is not None
    assert agreement.date.start == "2016-05-03"
    assert agreement.place is not None
    assert agreement.place.name == "Valletta"
    assert agreement.terms == ("fish",)


@pytest.mark.parametrize(
    "text",
    [
        "While Jordan and Egypt signed the final communique, Qatar did not.",
        "Jordan and Egypt signed the final communique. Qatar refused to sign the communique.",
        "Jordan and Egypt signed the final communique. Qatar has not signed the communique.",
    ],
)
def test_who_did_not_sign(read: Read, text: str) -> None:
    agreement = only(read(text))
    assert names(agreement.signatories) == ["EGY", "JOR"]
    assert names(agreement.non_signatories) == ["QAT"]
    assert "QAT" not in names(agreement.parties)
    assert agreement.status == "happened"


@pytest.mark.parametrize(
    ("text", "role", "actors"),
    [
        ("A ceasefire between Armenia and Azerbaijan was brokered by Russia.", "mediators", ["RUS"]),
        ("The Qatar-mediated truce between Hamas and Israel collapsed.", "mediators", ["QAT"]),
        (
            "Armenia and Azerbaijan reached a deal under the guarantee of Turkey and Russia.",
            "guarantors",
            ["RUS", "TUR"],
        ),
        ("Armenia and Azerbaijan signed a peace deal, with Georgia as its guarantor.", "guarantors", ["GEO"]),
        (
            "Armenia and Azerbaijan signed a peace deal. Georgia was the mediator of the deal.",
            "mediators",
            ["GEO"],
        ),
    ],
)
def test_mediators_and_guarantors(read: Read, text: str, role: str, actors: list[str]) -> None:
    agreement = only(read(text))
    assert names(getattr(agreement, role)) == actors
    assert not set(actors) & set(names(agreement.parties))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Uganda and Rwanda are working on an extradition treaty.", "planned"),
        ("Uganda and Rwanda will sign an extradition treaty in May.", "planned"),
        ("Uganda and Rwanda failed to reach a deal.", "denied"),
        ("Uganda rejected the deal with Rwanda.", "denied"),
        ("Uganda and Rwanda reportedly reached a deal.", "reported-claim"),
        ("Uganda withdrew from the treaty with Rwanda.", "ended"),
        ("The truce between Uganda and Rwanda collapsed.", "ended"),
        ("Uganda and Rwanda extended their trade agreement.", "happened"),
    ],
)
def test_how_it_stands(read: Read, text: str, status: str) -> None:
    assert only(read(text)).status == status


def test_one_agreement_by_many_names_is_one(read: Read) -> None:
    agreement = only(
        read(
            "Greece and Egypt sign sea deal\n\nGreece and Egypt signed an agreement on their sea border in Cairo.\n\n"
            "The deal was welcomed by Cyprus. The Cairo agreement divides the shelf. "
            "It obliges both to share their maps."
        )
    )
    assert names(agreement.parties) == ["EGY", "GRC"]
    assert len(agreement.evidence) >= 4
    assert "obliges both to share their maps" in agreement.terms


def test_two_agreements_with_names_of_their_own_stay_apart(read: Read) -> None:
    found = read(
        "Under the Astana agreement, Turkey set up twelve posts. "
        "The Sochi agreement was reached between Turkey and Russia in 2018."
    )
    assert [agreement.name for agreement in found] == ["The Sochi agreement"] or len(found) == 2
    assert all("Astana" not in agreement.name or "Sochi" not in agreement.name for agreement in found)


def test_what_is_done_under_it_is_implementation(read: Read) -> None:
    agreement = only(
        read("Turkey and Russia signed the Sochi agreement. Under the Sochi agreement, Turkey set up twelve posts.")
    )
    assert agreement.implementation == ("Turkey set up twelve posts",)


def test_a_condition_is_kept(read: Read) -> None:
    agreement = only(
        read(
            "Sudan and Chad reached a deal in Khartoum. "
            "The deal ended the raids on the condition that both withdraw their heavy arms."
        )
    )
    assert agreement.condition == "both withdraw their heavy arms"


def test_how_it_stands_to_another(read: Read) -> None:
    found = read("Greece and Albania signed a treaty. The treaty replaces the accord of 1995.")
    assert [(r.kind, r.other) for r in found[0].relations] == [("replaces", "the accord of 1995")]


def test_those_who_agree_beside_a_communique_are_its_parties(read: Read) -> None:
    agreement = only(
        read("Egypt, Jordan and Iraq agreed to share their data. The ministers signed a communique in Amman.")
    )
    assert set(names(agreement.parties)) >= {"EGY", "JOR", "IRQ"}
    assert "share their data" in agreement.terms


def test_what_several_say_in_a_statement_is_theirs(read: Read) -> None:
    agreement = only(read("Turkish and Belgian ministers condemned the attack in a joint statement."))
    assert (agreement.kind, names(agreement.parties)) == ("joint statement", ["BEL", "TUR"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting went on as if the Sochi Agreement had never been.", "the Sochi Agreement"),
        ("Under the Dayton Accords, there are three presidents.", "the Dayton Accords"),
        ("Critics say NAFTA has cost them work.", "NAFTA"),
        ("The Treaty of Lausanne is a century old.", "The Treaty of Lausanne"),
    ],
)
def test_a_proper_name_is_enough(read: Read, text: str, name: str) -> None:
    agreement = only(read(text))
    assert agreement.name.startswith(name)
    assert agreement.parties == ()


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        ("Moscow suspended its participation in the New START treaty.", ["RUS"], "ended"),
        ("Gambia will no longer be bound by the treaty with Senegal.", ["GMB", "SEN"], "ended"),
        ("India has put the Indus Waters Treaty in abeyance.", ["IND"], "ended"),
        ("The accord, signed by Mali and Niger in 2015, is dead.", ["MLI", "NER"], "ended"),
        ("An accord is due to be signed in May by Mali and Niger.", ["MLI", "NER"], "planned"),
        ("Mali and Niger are close to a trade deal.", ["MLI", "NER"], "planned"),
        ("Talks are under way between Mali and Niger on a peace treaty.", ["MLI", "NER"], "planned"),
        ("Talks between Mali and Niger ended without an agreement.", ["MLI", "NER"], "denied"),
        ("Mongolia acceded to the Ottawa Convention in May.", ["MNG"], "happened"),
        ("Russia is in breach of the Ottawa Convention, Poland said.", ["RUS"], "happened"),
        ("Mali and Niger put out a joint statement on cattle.", ["MLI", "NER"], "happened"),
        ("A joint statement by Mali and Niger called for restraint.", ["MLI", "NER"], "happened"),
        ("Niger bought lorries from Turkey under a contract worth ten million dollars.", ["NER", "TUR"], "happened"),
        ("A grain protocol between Mali and Niger lapsed on Sunday.", ["MLI", "NER"], "ended"),
        ("Mali handed Niger a pact of which Chad and Benin are members.", ["BEN", "TCD"], "happened"),
    ],
)
def test_ways_of_telling(read: Read, text: str, parties: list[str], status: str) -> None:
    agreement = only(read(text))
    assert set(parties) <= set(names(agreement.parties))
    assert agreement.status == status


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Egypt has tabled a draft truce under which Mali and Niger would stop firing.", ["MLI", "NER"]),
        ("The truce is holding. Both Mali and Niger accepted the proposal of the envoy.", ["MLI", "NER"]),
        ("The grain deal was extended. Mali and Niger are parties to it.", ["MLI", "NER"]),
        ("Mali and Niger agreed to swap prisoners. The exchange deal was clinched in Doha.", ["MLI", "NER"]),
    ],
)
def test_parties_told_beside(read: Read, text: str, parties: list[str]) -> None:
    assert names(only(read(text)).parties) == parties


def test_one_that_is_replaced_has_ended_and_the_same_parties(read: Read) -> None:
    new, old = read("The pact between Greece and Albania, signed in Tirana, supersedes NAFTA.")
    assert [relation.kind for relation in new.relations] == ["replaces"]
    assert (names(old.parties), old.status) == (["ALB", "GRC"], "ended")


def test_a_coalition_of_states_being_built_is_a_process(read: Read) -> None:
    agreement = only(read("The United States has been working on building a broad coalition against the pirates."))
    assert (agreement.kind, agreement.status, names(agreement.parties)) == ("process", "planned", ["USA"])


def test_who_says_there_is_none_is_a_party(read: Read) -> None:
    agreement = only(read('"No such pact exists," the foreign minister of Malta told reporters.'))
    assert (agreement.status, names(agreement.parties)) == ("denied", ["MLT"])


@pytest.mark.parametrize(
    "text",
    [
        "A streaming service has bought a drama in a deal worth twenty million dollars.",
        "Colombia called for a ceasefire in Yemen.",
        "Officers in Mombasa are still in the process of counting the injured.",
        "Greece dealt with a great deal of snow.",
        "We are in full agreement, the Latvian minister said.",
        "Any agreement between Kenya and Uganda would need a vote.",
        "The striker signed a contract with the club.",
        "Japan issued a statement on whales.",
        "A former aide has struck a plea deal with prosecutors in Kenya.",
        "The Greens hope to form a coalition with the Liberals.",
        "The captain signed a customs declaration.",
    ],
)
def test_what_is_no_agreement(read: Read, text: str) -> None:
    assert read(text) == ()


def test_the_same_text_gives_the_same_records(read: Read) -> None:
    text = "Malta and Tunisia signed a treaty. The treaty was hailed by Italy."
    assert read(text) == read(text)


def test_hostile_text_is_survived(read: Read) -> None:
    assert isinstance(read("treaty deal of the deal of the pact of the accord signed " * 40), tuple)
    assert read("") == ()


@pytest.mark.parametrize(
    ("name", "entry", "problem"),
    [
        ("agreements", "- {id: a, noun: [pact], kind: cake, note: n}", "kind must be"),
        ("agreements", "- {id: a, noun: pact, kind: deal, note: n}", "noun must be a list"),
        ("agreements_acts", "- {id: a, verb: [sign], subject: cook, status: held, note: n}", "subject must be"),
        ("agreements_acts", "- {id: a, verb: [sign], subject: none, status: odd, note: n}", "status must be"),
    ],
)
def test_a_wrong_lexicon_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, entry: str, problem: str
) -> None:
    (tmp_path / f"{name}.yaml").write_text(entry + "\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    load = lexicon.instruments if name == "agreements" else lexicon.acts
    with pytest.raises(LexiconError, match=f"{name}.yaml:1.*{problem}"):
        load.__wrapped__()


def test_an_agreement_that_is_not_there_is_denied(read: Read) -> None:
    assert only(read("There is no extradition treaty between Mexico and Chad.")).status == "denied"


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        ("Kenya, Uganda sign rail pact", {"KEN", "UGA"}, "happened"),
        ("A defence pact binding Egypt and Sudan was signed in Cairo.", {"EGY", "SDN"}, "happened"),
        ("Under a deal sealed in Beijing, Saudi Arabia and Iran will reopen embassies.", {"SAU", "IRN"}, "happened"),
        ("The accord ended ten years of war between Chad and Libya.", {"TCD", "LBY"}, "happened"),
        ("Thailand and Cambodia are due to sign a border treaty on Sunday.", {"THA", "KHM"}, "planned"),
        ("Minsk denied that it had any agreement with Warsaw on gas.", {"BLR", "POL"}, "denied"),
    ],
)
def test_parties_told_by_the_clause_around(read: Read, text: str, parties: set[str], status: str) -> None:
    (agreement,) = read(text)
    assert {actor.country for actor in agreement.parties} == parties
    assert agreement.status == status
