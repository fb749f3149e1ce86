"""Pages that stand on a text of the library, before any is published."""

import pytest

from perenne.kit.actors import VISITOR
from perenne.web.tests.browser import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("url", ["/entreprises/publics-eligibles/", "/acheteurs/obligation/"])
def test_without_its_text_a_page_is_a_404(client_of, url):
    assert client_of(VISITOR).get(url).status_code == 404


def test_without_a_question_the_page_says_so(client_of):
    assert "Aucune question n’est publiée" in text_of(client_of(VISITOR).get("/questions/"))
