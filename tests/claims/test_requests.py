"""Requests: who asks whom for what, how firmly, and what the answer was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.claims.requests import lexicon
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import Document, Request

Read = Callable[[str], tuple[Request, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Return what gives the requests of a text."""
    coder = Coder()

    def requests(text: str) -> tuple[Request, ...]:
        return coder.code(Document(id="test", text=text, language="en", title="")).claims.requests

    return requests


def only(found: tuple[Request, ...]) -> Request:
    """Return the one request that there is."""
    (request,) = found
    return request


def names(actors: object) -> list[str]:
    """Return the countries or names of actors."""
    return [actor.country or actor.name for actor in actors]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "asker", "asked", "act", "force"),
    [
        ("Norway urged Sudan to open the road.", "NOR", "SDN", "open the road", "urge"),
        ("Indonesia called on Myanmar to free the two reporters.", "IDN", "MMR", "free the two reporters", "urge"),
        ("Peru asked Chile to return the statue.", "PER", "CHL", "return the statue", "ask"),
        ("Vietnam demanded that China withdraw its drilling rig.", "VNM", "CHN", "withdraw its drilling rig", "demand"),
        ("India would like Nepal to reopen the road.", "IND", "NPL", "reopen the road", "wish"),
        ("Somalia wants more boats from Kenya.", "SOM", "KEN", "more boats", "wish"),
        ("Burundi asked Rwanda for tents.", "BDI", "RWA", "tents", "ask"),
        (
            "Denmark's request that Iran hand over the officer is a year old.",
            "DNK",
            "IRN",
            "hand over the officer",
            "ask",
        ),
    ],
)
def test_parties_act_and_force(read: Read, text: str, asker: str, asked: str, act: str, force: str) -> None:
    request = only(read(text))
    assert (names(request.askers), names(request.asked)) == ([asker], [asked])
    assert (request.act, request.force, request.answer) == (act, force, "none")
    assert request.evidence[0].quote in text


def test_a_passive_may_leave_open_who_asks(read: Read) -> None:
    request = only(read("Turkey had reportedly been asked to seal its borders."))
    assert request.askers == ()
    assert names(request.asked) == ["TUR"]
    assert request.status == "reported-claim"


def test_we_is_the_speaker_and_the_asked_is_found_in_the_sentence(read: Read) -> None:
    request = only(read('"We want to see the same cooperation from Niger," the Libyan foreign minister said.'))
    assert names(request.askers) == ["LBY"]
    assert names(request.asked) == ["NER"]
    assert request.attribution is not None


def test_pressure_is_a_request(read: Read) -> None:
    request = only(read("Kenya put pressure on Burundi to rejoin the talks."))
    assert (names(request.askers), names(request.asked), request.force) == (["KEN"], ["BDI"], "urge")
    assert request.act == "rejoin the talks"


def test_leave_sought_from_somebody_is_a_request(read: Read) -> None:
    request = only(read("Britain is looking for wider landing permission from Oman."))
    assert (names(request.asked), request.act, request.force) == (["OMN"], "wider landing permission", "wish")


def test_acts_joined_are_requests_of_their_own(read: Read) -> None:
    found = read("Peru asked Chile to return the statue and to open the archive.")
    assert [request.act for request in found] == ["return the statue", "open the archive"]


def test_one_request_told_twice_is_one(read: Read) -> None:
    request = only(
        read(
            "Norway urges Sudan to free aid workers\n\nNorway called on Sudan on Monday to free the aid workers.\n\n"
            "The talks lasted an hour."
        )
    )
    assert len(request.evidence) == 2


def test_requests_of_other_matters_stay_apart(read: Read) -> None:
    found = read("Norway urged Sudan to free the aid workers. Later Norway asked Sudan to lower its tariffs.")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Somalia asked Kenya to reopen the port. Kenya refused.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya rejected the request.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya turned down the request on Friday.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya said no.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya will not reopen the port this year.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya granted the request.", "granted"),
        ("Somalia asked Kenya to reopen the port. Kenya complied.", "granted"),
        ("Somalia asked Kenya to reopen the port. Kenya is considering the request.", "hedged"),
        ("Somalia asked Kenya to reopen the port. The sea was calm.", "none"),
        ("Somalia asked Kenya to reopen the port. Kenya turned a deaf ear.", "refused"),
        ("Somalia asked Kenya to reopen the port. The request fell on deaf ears in Nairobi.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya's reply was a flat no.", "refused"),
        ("Somalia asked Kenya to reopen the port. Nairobi would not.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya said that was out of the question.", "refused"),
        ("Somalia asked Kenya to reopen the port, a call Kenya ignored.", "refused"),
        ("Somalia asked Kenya in vain to reopen the port.", "refused"),
        ("Somalia asked Kenya to stop drilling. Kenya pressed ahead with the drilling.", "refused"),
        ("Somalia asked Kenya to reopen the port. Kenya did so on Monday.", "granted"),
        ("Somalia asked Kenya to reopen the port. Kenya gave the green light.", "granted"),
        ("Somalia asked Kenya to reopen the port, and Kenya obliged.", "granted"),
        ("Somalia asked Kenya to free the men. Kenya released the men on Friday.", "granted"),
        ("Somalia asked Kenya for ten boats. Kenya promised four.", "partial"),
        ("Somalia asked Kenya to free the men. Kenya freed two of them.", "partial"),
        ("Somalia asked Kenya to reopen the port. Kenya accepted half of the demands.", "partial"),
        ("Somalia asked Kenya to reopen the port. Kenya will reopen it only if the fees are paid.", "hedged"),
        ("Somalia asked Kenya to reopen the port. Kenya agreed in principle.", "hedged"),
        ("Somalia asked Kenya to reopen the port. Kenya said it would look into the matter.", "hedged"),
        ("Somalia asked Kenya to reopen the port. Kenya has yet to reply.", "none"),
    ],
)
def test_answers_in_later_sentences(read: Read, text: str, answer: str) -> None:
    assert only(read(text)).answer == answer


@pytest.mark.parametrize(
    ("text", "asker", "asked", "answer"),
    [
        ("Kenya heeded a plea from Somalia not to close the port.", "SOM", "KEN", "granted"),
        ("Kenya has resisted every Somali call for missiles.", "SOM", "KEN", "refused"),
        ("An appeal from Somalia for helicopters was answered by Kenya.", "SOM", "KEN", "granted"),
        ("Kenya rejected Somalia's request.", "SOM", "KEN", "refused"),
        ("At Lebanon's request, Cyprus sent two fire engines.", "LBN", "CYP", "granted"),
        ("Under pressure from Tanzania to open the lake, Malawi relented.", "TZA", "MWI", "granted"),
        ("Morocco took back two boys, as Spain had requested.", "ESP", "MAR", "granted"),
        ("Kenya will not give the maps which Somalia has asked for.", "SOM", "KEN", "refused"),
        ('"Send us doctors," the Haitian president begged of Cuba.', "HTI", "CUB", "none"),
        ("Gabon gave Cameroon ten days to recall its consul.", "GAB", "CMR", "none"),
    ],
)
def test_requests_told_by_what_surrounds_them(read: Read, text: str, asker: str, asked: str, answer: str) -> None:
    request = only(read(text))
    assert (names(request.askers), names(request.asked), request.answer) == ([asker], [asked], answer)


def test_a_passive_act_is_not_asked_of_the_one_to_whom_it_is_done(read: Read) -> None:
    assert only(read("Vietnam demanded that China be expelled.")).asked == ()


def test_a_bloc_without_a_name_may_ask(read: Read) -> None:
    request = only(read("Mali was told by the West African bloc to hold a vote."))
    assert names(request.askers) == ["the West African bloc"]


def test_who_did_not_get_the_request_does_not_answer_it(read: Read) -> None:
    assert only(read("Somalia asked Kenya to reopen the port. Uganda refused.")).answer == "none"


def test_the_refusal_of_somebody_elses_request_is_no_answer(read: Read) -> None:
    found = read("Somalia asked Kenya to reopen the port. Kenya rejected a proposal by Uganda.")
    assert only(found).answer == "none"


def test_tied_hands_are_a_refusal_with_its_reason(read: Read) -> None:
    request = only(
        read("Mali was asked to seal its borders. Mali says that its hands are tied due to the hostages in the north.")
    )
    assert request.answer == "refused"
    assert request.reason == "the hostages in the north"


def test_a_refusal_without_a_told_request(read: Read) -> None:
    request = only(read("Qatar refused to sign the communique, citing the blockade."))
    assert (request.askers, names(request.asked)) == ((), ["QAT"])
    assert (request.act, request.answer, request.reason) == ("sign the communique", "refused", "the blockade")


def test_the_refuser_of_a_demand_is_the_one_asked(read: Read) -> None:
    request = only(read("Kazakhstan turned down Russia's demand for an apology."))
    assert (names(request.askers), names(request.asked), request.answer) == (["RUS"], ["KAZ"], "refused")


def test_a_failed_effort_to_persuade_is_refused(read: Read) -> None:
    assert only(read("France failed to persuade Algeria to lend its airfields.")).answer == "refused"


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked the Turkish minister whether he had slept.",
        "Kenya declined to comment.",
        "Ukraine wants peace.",
        "The Kurdish party wants to enter parliament.",
        "Turkey ordered its fleet to sail.",
        "New Zealand ordered two aeroplanes.",
        "Demand for oil rose in China.",
        "An appeal for blood brought long queues in Mogadishu.",
        "France convinced Algeria to lend its airfields.",
        "If Norway asks Sudan to leave, trade will suffer.",
    ],
)
def test_what_is_no_request(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_request_to_come_is_planned(read: Read) -> None:
    assert only(read("Norway will ask Sudan to open the road.")).status == "planned"


def test_the_same_text_gives_the_same_records(read: Read) -> None:
    text = "Norway urged Sudan to open the road. Sudan refused."
    assert read(text) == read(text)


def test_hostile_text_is_survived(read: Read) -> None:
    assert isinstance(read("asked to asked to asked that that that urged urged " * 40), tuple)
    assert read("") == ()


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("- {id: a, verb: [ask], force: shout, asked: obj, note: n}", "force must be"),
        ("- {id: a, verb: [ask], noun: [call], force: ask, asked: obj, note: n}", "either `verb` or `noun`"),
        ("- {id: a, verb: ['@nothing'], force: ask, asked: obj, note: n}", "unknown list"),
        ("- {id: a, verb: [ask], force: ask, asked: obj, note: n, colour: red}", "unknown field"),
    ],
)
def test_a_wrong_lexicon_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str, problem: str
) -> None:
    lists = (lexicon._FOLDER / "requests_lists.yaml").read_text(encoding="utf-8")
    (tmp_path / "requests_lists.yaml").write_text(lists, encoding="utf-8")
    (tmp_path / "requests.yaml").write_text(entry + "\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=f"requests.yaml:1.*{problem}"):
        lexicon.frames.__wrapped__()


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("Latvia asked Kenya for the extradition of a banker. A Kenyan court approved the handover.", "KEN", "granted"),
        ("Gambia asked Mexico for visas. The visas came a week later.", "MEX", "granted"),
        ("Laos asked the World Bank to waive a fee. The bank was unmoved.", "World Bank", "refused"),
        ("Nepal asked China to open the pass. Beijing promised to do so once the road is dry.", "CHN", "hedged"),
        ("Peru asked Chile to send two boats. Chile has yet to reply.", "CHL", "none"),
        ("Norway urged Sudan to free a pilot. Sudan called the demand a diktat.", "SDN", "refused"),
        ("Thailand will not let the boats land, despite a plea from Malaysia.", "THA", "refused"),
    ],
)
def test_an_answer_told_in_other_words(read: Read, text: str, asked: str, answer: str) -> None:
    request = only(read(text))
    assert names(request.asked) == [asked]
    assert request.answer == answer


@pytest.mark.parametrize(
    ("text", "asker", "asked"),
    [
        ("In a letter to Turkey, Finland pleaded for a vote on its membership.", "FIN", "TUR"),
        ("Spain's minister flew to Rabat to ask for help with the boats.", "ESP", "MAR"),
        ("Turkey summoned the Greek ambassador and demanded the removal of a flag.", "TUR", "GRC"),
        ("Kenya filed a protest demanding that Somalia move a buoy.", "KEN", "SOM"),
        ("North Korea renewed its call for the withdrawal of American troops.", "PRK", "USA"),
        ("Bolivia's minister flew home with a plea to Chile: give us back a port.", "BOL", "CHL"),
    ],
)
def test_the_one_asked_is_told_by_the_clause_around(read: Read, text: str, asker: str, asked: str) -> None:
    request = only(read(text))
    assert (names(request.askers), names(request.asked)) == ([asker], [asked])


def test_what_a_third_must_do_is_not_asked_of_the_hearer(read: Read) -> None:
    assert not [r for r in read("Turkey told Norway that Kenya must act.") if r.rule == "tell.must"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Peru asked Chile to release two pilots. They walked free the next morning.", "granted"),
        ("Peru asked Chile to release two pilots. Both are still in jail.", "refused"),
        ("Peru asked Chile to release two pilots. One of them was let go.", "partial"),
        ("Kenya called on Sudan's army to stop bombing markets. The bombing continued.", "refused"),
        ("Kenya called on Sudan's army to stop bombing markets. The bombing has stopped.", "granted"),
        ("Niger asked Algeria for tents and blankets. Algeria sent blankets but no tents.", "partial"),
        ("China demanded that Lithuania close an office. The office is still open.", "refused"),
        ("Cyprus called on Turkey to withdraw a ship. Ankara says the waters are Turkish.", "refused"),
        ("Peru asked Chile to release two pilots. The pilots were caught near Arica.", "none"),
        ("Peru asked Chile to release two pilots. Three Swedish monks walked free in Egypt.", "none"),
    ],
)
def test_what_became_of_it_is_the_answer(read: Read, text: str, answer: str) -> None:
    assert read(text)[0].answer == answer


def test_a_request_is_parted_where_those_who_were_asked_answer_apart(read: Read) -> None:
    found = read("Mongolia would like Russia and China to run a pipe. Moscow has agreed. Beijing remains noncommittal.")
    assert [(names(request.asked), request.answer) for request in found] == [(["RUS"], "granted"), (["CHN"], "hedged")]
    assert len({request.id for request in found}) == 2
