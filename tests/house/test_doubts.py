"""A question shown under a field is one that the site has, and the field one that the form has."""

from importlib import import_module

import pytest

from perenne.domain.library.queries import Kind, original_of
from perenne.web.library.doubts import DOUBTS, HERE, slugs_for

SAID = [(form, field, slug) for form, told in DOUBTS.items() for field, slug in told.items()]


def form_called(name):
    module, _, kind = name.rpartition(".")
    return getattr(import_module(HERE + module), kind)


@pytest.mark.parametrize(("form", "field", "slug"), SAID, ids=[f"{f}.{n}" for f, n, _ in SAID])
def test_each_doubt_has_its_question_and_its_field(form, field, slug):
    assert original_of(Kind.QUESTION, slug), f"no content/questions/{slug}.md"
    assert field in form_called(form).base_fields
    assert slugs_for(form_called(form))[field] == slug


def test_a_planted_doubt_is_seen():
    assert original_of(Kind.QUESTION, "never-asked") is None


def test_every_form_that_the_public_fills_in_answers_a_doubt():
    assert {form.split(".")[0] for form in DOUBTS} == {
        "programming", "membership", "contact", "tools", "clauses", "site",
    }  # fmt: skip
