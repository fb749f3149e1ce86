"""Under the field where the doubt arises stands the answer of the site, as it is published."""

import pytest
from django.urls import reverse

from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY
from perenne.web.library.doubts import doubts_for
from perenne.web.programming.receive.form import ProgrammeForm
from perenne.web.tests.browser import plain, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("programming:receive")


def doubts_on(page):
    found = tree_of(page).xpath("//main//form//details[@class='doubt']/summary")
    return [plain(one.text_content()) for one in found]


def test_the_question_is_under_its_field_with_its_answer(client_of, committee):
    load_originals(on=TODAY)
    page = client_of(committee.nobody).get(URL)
    assert doubts_on(page) == [
        "Quel fichier envoyer pour ma programmation ?", "Quels sont les seuils européens ?",
    ]  # fmt: skip
    (answer, _) = tree_of(page).xpath("//details[@class='doubt']/div")
    assert len(plain(answer.text_content())) > 50


def test_a_question_that_is_not_published_is_not_shown(client_of, committee):
    assert doubts_on(client_of(committee.nobody).get(URL)) == []


def test_one_query_whatever_the_number_of_doubts(django_assert_num_queries):
    with django_assert_num_queries(1):
        doubts_for(ProgrammeForm)
