"""The file that a programme came from: to whom it is given, how, and when it is not."""

import pytest
from django.core.files.storage import storages
from django.urls import reverse

from perenne.kit.files.models import StoredFile
from perenne.kit.files.tasks import scan_files
from perenne.kit.journal.models import Entry
from perenne.kit.scanner.tests.clamd import fake_clamd, saying
from perenne.web.tests.browser import strict, text_of, tree_of
from perenne.web.tests.scenes import (
    LINES,
    many,
    new_doubtful_programme,
    new_programme,
    new_sent_programme,
    sheet_of,
)

pytestmark = pytest.mark.django_db
NOBODY_THERE = "127.0.0.1:1"
INFECTED = saying(b"stream: Win.Trojan FOUND\0")


@pytest.fixture
def sent_id(committee):
    """Not there for the other tests: they look at all that there is."""
    return new_sent_programme(committee.buyer)


@pytest.fixture
def draft_id(committee):
    return new_programme(committee.visitor)


def url_of(programme_id):
    return reverse("programming:source", args=[programme_id])


def shown(programme_id):
    return reverse("programming:show", args=[programme_id])


def bytes_of(answer):
    return b"".join(answer.streaming_content)


@pytest.fixture
def browser(client_of, committee):
    return client_of(committee.visitor)


@pytest.fixture
def waiting_id(committee, settings):
    """Sent while the scanner did not answer."""
    settings.SCANNER = NOBODY_THERE
    return new_programme(committee.visitor)


def links_on(page, programme_id):
    return tree_of(page).xpath(f"//main//a[@href='{url_of(programme_id)}']")


def test_the_very_bytes_that_were_sent_come_back_as_an_attachment(client_of, committee, draft_id):
    answer = strict(client_of(committee.visitor)).get(url_of(draft_id))
    assert bytes_of(answer) == sheet_of(*LINES)
    assert answer["Content-Disposition"] == 'attachment; filename="achats.csv"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert {part.strip() for part in answer["Cache-Control"].split(",")} == {"private", "no-store"}
    assert answer["Content-Length"] == str(len(sheet_of(*LINES)))


@pytest.mark.parametrize("asked", ["bytes=0-3", "bytes=-1", "bytes=0-0,5-9", "bytes=9999-", "x=1"])
def test_a_range_is_not_answered_the_file_comes_whole(browser, draft_id, asked):
    answer = browser.get(url_of(draft_id), headers={"Range": asked})
    assert (answer.status_code, answer["Accept-Ranges"]) == (200, "none")
    assert bytes_of(answer) == sheet_of(*LINES)


@pytest.mark.parametrize("more", ["x.css", "programme.csv", "a/b.js"])
def test_no_address_below_it_gives_anything_to_a_cache(browser, draft_id, more):
    assert browser.get(url_of(draft_id) + more).status_code == 404


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("visitor", (200, 404)),
        ("buyer", (404, 200)),
        ("facilitator", (404, 404)),  # one of the purchases is not theirs
        ("other_facilitator", (404, 404)),
        ("coordination", (404, 200)),
        ("other_buyer", (404, 404)),
        ("other_visitor", (404, 404)),
        ("nobody", (404, 404)),
        ("company", (404, 404)),
    ],
)
def test_it_is_given_to_who_may_see_all_of_the_programme_and_each_time_there_is_a_line(
    client_of, committee, draft_id, sent_id, who, statuses
):
    actor = getattr(committee, who)
    before = Entry.objects.count()
    browser = client_of(actor)
    assert tuple(browser.get(url_of(each)).status_code for each in (draft_id, sent_id)) == statuses
    lines = Entry.objects.order_by("pk")[before:]
    assert [(line.act, line.person_id) for line in lines] == [
        ("file.serve", actor.person_id) for status in statuses if status == 200
    ]


def test_the_page_of_the_programme_leads_to_it_and_says_that_nothing_scanned_it(browser, draft_id):
    page = browser.get(shown(draft_id))
    (link,) = links_on(page, draft_id)
    assert link.text == "achats.csv"
    assert "Non analysé par un antivirus" in text_of(page)


def test_while_it_waits_for_its_verdict_the_lines_are_read_and_the_file_is_not_given(
    browser, waiting_id
):
    page = browser.get(shown(waiting_id))
    assert links_on(page, waiting_id) == []
    assert "En attente de l’analyse antivirus" in text_of(page)
    assert "5 achats" in text_of(page)
    back = browser.get(url_of(waiting_id), follow=True)
    assert back.redirect_chain == [(shown(waiting_id), 302)]
    assert "Ce fichier attend son analyse antivirus" in text_of(back, "//body")


def test_once_the_scanner_answers_it_is_given(browser, waiting_id, settings):
    with fake_clamd() as clamd:
        settings.SCANNER = clamd.address
        scan_files(timestamp=1_800_000_000)
    page = browser.get(shown(waiting_id))
    assert "Analysé : aucune menace connue" in text_of(page)
    assert len(links_on(page, waiting_id)) == 1
    assert bytes_of(browser.get(url_of(waiting_id))) == sheet_of(*LINES)


def test_a_file_found_infected_later_goes_and_what_was_read_of_it_stays(
    browser, waiting_id, settings, django_capture_on_commit_callbacks
):
    place = StoredFile.objects.get().place
    with fake_clamd(INFECTED) as clamd, django_capture_on_commit_callbacks(execute=True):
        settings.SCANNER = clamd.address
        scan_files(timestamp=1_800_000_000)
    page = browser.get(shown(waiting_id))
    assert "Infecté : supprimé" in text_of(page)
    assert "5 achats" in text_of(page)
    assert not storages["private"].exists(place)
    back = browser.get(url_of(waiting_id), follow=True)
    assert "L’antivirus a reconnu une menace dans ce fichier (Win.Trojan)" in text_of(
        back, "//body"
    )


def test_a_file_found_infected_before_its_columns_were_told_is_lost_and_said_so(
    browser, committee, settings, django_capture_on_commit_callbacks
):
    settings.SCANNER = NOBODY_THERE
    asked_id = new_doubtful_programme(committee.visitor)
    with fake_clamd(INFECTED) as clamd, django_capture_on_commit_callbacks(execute=True):
        settings.SCANNER = clamd.address
        scan_files(timestamp=1_800_000_000)
    asked = reverse("programming:match_headings", args=[asked_id])
    for answer in (browser.get(shown(asked_id)), browser.get(asked), browser.post(asked, {})):
        assert "L’antivirus a reconnu une menace dans ce fichier" in text_of(answer)
        assert "Effacer ce brouillon" in text_of(answer)
    with django_capture_on_commit_callbacks(execute=True):
        forgotten = browser.post(reverse("programming:forget", args=[asked_id]))
    assert forgotten.status_code == 302


def test_a_storage_that_does_not_answer_is_told_on_each_page_that_reads_the_file(
    browser, committee, draft_id, tmp_path
):
    asked_id = new_doubtful_programme(committee.visitor)
    for place in StoredFile.objects.values_list("place", flat=True):
        (tmp_path / "files" / place).unlink()
        (tmp_path / "files" / place).mkdir()  # reading it is an error of the disk
    asked = browser.get(reverse("programming:match_headings", args=[asked_id]))
    given = browser.get(url_of(draft_id), follow=True)
    for page in (asked, given):
        assert "Le stockage des fichiers ne répond pas pour le moment" in text_of(page, "//body")


def test_a_damaged_file_is_told_and_not_given(browser, draft_id, tmp_path):
    (tmp_path / "files" / StoredFile.objects.get().place).write_bytes(b"x")
    back = browser.get(url_of(draft_id), follow=True)
    assert "Ce fichier a été abîmé dans notre stockage" in text_of(back, "//body")


def test_giving_it_asks_no_more_of_the_database_when_it_has_two_hundred_lines(
    client_of, committee, django_assert_max_num_queries
):
    for number in (1, 200):
        sent_id = new_sent_programme(committee.buyer, *many(number))
        browser = client_of(committee.buyer)
        with django_assert_max_num_queries(11):
            assert browser.get(url_of(sent_id)).status_code == 200


def test_a_facilitator_who_answers_for_every_purchase_takes_it_and_finds_the_link(
    client_of, committee
):
    sent_id = new_sent_programme(committee.buyer, LINES[0], LINES[1])
    browser = client_of(committee.facilitator)
    assert browser.get(url_of(sent_id)).status_code == 200
    assert links_on(browser.get(shown(sent_id)), sent_id)


def test_a_facilitator_of_a_part_of_it_finds_no_link(client_of, committee, sent_id):
    assert not links_on(client_of(committee.facilitator).get(shown(sent_id)), sent_id)
