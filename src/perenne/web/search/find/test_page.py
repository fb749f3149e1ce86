"""Search: what one may see, in spite of accents and slips, references first, little SQL."""

from statistics import quantiles
from time import perf_counter

import pytest
from django.urls import reverse

from perenne.domain.clauses.models import Clause
from perenne.domain.library.factories import new_text
from perenne.domain.organisations.factories import new_actor
from perenne.domain.procurement.factories import new_consultation, new_contract, new_lot, new_party
from perenne.domain.procurement.models import Contract
from perenne.kit import finding
from perenne.kit.actors import Role
from perenne.web.tests.browser import MOST_QUERIES, plain, sql_for, text_of, tree_of
from perenne.web.tests.scenes import new_clause, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
URL = reverse("search:find")


def found(browser, asked, **more):
    """Kind → the titles of what was found."""
    page = tree_of(browser.get(URL, {"q": asked, **more}))
    return {
        plain(section.xpath("h2/text()")[0]): [
            plain(one.text_content()) for one in section.xpath("ul/li/a")
        ]
        for section in page.xpath("//main//section")
    }


def people(committee):
    return {"buyer": committee.buyer, "facilitator": committee.facilitator}


def test_nobody_is_asked_who_they_are(client_of, committee):
    assert client_of(committee.nobody).get(URL).status_code == 302


def test_an_empty_search_says_what_may_be_looked_for(client_of, committee):
    page = client_of(committee.prescriber).get(URL)
    assert "une référence ou un SIRET" in text_of(page)
    assert tree_of(page).xpath("//main//section") == []


@pytest.mark.parametrize(
    "asked",
    ["réfection toiture", "REFECTION", "toitur", "refecsion de la toiture", "toiture école"],
)
def test_accents_and_slips_are_forgiven(client_of, committee, asked):
    contract = new_contract(**people(committee), object="Réfection de la toiture de l’école")
    new_contract(**people(committee), object="Fourniture de repas")
    assert found(client_of(committee.buyer), asked) == {"Marchés (1)": [contract.object]}


def test_capitals_keep_their_accents(client_of, committee):
    contract = new_contract(**people(committee), object="RÉFECTION DE L’ÉCOLE : MISE EN ŒUVRE")
    for asked in ("refection", "école", "oeuvre", "ÉCOLE réfection"):
        assert found(client_of(committee.buyer), asked) == {"Marchés (1)": [contract.object]}


def test_what_is_written_so_hides_what_resembles_it_and_the_page_says_which(client_of, committee):
    buyer = client_of(committee.buyer)
    new_contract(**people(committee), object="Entretien des voiries")
    assert found(buyer, "voirei") == {"Marchés (1)": ["Entretien des voiries"]}
    assert "à une faute de frappe près" in text_of(buyer.get(URL, {"q": "voirei"}))
    new_contract(**people(committee), object="Voirei (sic)")
    assert found(buyer, "voirei") == {"Marchés (1)": ["Voirei (sic)"]}
    assert "faute de frappe" not in text_of(buyer.get(URL, {"q": "voirei"}))


def test_a_clause_is_found_by_its_lot_or_by_its_purchase_and_once(client_of, committee):
    programme_id = new_sent_programme(committee.buyer)
    for purchase in purchases_of(programme_id, committee.facilitator)[:2]:
        new_clause(purchase.id, committee.facilitator)
    objects = list(Clause.objects.values_list("purchase__object", flat=True))
    for title in objects:
        (name, titles), *_ = found(client_of(committee.facilitator), title).items()
        assert name.startswith("Clauses (")
        assert titles.count(title) == objects.count(title)


def test_beyond_a_thousand_the_newest_are_told_and_said_to_be(client_of, committee, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 7)
    for number in range(9):
        new_contract(**people(committee), object=f"Voirie {number}")
    buyer = client_of(committee.buyer)
    assert found(buyer, "voirie") == {
        "Marchés (7 ou plus)": [f"Voirie {number}" for number in (8, 7, 6, 5, 4)]
    }
    assert "ajoutez un mot" in text_of(buyer.get(URL, {"q": "voirie"}))
    assert len(found(buyer, "voirie", nature="marches")["Marchés (7 ou plus)"]) == 7


@pytest.mark.parametrize("asked", ["zèbre", "de la", "   ", "%", "'; drop table", "repas zèbre"])
def test_what_resembles_nothing_finds_nothing(client_of, committee, asked):
    new_contract(**people(committee), object="Réfection toiture")
    new_contract(**people(committee), object="Fourniture repas")
    assert found(client_of(committee.buyer), asked) == {}


def test_a_reference_or_a_siret_typed_whole_comes_first(client_of, committee):
    contract = new_contract(**people(committee), reference="2026-041", object="Voirie")
    new_contract(**people(committee), object="Lot 2026 041 bis")
    party = new_party(contract, company=new_actor(Role.COMPANY, name="Bâtisseurs de Brie"))
    buyer = client_of(committee.buyer)
    assert found(buyer, "2026-041")["Marchés (2)"][0] == "Voirie"
    spaced = f"{party.siret[:3]} {party.siret[3:6]} {party.siret[6:9]} {party.siret[9:]}"
    assert list(found(buyer, spaced).values()) == [[party.name]]
    assert "Référence exacte" in text_of(buyer.get(URL, {"q": spaced}))


def test_each_kind_is_found_and_leads_to_its_page(client_of, committee):
    programme_id = new_sent_programme(committee.buyer, title="Achats de nettoyage")
    purchase, *_ = purchases_of(programme_id, committee.facilitator)
    new_clause(purchase.id, committee.facilitator)
    new_lot(new_consultation(**people(committee), object="Nettoyage des rues"), object="Nettoyage")
    new_contract(**people(committee), object="Nettoyage des vitres")
    new_text(committee.coordination, title="Qui fait le nettoyage ?", slug="nettoyage")
    facilitator = client_of(committee.facilitator)
    kinds = {name.partition(" (")[0] for name in found(facilitator, "netoyage")}
    assert kinds >= {
        "Clauses", "Marchés", "Consultations", "Lots", "Achats", "Programmations",
    }  # fmt: skip
    page = tree_of(facilitator.get(URL, {"q": "nettoyage"}))
    for url in page.xpath("//main//section/ul/li/a/@href"):
        assert facilitator.get(url, follow=True).status_code == 200, url


def test_one_finds_nothing_that_one_may_not_see(client_of, committee):
    new_sent_programme(committee.buyer)
    new_lot(new_consultation(**people(committee), object="Secret de Meaux"), object="Secret")
    contract = new_contract(**people(committee), object="Secret notifié")
    new_party(contract, company=committee.company)
    secrets = {
        committee.other_buyer: {}, committee.other_facilitator: {}, committee.prescriber: {},
        committee.structure: {}, committee.company: {"Marchés (1)": ["Secret notifié"]},
    }  # fmt: skip
    for who, seen in secrets.items():
        assert found(client_of(who), "secret") == seen
        assert "Ville de Meaux" not in text_of(client_of(who).get(URL, {"q": "meaux"}))
    assert found(client_of(committee.coordination), "secret").keys() == {
        "Consultations (1)", "Lots (1)", "Marchés (1)",
    }  # fmt: skip


def test_organisations_are_the_coordination_s_to_find(client_of, committee):
    assert "Organismes (1)" in found(client_of(committee.coordination), "meaux")
    assert found(client_of(committee.facilitator), "meaux") == {}


def test_a_kind_is_read_page_after_page(client_of, committee):
    for number in range(23):
        new_contract(**people(committee), object=f"Voirie {number}")
    buyer = client_of(committee.buyer)
    assert [len(items) for items in found(buyer, "voirie").values()] == [5]
    pages = [found(buyer, "voirie", nature="marches", page=page) for page in (1, 2)]
    assert [len(one["Marchés (23)"]) for one in pages] == [20, 3]
    assert found(buyer, "voirie", nature="marches", page=9) == {}


def test_ten_thousand_contracts_are_searched_at_once(client_of, committee):
    """Each search is timed by itself, the page included."""
    browser = client_of(committee.facilitator)
    row = new_contract(**people(committee), object="Voirie du bourg")
    once = sql_for(browser, f"{URL}?q=voirie")
    kept = {
        field.attname: getattr(row, field.attname)
        for field in Contract._meta.concrete_fields
        if field.name not in {"id", "committee", "reference", "object"}
    }
    objects = ("Entretien des espaces verts", "Nettoyage des écoles", "Réfection de toiture")
    Contract.objects.bulk_create(
        [
            Contract(**kept, reference=f"R{number}", object=f"{objects[number % 3]} {number}")
            for number in range(10_000)
        ],
        batch_size=1_000,
    )
    assert sql_for(browser, f"{URL}?q=voirie") == once <= MOST_QUERIES
    took = []
    for asked in ("netoyage école", "R777", "toiture 4242", "espaces", "zzz", "voirie bourg") * 4:
        began = perf_counter()
        browser.get(URL, {"q": asked})
        took.append(perf_counter() - began)
    p95 = quantiles(took, n=20)[-1]
    print(f"search over 10 000 contracts: p95 {p95 * 1000:.0f} ms, {once} queries")
    assert p95 < 2
