import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.procurement.models import Contract, DecpFile
from perenne.domain.procurement.tests.published import new_published, read_as
from perenne.kit.decp.tests.makers import as_xml, contract, file_of, of_xml
from perenne.kit.files.models import StoredFile
from perenne.web.tests.browser import error_on, sql_for, summary_of, text_of

pytestmark = pytest.mark.django_db
URL = reverse("decp:files")


def sent(browser, content, name="decp.json"):
    return browser.post(URL, {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("who", ["buyer", "facilitator", "coordination"])
def test_a_file_is_read_then_shown_and_nothing_has_changed(client_of, committee, who):
    browser = client_of(getattr(committee, who))
    shown = sent(browser, file_of(contract()))
    assert shown.status_code == 302
    assert "1 contrat dans le fichier" in text_of(browser.get(shown.url))
    assert not Contract.objects.exists()
    assert "À relire" in text_of(browser.get(URL))


def test_the_xml_is_read_too(client_of, committee):
    xml = '<?xml version="1.0"?>' + as_xml({"marche": [of_xml(contract())]})
    browser = client_of(committee.facilitator)
    assert "1 contrat dans" in text_of(browser.get(sent(browser, xml.encode(), "x.xml").url))
    assert StoredFile.objects.get().kind == "xml"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "est vide"),
        (b"[]", "Aucun contrat n’a été trouvé"),
        (b"\x7fELF" + b"x" * 100, "un programme"),
        (b'{"marches":' + b" " * 20_000_000 + b"[]}", "Mo"),
    ],
)
def test_a_file_that_is_none_is_refused_beside_its_field(client_of, committee, content, words):
    page = sent(client_of(committee.facilitator), content)
    assert page.status_code == 200
    assert words in error_on(page, "file")
    assert summary_of(page) == [error_on(page, "file")]
    assert not DecpFile.objects.exists()


def test_a_company_sends_nothing(client_of, committee):
    assert sent(client_of(committee.company), file_of(contract())).status_code == 404
    assert not DecpFile.objects.exists()


def test_the_number_of_queries_does_not_depend_on_the_number_of_files(client_of, committee):
    new_published(committee)
    browser = client_of(committee.facilitator)
    few = sql_for(browser, URL)
    for _ in range(5):
        read_as(committee.facilitator, contract())
    assert sql_for(browser, URL) == few
