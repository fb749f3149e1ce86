import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.directory.models import Import, Structure
from perenne.domain.directory.tests.imports import CONTENT, new_import
from perenne.kit.files.models import StoredFile
from perenne.web.tests.browser import error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db
URL = reverse("imports:list")
SAID = {"departments": "77, 93", "dated_on": "01/11/2026"}


def sent(browser, content=CONTENT, **said):
    return browser.post(URL, {**SAID, "file": SimpleUploadedFile("l.csv", content), **said})


def test_the_coordination_tries_a_file_and_nothing_has_changed(client_of, committee):
    browser = client_of(committee.coordination)
    assert typed_in(browser.get(URL))["departments"] == "77"
    answer = sent(browser)
    found = Import.objects.get()
    assert answer.url == reverse("imports:show", args=[found.pk])
    assert found.departments == ["77", "93"]
    assert not Structure.objects.exists()
    assert not StoredFile.objects.exists()
    assert "À l’essai" in text_of(browser.get(URL))
    few = sql_for(browser, URL)
    for _ in range(4):
        new_import(committee.coordination, localdate())
    assert sql_for(browser, URL) == few


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"file": ""}, "file", "Choisissez le fichier"),
        ({"file": SimpleUploadedFile("a.csv", b"Nom;Ville\nX;Meaux\n")}, "file", "aucun des deux"),
        ({"file": SimpleUploadedFile("a.json", b'[{"a": 1}]')}, "file", "aucun des deux"),
        ({"file": SimpleUploadedFile("a.bin", b"\x7fELF" + b"x" * 99)}, "file", "un programme"),
        ({"departments": "Meaux"}, "file", "« MEAUX »"),
        ({"departments": ""}, "departments", "au moins un département"),
        ({"dated_on": "01/01/2999"}, "file", "daté de demain"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_and_what_was_typed_stays(
    client_of, committee, said, field, sentence
):
    page = sent(client_of(committee.coordination), **said)
    assert sentence in error_on(page, field)
    assert typed_in(page)["departments"] == said.get("departments", "77, 93")
    assert not Import.objects.exists()


def test_nobody_else_brings_structures_in(client_of, committee):
    for who in (committee.facilitator, committee.structure, committee.buyer):
        assert sent(client_of(who)).status_code == 404
    assert not Import.objects.exists()
