from django.urls import reverse

from perenne.domain.membership.queries import CURRENT
from perenne.web.tests.browser import text_of


def test_everybody_reads_the_charter_that_was_accepted(client_of, committee):
    page = client_of(committee.nobody).get(reverse("membership:charter", args=[CURRENT.version]))
    for part in CURRENT.parts:
        for line in part.lines:
            assert line in text_of(page)


def test_a_version_never_written_is_not_found(client_of, committee):
    url = reverse("membership:charter", args=["1999-01"])
    assert client_of(committee.nobody).get(url).status_code == 404
