import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.rights.actions import answer_request
from perenne.domain.rights.factories import new_request
from perenne.domain.rights.queries import FOLLOW, key_of
from perenne.domain.rights.states import RequestKind
from perenne.kit.journal.models import Entry
from perenne.web.tests.scenes import new_programme, sheet_of

pytestmark = pytest.mark.django_db
Person = get_user_model()
URL = reverse("rights:export")


def opened(answer):
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == 'attachment; filename="mes-donnees.zip"'
    assert "no-store" in answer["Cache-Control"]
    with ZipFile(BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_file_is_read_by_people_and_by_programs_and_has_the_files(client_of, committee):
    new_programme(committee.buyer, title="Achats 2028")
    found = opened(client_of(committee.buyer).post(URL))
    page, said = found["mes-donnees.html"].decode(), json.loads(found["mes-donnees.json"])
    assert "Camille Martin" in page
    (account,) = said["people_person"]["rows"]
    assert account["Nom"] == "Camille Martin"
    assert account["Mot de passe"] is None
    assert said["people_person"]["kept_as"] == "Compte"
    (name,) = [name for name in found if name.startswith("fichiers/")]
    assert found[name].startswith(sheet_of()[:20])


def test_taking_it_away_is_in_the_journal(client_of, committee):
    client_of(committee.buyer).post(URL)
    entry = Entry.objects.get(act="data.export")
    assert entry.person_id == committee.buyer.person_id


def test_it_holds_nothing_of_a_homonym(client_of, committee):
    twin = Person.objects.get(pk=committee.other_buyer.person_id)
    mine = Person.objects.get(pk=committee.buyer.person_id)
    assert twin.full_name == mine.full_name
    new_programme(committee.other_buyer, f"Marché suivi par {mine.full_name};1;1;;Meaux")
    found = opened(client_of(committee.buyer).post(URL))
    assert b"suivi par" not in found["mes-donnees.json"]
    assert twin.email.encode() not in found["mes-donnees.json"]


def test_a_link_does_not_download_and_a_visitor_has_nothing(client_of, committee):
    assert client_of(committee.buyer).get(URL).status_code == 405
    assert client_of(committee.visitor).post(URL).status_code == 302


def test_without_an_account_it_opens_once_access_is_granted(client_of, committee):
    row = new_request(RequestKind.ACCESS, today=localdate())
    url = reverse("rights:export_followed", args=[key_of(FOLLOW, row.pk)])
    assert client_of(committee.nobody).post(url).status_code == 404
    answer_request(request_id=row.pk, answer="Voici.", by=committee.coordination, today=localdate())
    found = opened(client_of(committee.nobody).post(url))
    assert row.email in found["mes-donnees.json"].decode()
