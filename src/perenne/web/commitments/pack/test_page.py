import io
import zipfile

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:pack", args=[running.commitment.pk])


def test_one_file_holds_all_that_the_first_meeting_needs(client_of, committee, url):
    answer = client_of(committee.facilitator).get(url)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "lisez-moi.txt", "fiche-entreprise.pdf", "convention.docx", "convention.pdf",
        ]  # fmt: skip
        assert archive.read("fiche-entreprise.pdf").startswith(b"%PDF-1.")
        assert "Gros œuvre du groupe scolaire" in archive.read("lisez-moi.txt").decode()


@pytest.mark.parametrize("who", ["structure", "other_facilitator", "prescriber"])
def test_it_is_not_for_others(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).get(url).status_code == 404
