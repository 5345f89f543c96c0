"""The lexicon loads strictly: anything it does not know is an error with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.events.senses import load_senses

ENTRY = """# Own senses.
- id: frobnicate.v.01
  verb: frobnicate
{extra}  example: Chad frobnicated Togo.
  counter: Chad did nothing.
  note: an invented verb
"""


def folder(tmp_path: Path, extra: str = "", name: str = "consult.yaml", classes: str = "") -> Path:
    (tmp_path / "predicates").mkdir()
    (tmp_path / "predicates" / name).write_text(ENTRY.format(extra=extra), encoding="utf-8")
    if classes:
        (tmp_path / "classes").mkdir()
        (tmp_path / "classes" / "own.yaml").write_text(classes, encoding="utf-8")
    return tmp_path


def test_a_folder_of_ones_own_adds_senses(tmp_path: Path) -> None:
    lexicon = load_senses(folder(tmp_path))
    (sense,) = lexicon.find("verb", "frobnicate")
    assert (sense.type, sense.source) == ("CONSULT", "consult.yaml:2")


def test_a_class_of_ones_own_may_be_named(tmp_path: Path) -> None:
    own = folder(tmp_path, '  when: {obj: "@gadget"}\n', classes="- id: gadget\n  words: [gizmo]\n  note: own\n")
    (sense,) = load_senses(own).find("verb", "frobnicate")
    assert sense.weight == 1


def test_a_class_may_give_the_words_of_a_predicate(tmp_path: Path) -> None:
    own = folder(tmp_path, classes="- id: gadget\n  words: [twiddle, tweak]\n  note: own\n")
    path = own / "predicates" / "consult.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("verb: frobnicate", 'verb: "@gadget"'), encoding="utf-8")
    assert any(sense.lemmas == ("tweak", "twiddle") for sense in load_senses(own).find("verb", "twiddle"))


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        ("  colour: red\n", "unknown field: colour"),
        ("  noun: frobnication\n", "give exactly one of verb, noun, adj"),
        ('  when: {obj: "@nowhere"}\n', "no class of words is named @nowhere"),
        ("  modes: [dance]\n", "CONSULT has no mode dance"),
        ("  negated: REFUSE\n", "negated must be an event type or drop, not 'REFUSE'"),
        ("  verb: frob\n", "field given twice: verb"),
        ("  modes: [phone\n", "not YAML"),
    ],
)
def test_a_broken_entry_names_file_and_line(tmp_path: Path, extra: str, problem: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load_senses(folder(tmp_path, extra))
    assert problem in str(caught.value)
    assert "consult.yaml:" in str(caught.value)


def test_a_file_must_be_named_after_a_type(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="must be named after an event type"):
        load_senses(folder(tmp_path, name="meetings.yaml"))


def test_an_id_may_stand_once_only(tmp_path: Path) -> None:
    own = folder(tmp_path)
    text = (own / "predicates" / "consult.yaml").read_text(encoding="utf-8")
    (own / "predicates" / "agree.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match="stands already at"):
        load_senses(own)


def test_the_more_specific_frame_comes_first() -> None:
    for found in load_senses().by_lemma.values():
        assert [sense.weight for sense in found] == sorted((sense.weight for sense in found), reverse=True)


def test_a_frame_wants_the_words_of_its_conditions() -> None:
    (sense,) = (one for one in load_senses().senses if one.id == "explode.v.01")
    assert sense.wants("subj", "bomb")
    assert not sense.wants("subj", "comedy")
    assert not sense.wants("obj", "bomb")


def test_a_condition_may_be_on_several_slots(tmp_path: Path) -> None:
    lexicon = load_senses(folder(tmp_path, "  when: {in|at: any}\n"))
    (sense,) = (one for one in lexicon.senses if one.id == "frobnicate.v.01")
    assert [slots for slots, _ in sense.when] == [("in", "at")]
