"""What is read of a file: what is in neither format, what the published schema says, any row."""

import json
from datetime import timedelta

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perenne.domain.directory.actions import Scope, try_structures
from perenne.domain.directory.models import Import
from perenne.domain.directory.queries.reading import Facts, data_inclusion, marche
from perenne.domain.directory.queries.reading.facts import Unfit
from perenne.domain.directory.tests.conftest import (
    DATA_INCLUSION,
    DATED,
    FILES,
    MARCHE,
    TODAY,
    rows_of,
)
from perenne.kit.refusals import Refused

MARCHE_NAMES = sorted(set(marche.HEADINGS.values()))


@pytest.mark.parametrize(
    ("name", "content", "scope", "sentence"),
    [
        ("a.csv", b"Nom;Ville\nX;Meaux\n", Scope(("77",), DATED), "aucun des deux formats"),
        ("a.json", b"[]", Scope(("77",), DATED), "aucune structure"),
        ("a.json", b'[{"a": 1}]', Scope(("77",), DATED), "aucun des deux formats"),
        ("a.json", b'[{"a": 1', Scope(("77",), DATED), "abîmé"),
        ("a.json", b"[" * 200_000, Scope(("77",), DATED), "abîmé"),
        (MARCHE, None, Scope(("7",), DATED), "« 7 »"),
        (MARCHE, None, Scope((), DATED), "au moins un département"),
        (MARCHE, None, Scope(("77",), TODAY + timedelta(days=1)), "demain"),
    ],
)
def test_a_file_that_is_none_is_refused_with_what_to_do(
    coordination, name, content, scope, sentence
):
    sent = (FILES / name).read_bytes() if content is None else content
    with pytest.raises(Refused, match=sentence):
        try_structures(sent, name, scope=scope, by=coordination, today=TODAY)
    assert not Import.objects.exists()


def test_the_sample_and_our_names_are_those_of_the_published_schema():
    schema = json.loads((FILES / "structure-data-inclusion.json").read_text())
    known = set(schema["$defs"]["ReseauPorteur"]["enum"])
    assert data_inclusion.KINDS.keys() <= known
    assert set(data_inclusion.COLUMNS) <= schema["properties"].keys()
    assert set(schema["required"]) == data_inclusion.TOLD_BY
    faulty = [row["id"] for row in rows_of(DATA_INCLUSION) if not _conforms(row, schema)]
    assert faulty == ["dora--5"]  # whose date is no date


def _conforms(row, schema):
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.FormatChecker(["date"])
    ).is_valid(row)


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


@given(
    st.dictionaries(st.sampled_from([*data_inclusion.COLUMNS, *MARCHE_NAMES]), PLAIN | st.none())
)
@settings(max_examples=20)
def test_whatever_a_row_says_it_gives_clean_facts_or_a_reason_in_french(said):
    said_why = []
    for source in (data_inclusion, marche):
        try:
            facts = source.facts_of(said, dated_on=DATED, today=TODAY)
        except Unfit as reason:
            said_why.append(str(reason))
            continue
        again = Facts.from_kept(
            json.loads(json.dumps(facts.kept())), email=facts.email, phone=facts.phone
        )
        assert again == facts
        assert facts.said_on <= TODAY
        assert len(facts.phone) <= 30
    assert all(why.endswith(".") for why in said_why)
