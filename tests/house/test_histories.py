"""A line of a history is read by people: no raw key, no raw number, no word of the code."""

from datetime import date

import pytest
from django.apps import apps
from django.db.models import CharField, DateField, ForeignKey
from django.urls import reverse

from perenne.domain.history.policy import SUBJECTS
from perenne.kit.journal.acts import facts, fields, labels, things
from perenne.kit.journal.changes import hidden_fields
from perenne.kit.journal.telling import UNTOLD, Told, text
from perenne.kit.states import StateField
from perenne.kit.tenancy.kinds import COLUMN
from perenne.web.history.show.view import PAGES

UNITS = ("_cents", "_minutes", "_bp")
BY_TYPE = {subject.type: subject.label for subject in SUBJECTS.values()}
TOLD = sorted({*fields(), *BY_TYPE, *things()})


def columns():
    """Those whose values a history may show, with their model."""
    for label in TOLD:
        model = apps.get_model(label)
        hidden = hidden_fields(model)
        for column in model._meta.concrete_fields:
            silent = column.primary_key or column.attname == COLUMN
            if not silent and not hidden & {column.name, column.attname}:
                yield label, column


def form_of(label, column):
    """None when nothing says how it is told."""
    told = fields().get(label, {}).get(column.attname)
    return told if told is None or told is UNTOLD else told.form


def is_published(column):
    """Its key is a code that people know: that of a commune, of an EPCI."""
    return isinstance(column.target_field, CharField)


def raw(label, column):
    """Why a line that tells it would not be French; nothing when it would."""
    form = form_of(label, column)
    if form is None:
        return "nothing says how it is called"
    reasons = {
        "a number of another table": isinstance(column, ForeignKey) and not is_published(column),
        "a state under its English name": isinstance(column, StateField),
        "a date as machines write it": isinstance(column, DateField),
        "a number without its unit": column.attname.endswith(UNITS),
    }
    return next((why for why, is_so in reasons.items() if is_so and form is text), "")


@pytest.mark.parametrize("label", TOLD)
def test_each_column_of_what_has_a_history_is_told_in_french(label):
    wrong = {
        column.attname: why
        for one, column in columns()
        if one == label and (why := raw(one, column))
    }
    assert wrong == {}, "say it in FIELDS of the `events` of its app"


@pytest.mark.parametrize("name", sorted(SUBJECTS))
def test_what_has_a_history_has_a_page_to_come_back_to(name):
    subject = SUBJECTS[name]
    key = subject.policy.model._meta.pk
    pk = "0" * 8 + "-0000-4000-8000-" + "0" * 12 if key.get_internal_type() == "UUIDField" else "7"
    assert reverse(PAGES[name], args=[pk])
    assert reverse(f"history:{name}", args=[pk])


@pytest.mark.parametrize("act", sorted(labels()))
def test_an_act_is_called_by_french_words(act):
    said = labels()[act]
    assert said[0].isupper()
    assert act not in said
    assert "_" not in said


@pytest.mark.parametrize("act", sorted(facts()))
def test_a_fact_of_an_act_is_called_by_french_words(act):
    for name, told in facts()[act].items():
        assert told is UNTOLD or (told.label[0].isupper() and "_" not in told.label), name


def test_a_planted_column_without_words_is_seen():
    label, column = next((label, one) for label, one in columns() if isinstance(one, ForeignKey))
    assert Told("Texte").says(date(2026, 1, 1)) == ""
    assert raw("nowhere.nothing", column) == "nothing says how it is called"
    assert isinstance(label, str)
