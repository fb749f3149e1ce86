"""Every file of the corpus, for every use: kept as what it is, or refused in a French sentence."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from perenne.kit.files.inspecting.child import told_of
from perenne.kit.files.receiving import receive
from perenne.kit.files.tests.corpus import Sent, corpus
from perenne.kit.files.uses import Kind, Use
from perenne.kit.refusals import Refused
from perenne.kit.sheets.tests.hostile import light_files


@cache
def everything():
    tables = tuple(Sent(file.name, file.content, None) for file in light_files())
    return tuple(corpus()), tables


def refusal_of(sent, use):
    try:
        return receive(sent.content, sent.name, use)
    except Refused as refusal:
        return str(refusal)


def wrong_about(sent, use, outcome):
    """What is not as the corpus says; empty when all is."""
    if sent.kind in use.kinds:
        return "" if getattr(outcome, "kind", None) is sent.kind else f"{outcome}"
    if not isinstance(outcome, str):
        is_text = sent.name.endswith(".csv") and outcome.kind in {Kind.JSON, Kind.XML}
        return "" if is_text else f"received as {outcome.kind}"  # its reader looks into a text
    expected = sent.says or "Formats acceptés"
    whole = outcome[:1].isupper() and outcome.endswith(".")
    return "" if expected in outcome and whole else outcome


@pytest.mark.slow
@pytest.mark.parametrize("use", Use)
def test_each_file_is_received_as_what_it_is_or_refused_in_a_sentence(use):
    ours, _ = everything()
    outcomes = {sent.name: refusal_of(sent, use) for sent in ours}
    wrong = {
        sent.name: told for sent in ours if (told := wrong_about(sent, use, outcomes[sent.name]))
    }
    refused = sum(isinstance(outcome, str) for outcome in outcomes.values())
    print(f"{use.value}: {len(ours)} files, {refused} refused, {len(ours) - refused} received")
    assert len(outcomes) == len(ours) >= 60
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("use", Use)
def test_nothing_of_the_corpus_of_tables_breaks_anything(use):
    _, tables = everything()
    outcomes = Counter(
        "refused" if isinstance(outcome, str) else outcome.kind.value
        for outcome in (refusal_of(sent, use) for sent in tables)
    )
    print(f"{use.value}: {len(tables)} tables, {dict(outcomes)}")
    assert set(outcomes) <= {"refused", *use.kinds}


@pytest.mark.parametrize("use", Use)
def test_a_use_says_in_french_what_it_accepts(use):
    assert use.accepted.endswith(" Mo au plus")
    assert all(f"(.{kind})" in use.accepted for kind in use.kinds)


@pytest.mark.parametrize(
    ("name", "declared", "note"),
    [
        ("a.csv", "text/csv", ""),
        ("a.csv", "application/vnd.ms-excel", ""),
        ("a.txt", "text/plain", ""),
        ("a", "", ""),
        ("a", "application/octet-stream", ""),
        ("a.pdf", "application/pdf", "porte l’extension « .pdf » mais c’est un texte CSV"),
        ("a.xlsx", "", "porte l’extension « .xlsx » mais c’est un texte CSV"),
        ("a", "image/png", "est annoncé comme une image PNG mais c’est un texte CSV"),
    ],
)
def test_a_name_or_a_type_that_lies_is_told_and_decides_nothing(name, declared, note):
    received = receive(b"a;b\n1;2\n", name, Use.PROGRAMME, declared)
    assert received.kind is Kind.CSV
    assert [note in told for told in received.notes] == ([True] if note else [])


@pytest.mark.parametrize("use", Use)
def test_the_limit_is_the_limit_and_one_byte_more_is_too_much(use, monkeypatch):
    limit = use.bounds.file_bytes
    for size, is_too_big in ((limit, False), (limit + 1, True)):
        told = refusal_of(Sent("a.csv", b"a;" * (size // 2) + b"a" * (size % 2), None), use)
        assert ("la limite est de" in str(told)) is is_too_big


@given(content=some.binary(max_size=400), head=some.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0",
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xd8\xff\xe1\x00\x20Exif\x00\x00MM\x00*"]),
    tail=some.sampled_from([b"", b"%%EOF", b"PK\x05\x06" + bytes(18), b"\xff\xd9"]),
    use=some.sampled_from(Use))  # fmt: skip
@hypothesis_settings(max_examples=400)
def test_whatever_the_bytes_there_is_an_answer_and_no_other_exception(content, head, tail, use):
    told = told_of(head + content + tail, use)
    assert len({"kind", "stranger", "refused"} & set(told)) == 1


@pytest.mark.slow
@given(places=some.lists(some.integers(0, 10_000_000), min_size=1, max_size=12), data=some.data())
@hypothesis_settings(max_examples=150)
def test_an_honest_file_that_is_harmed_never_brings_down_the_look_inside(places, data):
    ours, _ = everything()
    sent = data.draw(some.sampled_from([sent for sent in ours if len(sent.content) < 50_000]))
    harmed = bytearray(sent.content)
    for place in places:
        if harmed:
            harmed[place % len(harmed)] ^= 1 + place % 255
    assert len({"kind", "stranger", "refused"} & set(told_of(bytes(harmed), Use.DOCUMENT))) == 1
