"""The hostile corpus, through the page where strangers drop their files.

One file of three: each is tried where it is read (`kit.sheets`, `kit.files`); all of them are sent
by `./run prove forms`.
"""

import os
from functools import cache

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from perenne.domain.programming.actions.bundling import DOCUMENTS
from perenne.domain.programming.queries import programmes_of
from perenne.kit.actors import Actor, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.files.tests.corpus import corpus as files_of_every_kind
from perenne.kit.files.uses import Use
from perenne.kit.pages import VISITOR_KEY
from perenne.kit.sheets.tests.hostile import hostile_files
from perenne.web.tests.browser import error_on, typed_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = reverse("programming:receive")
READ_BUT_NOT_KEPT = {
    "macros.xlsm": "des macros",
    "evasion.xlsx": "noms de fichiers dangereux",
}
"""The reader of tables makes nothing of what is dangerous in them; who takes the file might."""


STEP = 1 if "SUBMISSIONS" in os.environ else 3


@cache
def corpus(*, refused):
    files = [file for file in hostile_files() if bool(file.sentence_contains) is refused]
    return tuple(
        it for at, it in enumerate(files) if at % STEP == 0 or it.name in READ_BUT_NOT_KEPT
    )


def dropped(browser, file):
    return browser.post(
        URL, {"buyer_kind": "state", "file": SimpleUploadedFile(file.name or "x", file.content)}
    )


def test_every_file_that_must_be_refused_is_told_why_and_leaves_nothing(client_of, committee):
    browser = client_of(committee.visitor)
    wrong = {}
    for file in corpus(refused=True):
        page = dropped(browser, file)
        told = error_on(page, "file") if page.status_code == 200 else page.status_code
        if file.sentence_contains not in str(told) or typed_in(page)["buyer_kind"] != "state":
            wrong[file.name] = told
    assert wrong == {}
    assert browser.session[VISITOR_KEY] == committee.visitor.visitor_key
    assert programmes_of(seen_by=committee.visitor).total == 0
    assert not StoredFile.objects.exists()


def test_every_odd_but_harmless_file_becomes_a_programme_or_is_told_why_not(client_of, committee):
    browser = client_of(committee.nobody)
    read, told = [], {}
    for file in corpus(refused=False):
        page = dropped(browser, file)
        if page.status_code == 302:
            read.append(browser.get(page.url, follow=True).status_code)
        else:
            told[file.name] = error_on(page, "file")
            assert READ_BUT_NOT_KEPT.get(file.name, "") in told[file.name]
    owner = Actor(Role.VISITOR, visitor_key=browser.session[VISITOR_KEY])
    assert set(READ_BUT_NOT_KEPT) <= set(told)
    assert read == [200] * len(read)
    assert len(read) == programmes_of(seen_by=owner).total >= 15 // STEP
    assert set(told.values()) <= {sentence for sentence in told.values() if sentence.endswith(".")}


def test_every_other_kind_of_file_is_told_why_or_kept_for_the_facilitator(client_of, committee):
    """A sound PDF or Word document waits beside the programmes; nothing else leaves a trace."""
    browser = client_of(committee.visitor)
    kinds = Use.PROGRAMME.kinds
    files = [file for file in files_of_every_kind() if file.kind not in kinds][::STEP]
    silent, kept = {}, []
    for file in files:
        page = dropped(browser, file)
        if page.status_code == 302:
            kept.append(file.kind)
            continue
        told = error_on(page, "file")
        if not told.endswith("."):
            silent[file.name] = told
    told = len(files) - len(kept) - len(silent)
    print(f"{len(files)} files sent by the page, {told} told why, {len(kept)} documents kept")
    assert len(files) >= 60 // STEP
    assert silent == {}
    assert set(kept) <= set(DOCUMENTS)
    assert programmes_of(seen_by=committee.visitor).total == 0
    assert StoredFile.objects.count() == len(kept) > 0
