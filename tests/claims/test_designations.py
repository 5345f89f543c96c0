"""Designations: who lists whom, what is only a label, and how long a list is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.claims.designations.lexicon import frames, word_lists
from dragoman.coder import Coder
from dragoman.errors import LexiconError
from dragoman.records import DateStamp, Designation, Document


def read(coder: Coder, text: str, published: str | None = None) -> tuple[Designation, ...]:
    stamp = DateStamp(date=published, precision="day", basis="test") if published else None
    return coder.code(Document(id="t", text=text, language="en", title="", published=stamp)).claims.designations


def names(record: Designation) -> tuple[str | None, list[str]]:
    return (record.lister.name if record.lister else None, [actor.name for actor in record.listed])


def test_each_lister_has_a_record_of_its_own(coder: Coder) -> None:
    text = "Hamas is considered a terrorist organisation by Israel, the United States and the European Union."
    found = read(coder, text)
    assert [names(r) for r in found] == [
        ("Israel", ["Hamas"]), ("United States", ["Hamas"]), ("European Union", ["Hamas"])
    ]  # fmt: skip
    assert {(r.action, r.status, r.exhaustive) for r in found} == {("state", "happened", True)}


def test_examples_are_not_the_whole_list(coder: Coder) -> None:
    (record,) = read(coder, "They spoke of terrorist organisations listed by the EU, such as ISIL and the PKK.")
    assert names(record) == ("European Union", ["ISIL", "Kurdistan Workers' Party"])
    assert not record.exhaustive


def test_a_speaker_is_the_attribution_and_the_authority_the_lister(coder: Coder) -> None:
    (record,) = read(coder, "Didier Reynders said that the EU listed Hamas as a terrorist organisation in 2003.")
    assert record.lister is not None
    assert record.attribution is not None
    assert (record.lister.name, record.attribution.speaker) == ("European Union", "Didier Reynders")
    assert record.added is not None
    assert (record.added.start, record.action) == ("2003", "list")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers fought the terrorist PKK near the border.",
        "The senator called the rebels terrorists.",
        "President Erdogan considers the YPG a terrorist group.",
        "A terrorist group claimed the attack in Kenya.",
        "The United Nations drew up a list of ten villages without water.",
        "Egypt banned the newspaper from the hall.",
        "The Taliban declared the government a terrorist organisation.",
        "Kenya banned imports of rice from Uganda.",
    ],
)
def test_labels_and_other_lists_are_no_designations(coder: Coder, text: str) -> None:
    assert read(coder, text) == ()


def test_a_list_with_its_size_and_latest_entry(coder: Coder) -> None:
    text = "Pakistan has a list of 64 banned groups, the latest of which, Ansar-ul-Hassan, was added on 30 December."
    (record,) = read(coder, text, "2017-02-10")
    assert names(record) == ("Pakistan", ["Ansar-ul-Hassan"])
    assert (record.size, record.list, record.exhaustive) == (64, "list of 64 banned groups", False)
    assert record.added is not None
    assert record.added.start == "2016-12-30"
    assert "Ansar-ul-Hassan" in record.evidence[0].quote


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("Canada put Hamas on its list of terrorist entities.", "list", "happened"),
        ("Canada kept Hamas on its list of terrorist entities.", "state", "happened"),
        ("Canada will put Hamas on its list of terrorist entities.", "list", "planned"),
        ("Israel urged Canada to put Hamas on its list of terrorist entities.", "list", "demanded"),
        ("Canada refused to put Hamas on its list of terrorist entities.", "list", "denied"),
        ("Canada removed Hamas from its list of terrorist entities.", "delist", "happened"),
        ("Canada does not consider Hamas a terrorist organisation.", "state", "denied"),
        ("Hamas has been on the Canadian terrorist list since 2002.", "state", "happened"),
    ],
)
def test_action_and_status(coder: Coder, text: str, action: str, status: str) -> None:
    (record,) = read(coder, text)
    assert names(record) == ("Canada", ["Hamas"])
    assert (record.action, record.status) == (action, status)


def test_what_is_only_possible_is_none(coder: Coder) -> None:
    assert read(coder, "If Canada outlawed Hamas, others might follow.") == ()


def test_a_state_sponsor_of_terrorism_is_a_state(coder: Coder) -> None:
    (record,) = read(coder, "Washington removed Sudan from its list of state sponsors of terrorism.")
    assert (names(record), record.action) == (("United States", ["Sudan"]), "delist")


def test_a_ban_in_a_state_told_in_brackets(coder: Coder) -> None:
    (record,) = read(
        coder, "Fighters of the Islamic State (a terrorist organization outlawed in Russia) fled on Monday."
    )
    assert names(record) == ("Russia", ["ISIL"])


def test_a_standing_ban_has_no_lister_where_none_is_told(coder: Coder) -> None:
    (record,) = read(coder, "Members of the outlawed PKK fled over the river.")
    assert names(record) == (None, ["Kurdistan Workers' Party"])
    assert record.confidence < 0.85


def test_a_name_that_no_dictionary_has(coder: Coder) -> None:
    (record,) = read(coder, "Tajikistan's Supreme Court declared the Pamir Renewal Party a terrorist organisation.")
    assert record.lister is not None
    assert record.lister.country == "TJK"
    assert [actor.name for actor in record.listed] == ["Pamir Renewal Party"]


def test_private_persons_are_no_records(coder: Coder) -> None:
    assert read(coder, "The United States designated Karim Bashiri as a terrorist.") == ()


def test_persons_are_counted(coder: Coder) -> None:
    (record,) = read(coder, "More than 150 individuals have been blacklisted by the European Union.")
    assert (names(record), record.size) == (("European Union", []), 150)


def test_the_same_listing_told_twice_is_one_record(coder: Coder) -> None:
    once = "Honduras declared Hezbollah a terrorist group."
    text = f"{once} The speech was long. {once}"
    (record,) = read(coder, text)
    assert len(record.evidence) == 2


def test_a_list_told_of_before(coder: Coder) -> None:
    text = "Kenya put Al-Shabaab on its list of terrorist groups. There are now sixty organisations on that list."
    first, second = read(coder, text)
    assert first.lister is not None
    assert second.lister is not None
    assert (second.lister.name, second.size, second.action) == ("Kenya", 60, "state")


def test_bad_entries_are_named_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "designations.yaml"
    path.write_text(
        "- {id: a, use: label, words: [x], action: list, note: n}\n"
        "- {id: b, use: dance, words: [y], action: list, note: n}\n"
    )
    with pytest.raises(LexiconError, match="use must be one of") as caught:
        frames(path)
    assert ":2" in str(caught.value)
    path.write_text("- {id: a, use: label, words: [x], action: sing, note: n}\n")
    frames.cache_clear()
    with pytest.raises(LexiconError, match="action must be one of"):
        frames(path)
    path.write_text("- {id: a, words: [x]}\n")
    with pytest.raises(LexiconError, match="note"):
        word_lists(path)


@pytest.mark.parametrize(
    "text", ["", "list list list", "on the list of the list of the list " * 40, "banned " * 200, "(outlawed in"]
)
def test_odd_text_gives_nothing(coder: Coder, text: str) -> None:
    assert read(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "lister", "listed"),
    [
        ("Hamas is illegal in Paraguay.", "Paraguay", "Hamas"),
        ("Hamas remains a proscribed organisation under Kenyan law.", "Kenya", "Hamas"),
        ("Kenya's High Court outlawed Hamas on Monday.", "Kenya", "Hamas"),
        ("Kenya's parliament voted to outlaw Hamas.", "Kenya", "Hamas"),
        ("A presidential decree in Nairobi reclassified Hamas as a terrorist organisation.", "Kenya", "Hamas"),
        ("Kenya extended its ban on Hamas by two years.", "Kenya", "Hamas"),
        ("Hamas, a group regarded as terrorist by Kenya, opened an office.", "Kenya", "Hamas"),
        ("The newest name on Kenya's list of banned groups is Hamas.", "Kenya", "Hamas"),
        ("Kenya outlawed the Lake Brothers in May.", "Kenya", "the Lake Brothers"),
    ],
)
def test_bans_are_told_in_many_ways(coder: Coder, text: str, lister: str, listed: str) -> None:
    found = [names(record) for record in read(coder, text)]
    assert len(found) == 1, found
    assert found[0][0] is not None
    assert lister in found[0][0]
    assert found[0][1][0] in (listed, listed.removeprefix("the "))


def test_what_was_told_before_is_told_again(coder: Coder) -> None:
    listing, removal = read(coder, "Kenya put Hamas on its list of banned groups in 2015. It was removed in 2019.")
    assert (listing.action, removal.action) == ("list", "delist")
    assert names(listing) == names(removal)


def test_who_asks_for_a_listing_does_not_list(coder: Coder) -> None:
    (record,) = read(coder, "Israel pushes for Hamas to be outlawed.")
    assert (record.status, record.lister) == ("demanded", None)


def test_an_untrue_report_is_denied(coder: Coder) -> None:
    (record,) = read(coder, "Reports that Kenya had outlawed Hamas are untrue, the minister said.")
    assert record.status == "denied"


def test_a_hyphenated_name_is_not_cut(coder: Coder) -> None:
    (record,) = read(coder, "Pakistan banned Jaish-e-Mohammed in 2002.")
    assert record.listed[0].text == "Jaish-e-Mohammed"


def test_a_name_that_ends_in_a_letter_ends_a_sentence(coder: Coder) -> None:
    (record,) = read(coder, "Turkey outlawed the DHKP-C. The police arrested nobody.")
    assert record.listed[0].text == "the DHKP-C"


@pytest.mark.parametrize(
    ("text", "lister", "listed", "action"),
    [
        ("Kenya banned three groups: Al-Shabaab, Boko Haram and ISIL.", "Kenya", "al-Shabaab", "list"),
        ("Kenya made a register of terrorist groups and entered Hamas in it.", "Kenya", "Hamas", "list"),
        ("The US Treasury imposed sanctions on Monday on Hamas.", "US Treasury", "Hamas", "list"),
        ("The court in Germany threw out a motion to have the NPD banned.", "Germany", "National Democratic", "list"),
        ("Two men of the UN-listed Abu Sayyaf were arrested.", "United Nations", "Abu Sayyaf", "state"),
        ("EU foreign ministers agreed on Monday to blacklist Hezbollah.", "European Union", "Hezbollah", "list"),
        ("Hezbollah, a movement under American sanctions, won two seats.", "United States", "Hezbollah", "state"),
        ("The cabinet in Nairobi approved a plan to outlaw Al-Shabaab.", "Kenya", "al-Shabaab", "list"),
        ("Hamas is banned in Japan but legal in Norway.", "Japan", "Hamas", "state"),
    ],
)
def test_who_lists_whom_in_other_words(coder: Coder, text: str, lister: str, listed: str, action: str) -> None:
    records = read(coder, text)
    assert [r.lister.name for r in records if r.lister] == [lister]
    assert records[0].listed[0].name.startswith(listed)
    assert records[0].action == action


def test_a_participle_tells_a_state_unless_it_has_the_day_of_the_act(coder: Coder) -> None:
    (held,) = read(coder, "Troops fought ISIL, a group outlawed in Chad.")
    (dated,) = read(coder, "Outlawed by Chad in 2015, ISIL fled to the lake.")
    assert (held.action, dated.action) == ("state", "list")


def test_how_many_stand_on_a_list(coder: Coder) -> None:
    (record,) = read(coder, "That makes 28 on Canada's list of terrorist entities.")
    assert (record.lister and record.lister.name, record.size, record.listed) == ("Canada", 28, ())
    assert not read(coder, "China designated five banks along the new railway.")


def test_who_was_told_of_is_meant_by_a_pronoun(coder: Coder) -> None:
    banned, freed = read(coder, "Malaysia outlawed Hamas in May. The government unbanned it in June.")
    assert names(freed) == names(banned) == ("Malaysia", ["Hamas"])
    assert freed.action == "delist"


def test_a_weapon_that_a_treaty_outlaws_is_no_group(coder: Coder) -> None:
    assert read(coder, "Multiple Launch Rocket Systems, proscribed by the treaty, are back.") == ()


def test_states_stand_on_lists_of_terrorism_only(coder: Coder) -> None:
    (record,) = read(coder, "The United States dropped Cuba from its terrorism list.")
    assert names(record) == ("United States", ["Cuba"])
    assert read(coder, "The United States dropped Cuba from its list of banned countries.") == ()


def test_states_that_confirm_a_label_are_its_listers(coder: Coder) -> None:
    found = read(coder, "Chad and Togo confirmed that Hamas is a proscribed organisation.")
    assert [record.lister.name for record in found if record.lister] == ["Chad", "Togo"]
