"""The brochure says what the texts and the rules say that day, to everybody, and is made once."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from django.urls import reverse

from perenne.domain.library.actions import publish_text, withdraw_text, write_text
from perenne.domain.library.queries import Kind, Section, published, text_called
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import VISITOR, Role
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.rules.legal_bases import LEGAL_BASES
from perenne.rules.segments import SEGMENTS
from perenne.web.site.booklet import making
from perenne.web.site.brochure.chapters import TITLE, brochure_facts
from perenne.web.tests.browser import facts_in, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL, FILE = reverse("site:brochure"), reverse("site:brochure_file")
MOST = 6  # queries
DAY = date(2026, 11, 26)


@pytest.fixture
def browser(client_of, texts):
    return client_of(VISITOR)


@pytest.fixture
def coordination():
    return new_actor(Role.COORDINATION, name="Coordination de Seine-et-Marne")


def pdf_in(answer):
    assert answer["Content-Type"] == "application/pdf"
    return pikepdf.open(io.BytesIO(answer.content))


def bare(text):
    return "".join(text.split()).casefold()


def rewrite(slug, by, **changes):
    card = text_called(Kind.PAGE, slug)
    said = replace(card.said, **changes)
    write_text(text_id=card.id, base=card.number, said=said, by=by)
    publish_text(text_id=card.id, number=card.number + 1, by=by, on=DAY)


def alts_of(pdf):
    return [str(one["/Alt"]) for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]  # fmt: skip


def test_the_page_tells_the_size_the_pages_the_date_and_what_is_inside(browser):
    page = browser.get(URL)
    facts = facts_in(page)
    assert title_of(page) == TITLE
    paper = browser.get(FILE)
    pages = len(pdf_in(paper).pages)
    assert facts["Taille"] == f"{pages} pages, {-(-len(paper.content) // 1000)} ko"
    assert facts["Valable au"] == "26 novembre 2026"
    assert len(tree_of(page).xpath("//section[@aria-labelledby='sommaire']//li")) >= 14
    assert tree_of(page).xpath(f"//main//a[@href='{FILE}']")
    print(f"brochure: {facts['Taille']}")


def test_the_file_is_accessible_french_titled_and_has_its_outline(browser, coordination):
    pdf = pdf_in(browser.get(FILE))
    xmp = pdf.Root.Metadata.read_bytes().decode()
    roles = roles_of(pdf)
    assert 16 <= len(pdf.pages) <= 24
    assert str(pdf.docinfo["/Title"]) == TITLE
    assert str(pdf.Root.Lang) == "fr-FR"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert {"/H1", "/H2", "/TOC", "/TOCI", "/Table", "/TH", "/L", "/LI", "/Figure", "/Link"} <= set(
        roles
    )
    with pdf.open_outline() as outline:
        titles = [" ".join(item.title.split()) for item in outline.root]
    told = {" ".join(it["title"].split()) for it in brochure_facts(on=DAY)[0]["chapters"]}
    assert told <= {title.lstrip("0123456789 ") for title in titles}
    drawings = alts_of(pdf)
    assert len(drawings) == roles.count("/Figure") >= 6
    assert all(len(alt) > 30 for alt in drawings)


def test_it_holds_the_rules_and_whom_to_call(browser, coordination):
    words = bare(words_of(pdf_in(browser.get(FILE))))
    told = [row.label for row in (*LEGAL_BASES, *SEGMENTS)]
    told += [
        "216 000 €", "22 août 2026", "833 h", "Coordination de Seine-et-Marne",
        "Valable au 26 novembre 2026", "Mettre le titulaire en demeure", "105 h",
        "Condition de résidence dans une commune", "Trois degrés de certitude",
    ]  # fmt: skip
    assert [one for one in told if bare(one) not in words] == []


def test_a_text_that_is_published_is_in_the_brochure_at_once(browser, coordination):
    before = facts_in(browser.get(URL))["Édition"]
    rewrite("pourquoi", coordination, body="Une raison *toute neuve* et #panic(1).")
    page = browser.get(URL)
    assert facts_in(page)["Édition"] != before
    assert bare("Une raison toute neuve et #panic(1).") in bare(words_of(pdf_in(browser.get(FILE))))
    rewrite("pourquoi", coordination, checked_on=date(2026, 11, 25), body="x")
    assert facts_in(browser.get(URL))["Valable au"] == "26 novembre 2026"


def test_a_contact_that_changes_is_another_edition(browser, coordination):
    before = facts_in(browser.get(URL))["Édition"]
    new_actor(Role.FACILITATOR, name="Maison de l’emploi de Provins")
    assert facts_in(browser.get(URL))["Édition"] != before
    assert bare("Maison de l’emploi de Provins") in bare(words_of(pdf_in(browser.get(FILE))))


def test_it_is_made_once_for_what_it_says_and_a_browser_that_has_it_is_told_so(
    browser, coordination, monkeypatch
):
    made = []
    compiled = making.compile_pdf
    monkeypatch.setattr(
        making, "compile_pdf", lambda *told, **said: made.append(1) or compiled(*told, **said)
    )
    rewrite("pourquoi", coordination, body="Jamais dit dans un autre essai.")
    answers = [browser.get(FILE) for _ in range(3)]
    browser.get(URL)
    assert len(made) == 1
    assert len({answer.content for answer in answers}) == 1
    held = browser.get(FILE, headers={"If-None-Match": answers[0]["ETag"]})
    assert (held.status_code, held.content) == (304, b"")
    rewrite("pourquoi", coordination, body="Et maintenant autre chose.")
    assert browser.get(FILE, headers={"If-None-Match": answers[0]["ETag"]}).status_code == 200


def test_texts_taken_back_leave_their_chapters_to_the_rules(browser, coordination):
    for card in published():
        if card.kind is Kind.PAGE and card.section in {Section.BUYERS, Section.COMPANIES}:
            withdraw_text(text_id=card.id, by=coordination)
    page = browser.get(URL)
    assert "Pourquoi une clause sociale" not in text_of(page)
    assert "Calibrer" in text_of(page)
    assert len(pdf_in(browser.get(FILE)).pages) >= 6


@pytest.mark.parametrize("url", [URL, FILE])
def test_few_queries_whatever_there_is(client_of, texts, url):
    before = sql_for(client_of(VISITOR), url)
    for _ in range(10):
        new_actor(Role.FACILITATOR)
    assert sql_for(client_of(VISITOR), url) == before <= MOST
    print(f"{url}: {before} queries")
