"""Malformed submissions of each public form: no crash, nothing lost, every word in French.

The calculators have theirs in `web/tools/test_hostile.py`.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import reset_queries, transaction
from django.test import Client
from django.urls import reverse

from perenne.domain.library.actions import load_originals
from perenne.domain.library.factories import TODAY
from perenne.domain.membership.queries import CURRENT
from perenne.domain.people.factories import PASSWORD
from perenne.kit.files.tests.makers import letter, pdf
from perenne.web.contact.scenes import PROBLEM, REVIEW, SAID, opened
from perenne.web.tests.browser import plain, summary_of, tree_of
from perenne.web.tests.hostile import LONE_SURROGATE, encoded, submissions
from perenne.web.tests.scenes import LINES, new_programme, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NUMBER = int(os.environ.get("SUBMISSIONS", "40"))
"""Of each form; `./run prove forms` sends two hundred."""
FORM_OF = "application/x-www-form-urlencoded"
ENGLISH = re.compile(
    r"\b(the|this|that|is|are|value|field|enter|valid|invalid|ensure|required|please|select|must|"
    r"not|has|your|date|number|error|file)\b(?! :)",
    re.IGNORECASE,
)
FRENCH_TOO = {"date", "value"}
"""Words of both languages."""
FILES = (
    b"", b"\0" * 100, b"PK\x03\x04broken", b"%PDF-1.7 broken", b"\xff\xfe" + b"\xd8" * 99,
    pdf()[:300], letter()[:400], sheet_of(*LINES)[:20], b"<html>", b"MZ\x90",
    b"Objet;Montant\n=cmd|'/C calc'!A0;1\n",
)  # fmt: skip
NAMES = (
    "a.csv",
    "../../etc/passwd",
    "\u202evsc.exe",
    "a" * 300 + ".pdf",
    "a\0.xlsx",
    "«é».pdf",
    ".",
    "a.PDF.exe",
)
NEWCOMER = {
    "organisation": "Ville de Provins", "siret": "", "commune": "Meaux", "full_name": "Jeanne Roux",
    "email": "jeanne@provins.test", "phone": "01 64 00 00 00", "password": PASSWORD,
    "consent": "on",
}  # fmt: skip
ADHESION = {
    "kind": "company:", "siret": "552 100 554 00021", "name": "Bâti Brie",
    "address": "1 rue de la Paix",
    "commune": "Meaux", "full_name": "Léa Roux", "email": "lea@bati.test", "phone": "",
    "password": PASSWORD, "charter": "on", "charter_version": CURRENT.version, "consent": "on",
}  # fmt: skip
RIGHTS = {
    "full_name": "Paul Petit",
    "email": "paul@exemple.test",
    "kind": "access",
    "message": "Oui",
}
DUTY = {
    "buyer": "local_authority", "kind": "services", "amount": "300000", "launched_on": "01/12/2026",
    "months": "12", "object": "Nettoyage", "defence": "", "ground": "",
}  # fmt: skip


@dataclass(frozen=True)
class Public:
    """A form that anybody fills in: where, what a good answer is, where its files go."""

    name: str
    base: Mapping[str, str]
    arguments: tuple[str, ...] = ()
    file_field: str = ""
    method: str = "post"
    address: Callable[..., str] = field(default=reverse)


FORMS = {
    "coordination": Public("contact:coordination", SAID),
    "facilitator": Public("contact:facilitator", SAID, ("77284",)),
    "review": Public("contact:review", REVIEW, file_field="enclosures"),
    "problem": Public("contact:problem", PROBLEM | {"email": "", "full_name": ""}),
    "place": Public("contact:index", {"lieu": "Meaux"}, method="get"),
    "find": Public("coverage:find", {"lieu": "Meaux", "segment": ""}, method="get"),
    "receive": Public("programming:receive", {"buyer_kind": "state"}, file_field="file"),
    "send": Public("programming:send", NEWCOMER, ("draft",)),
    "bundle": Public("programming:bundle", NEWCOMER, ("bundle",)),
    "adhesion": Public("membership:join", ADHESION),
    "rights": Public("rights:ask_without_account", RIGHTS),
    "duty": Public("site:duty", DUTY, method="get"),
    "questions": Public("site:questions", {"q": "clause"}, method="get"),
    "publics": Public("site:publics", {"q": "quartier"}, method="get"),
}


def seen(value: str) -> str:
    """What can be compared of a text that went through a page: no control, no space."""
    return "".join(ch for ch in value if ch.isprintable() and not ch.isspace() and ch != "\ufffd")


@pytest.mark.parametrize("form", FORMS)
def test_malformed_submissions_are_no_crash_and_lose_nothing(
    form, client_of, committee, settings, capsys
):
    settings.SIRENE_ADDRESS = ""
    load_originals(on=TODAY)
    public = FORMS[form]
    browser = Client()
    browser.cookies = client_of(committee.visitor).cookies
    url = reverse(
        public.name, args=[_things(browser, committee).get(a, a) for a in public.arguments]
    )
    sent = told = 0
    for number, typed in enumerate(
        submissions([*public.base], public.base, seed=form, number=NUMBER)
    ):
        page = _answer(browser, public, url, typed, number)
        assert page.status_code in {200, 302, 400}, typed
        sent += 1
        if page.status_code == 200:
            told += _kept_and_told(page, dict(typed))
    with capsys.disabled():
        print(f"\n{form}: {sent} malformed submissions, 0 crash, {told} sentences, all in French")
    assert sent == NUMBER
    assert told > NUMBER // 4 or public.method == "get"


@pytest.mark.parametrize("form", FORMS)
def test_bodies_that_are_no_form_are_no_crash(form, client_of, committee):
    load_originals(on=TODAY)
    public, browser = FORMS[form], Client()
    browser.cookies = client_of(committee.visitor).cookies
    url = reverse(
        public.name, args=[_things(browser, committee).get(a, a) for a in public.arguments]
    )
    for body in (
        b"",
        b"\x00\xff",
        b'{"message": [1, 2, null]}',
        b"message=%ED%A0%80&=&&",
    ):
        for kind in ("application/json", FORM_OF, "text/plain", "multipart/form-data; boundary=x"):
            assert browser.post(url, body, content_type=kind).status_code in {200, 302, 400, 405}


def _things(browser, committee) -> dict[str, str]:
    """What the addresses of two of them are about."""
    table = SimpleUploadedFile("a.csv", sheet_of(*LINES))
    files = [table, SimpleUploadedFile("note.pdf", pdf())]
    together = browser.post(reverse("programming:receive"), {"buyer_kind": "state", "file": files})
    return {
        "draft": str(new_programme(committee.visitor)),
        "bundle": together.url.rstrip("/").rsplit("/", 1)[-1],
    }


def _answer(browser, public, url, typed, number):
    """Whatever it writes is undone: each one meets the same world."""
    cache.clear()
    reset_queries()
    cookies = browser.cookies.copy()
    with transaction.atomic():
        if public.method == "get":
            page = browser.get(f"{url}?{encoded(typed)}")
        elif public.file_field and number % 3:
            file = SimpleUploadedFile(NAMES[number % len(NAMES)] or "a", FILES[number % len(FILES)])
            several = {name: value for name, value in typed if value != LONE_SURROGATE}
            page = browser.post(url, {**several, **opened(), public.file_field: [file]})
        else:
            page = browser.post(url, encoded([*typed, *opened().items()]), content_type=FORM_OF)
        transaction.set_rollback(True)
    browser.cookies = cookies
    return page


def _kept_and_told(page, typed) -> int:
    """How many sentences there are, each by its field; every text that was typed is there again."""
    tree, sentences = tree_of(page), summary_of(page)
    beside = [
        plain(one.text_content()).removeprefix("Erreur : ")
        for one in tree.xpath("//main//form//*[contains(@class, 'field__error')]")
    ]
    for sentence in sentences:
        words = {word.lower() for word in ENGLISH.findall(sentence)} - FRENCH_TOO
        assert sentence.endswith((".", "?")), sentence
        assert not words or "«" in sentence, sentence  # a name of a file is quoted as it is
    assert len(beside) <= len(sentences)
    assert all(any(one in said or said in one for said in sentences) for one in beside)
    for one in tree.xpath("//main//form//*[self::input or self::textarea][@name]"):
        shown = one.text_content() if one.tag == "textarea" else one.get("value") or ""
        value = typed.get(one.get("name"), "")
        kind = one.get("type") or "text"
        if kind in {"text", "email", "tel", "search"} and value and value != LONE_SURROGATE:
            assert seen(shown) == seen(value), (one.get("name"), value[:80], shown[:80])
    return len(sentences)
