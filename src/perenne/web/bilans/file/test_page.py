"""What is handed out: the bilan of the département on its pages, and its tables."""

import io
from itertools import pairwise
from time import perf_counter

import pikepdf
import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.assessments.factories import ON, bilan_saying
from perenne.domain.assessments.queries.keeping import Kept, Text
from perenne.domain.assessments.queries.labels import DIMENSIONS
from perenne.domain.assessments.queries.measures import MEASURES
from perenne.domain.assessments.scopes import Scope, ScopeKind
from perenne.domain.assessments.states import Block
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.kit.sheets import read
from perenne.web.bilans.file.sheets import one_table, tables_of
from perenne.web.bilans.file.view import pdf_of

LONG = "Construction d’un groupe scolaire de douze classes, lot 3 : gros œuvre et maçonnerie"
CONTRACTS = 250


def a_year(contracts=CONTRACTS):
    """A département as large as it gets: every breakdown full, contracts by the hundred."""
    lines = {
        code: {it: (3 + 17 * place, 9_000 * (place + 1)) for place, it in enumerate(one.names)}
        for code, one in DIMENSIONS.items()
    }
    lines["month"] = {f"2026-{it:02d}": (60 + it, 300_000 + 9_000 * it) for it in range(1, 13)}
    lines["epci"] = {f"Communauté de communes n° {it}": (12 + it, 9_000) for it in range(23)}
    value = {"persons": 1_200, "women": 260, "done_share": 8_734, "penalties_cents": 1_250_000}
    whole = bilan_saying({code: value.get(code, 54_321) for code in MEASURES}, lines)
    annexes = tuple(
        bilan_saying({code: value.get(code, 4_000 + it) for code in MEASURES}
                     | {"persons": it, "women": it // 3}, title=f"{LONG} ({it})",
                     scope=Scope(ScopeKind.CONTRACT, str(it)))
        for it in range(contracts)
    )  # fmt: skip
    said = "Une année **pleine**.\n\n- un chantier\n- une école\n\n## Et après\n\nLa suite."
    texts = tuple(Text(block, said, "Camille Martin", "Initiatives77", ON, 1) for block in Block)
    return Kept(whole, texts, annexes)


@pytest.fixture(scope="module")
def printed():
    kept, started = a_year(), perf_counter()
    content = pdf_of(kept, made_at=now())
    took = perf_counter() - started
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = len(pdf.pages)
        print(f"a bilan of {pages} pages, {len(kept.annexes)} contracts: {took:.1f} s")
        yield pdf, took


def nodes_in(top, role):
    """The elements of the structure below this one that have this role."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if str(node.get("/S", "")) == role:
                found.append(node)
            walk(node.get("/K", pikepdf.Array()))

    walk(top.K)
    return found


def scope_of(head):
    """Which way a heading cell leads; its attributes are one dictionary or several."""
    said = head.get("/A", pikepdf.Array())
    many = said if isinstance(said, pikepdf.Array) else [said]
    return next((str(one.Scope) for one in many if "/Scope" in one), "")


def test_forty_pages_of_a_departement_take_seconds(printed):
    pdf, took = printed
    assert len(pdf.pages) >= 40
    assert took < 20  # a busy machine; it prints what it took


def test_it_is_made_for_those_who_listen(printed):
    """The file passed typst's own PDF/UA-1 and PDF/A-2a checks, or would not be."""
    pdf, _ = printed
    xmp, roles = pdf.Root.Metadata.read_bytes().decode(), roles_of(pdf)
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "fr-FR"
    assert str(pdf.docinfo["/Title"]) == "Bilan – Seine-et-Marne"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    levels = [int(role[2:]) for role in roles if role[:2] == "/H" and role[2:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    top = pdf.Root.StructTreeRoot
    tables, heads = nodes_in(top, "/Table"), nodes_in(top, "/TH")
    assert len(tables) == len(DIMENSIONS) + 4 + 1  # breakdowns, families of figures, definitions
    assert all(nodes_in(table, "/TH") for table in tables)
    assert all(scope_of(head) == "/Column" for head in heads)
    figures = nodes_in(top, "/Figure")
    assert figures
    assert all(str(one.get("/Alt", "")) for one in figures)
    assert {"/TOC", "/TOCI", "/L", "/LI"} <= set(roles)


def test_everything_is_on_its_pages_but_few_persons(printed):
    pdf, _ = printed
    bare = "".join(words_of(pdf).split())
    for told in (
        "Année2026",
        "1200",
        "87%",
        "12500€",
        "Etaprès",
        "Sommaire",
        "LONG"[:0] + "(249)",
    ):
        assert told in bare
    assert "s.:secretstatistique" in bare


def test_the_tables_say_the_same_and_no_more():
    kept = a_year(contracts=15)
    names = [table.name for table in tables_of(kept)]
    assert names == ["Chiffres", "Répartitions", "Marchés", "Textes", "À propos"]
    figures, lines, contracts, texts, _ = tables_of(kept)
    said = {row[0]: row[1] for row in figures.rows}
    assert said["Personnes"] == 1_200
    assert str(said["Avancement"]) == "87,34 %".replace(" ", "\u00a0")
    smallest = {row[1]: row[2] for row in lines.rows if row[0] == "Sex"}
    assert smallest == {"woman": "s.", "man": "s."}
    few = {row[0]: row[contracts.headings.index("Personnes")] for row in contracts.rows}
    assert few[f"{LONG} (10)"] == "s."
    assert few[f"{LONG} (11)"] == 11
    assert texts.rows[0][1].startswith("Une année **pleine**.")
    assert len(one_table(kept).rows) == len(figures.rows) + len(lines.rows)


@pytest.mark.django_db
def test_whoever_reads_it_takes_it_away_alive_or_frozen(client_of, committee, story):
    browser, stranger = client_of(committee.buyer), client_of(committee.other_buyer)
    number, stem = story.freeze(), "bilan-gros-oeuvre-du-groupe-scolaire-2026-01-2026-12"
    for kind in ("pdf", "xlsx", "ods", "csv"):
        living, frozen = story.url("file", kind), reverse("bilans:frozen_file", args=[number, kind])
        for url, ending in ((living, ""), (frozen, "-v1")):
            answer = browser.get(url)
            assert f'filename="{stem}{ending}.{kind}"' in answer["Content-Disposition"]
            if kind == "pdf":
                said = words_of(pikepdf.open(io.BytesIO(answer.content)))
                assert ("Signatures" in said) == bool(ending)
            else:
                (first, *_) = read(answer.content, f"x.{kind}").sheets
                assert any("Heures réalisées" in row for row in first.rows)
                assert any("s." in row for row in first.rows)
            assert stranger.get(url).status_code == 404
    assert browser.get(story.url("file", "docx")).status_code == 404
