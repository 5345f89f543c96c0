"""Every rule of the lexicons of claims fires on its own example and stays silent on its counter-example."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from dragoman.coder import Coder
from dragoman.records import CLAIM_KINDS, Coding, Document
from dragoman.resources import LEXICON, Entry, read_yaml

ANY = frozenset(
    str(field)
    for path in (LEXICON / "claims").glob("*.yaml")
    for entry in yaml.safe_load(path.read_text(encoding="utf-8"))
    for field in entry
)


def _rules() -> list[tuple[str, Entry]]:
    """Return each entry with an example, and the list that it fills: `figures` of figures_units.yaml."""
    return [
        (path.stem.partition("_")[0], entry)
        for path in sorted((LEXICON / "claims").glob("*.yaml"))
        for entry in read_yaml(path, required=frozenset({"id", "note"}), optional=ANY)
        if "example" in entry.values
    ]


RULES = _rules()
NAMES = [f"{name}-{entry.values['id']}" for name, entry in RULES]


@pytest.fixture(scope="module")
def fired() -> dict[str, frozenset[str]]:
    """Rules that fire on the example and the counter-example of each entry, all in one stream."""
    documents = [
        Document(id=f"{name}-{entry.values['id']}:{which}", text=entry.values[which], language="en", title="")
        for name, entry in RULES
        for which in ("example", "counter")
        if which in entry.values
    ]
    found = {}
    for coding in Coder().stream(documents):
        assert isinstance(coding, Coding), coding
        name = coding.document.id.partition("-")[0]
        found[coding.document.id] = frozenset(record.rule for record in getattr(coding.claims, name))
    return found


@pytest.mark.parametrize(("name", "entry"), RULES, ids=NAMES)
def test_a_rule_fires_on_its_example(name: str, entry: Entry, fired: dict[str, frozenset[str]]) -> None:
    rule = entry.values["id"]
    assert rule in fired[f"{name}-{rule}:example"], f"{entry.file}:{entry.line}: {entry.values['example']}"


@pytest.mark.parametrize(("name", "entry"), RULES, ids=NAMES)
def test_a_rule_is_silent_on_its_counter_example(name: str, entry: Entry, fired: dict[str, frozenset[str]]) -> None:
    rule = entry.values["id"]
    if "counter" not in entry.values:
        pytest.fail(f"{entry.file}:{entry.line}: {rule} has an example and no counter-example")
    assert rule not in fired[f"{name}-{rule}:counter"], f"{entry.file}:{entry.line}: {entry.values['counter']}"


def test_every_file_fills_a_list() -> None:
    assert {name for name, _ in RULES} <= CLAIM_KINDS.keys()


def test_no_two_rules_of_a_list_share_an_id_or_an_example() -> None:
    ids = Counter((name, entry.values["id"]) for name, entry in RULES)
    examples = Counter((name, entry.values["example"]) for name, entry in RULES)
    assert [key for key, count in (ids + examples).items() if count > 1] == []
