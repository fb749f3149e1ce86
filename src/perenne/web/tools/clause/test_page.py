import pytest
from django.conf import settings
from django.urls import reverse

from perenne.rules.segments import SEGMENTS
from perenne.web.tests.browser import (
    error_on,
    facts_in,
    sql_for,
    text_of,
    tree_of,
    typed_in,
)
from perenne.web.tools.devices import DEVICES
from perenne.web.tools.picks import slug_of

TEXTS = "//*[@id='textes']"
CONDITION = "condition-d-execution"


def url_of(device=CONDITION):
    return reverse("tools:clause", args=[device])


def pieces(page):
    return [
        text.text_content().replace("\u00a0", " ")
        for text in tree_of(page).xpath(f"{TEXTS}//pre[@class='wording']")
    ]


@pytest.mark.parametrize("device", DEVICES, ids=lambda device: device.slug)
@pytest.mark.parametrize("segment", [row.label for row in SEGMENTS])
def test_there_is_a_clause_for_each_device_and_each_segment(visitor, device, segment):
    page = visitor.get(url_of(device.slug), {"segment": slug_of(segment)})
    texts = pieces(page)
    assert len(texts) == 5
    assert f"segment d’achat : {segment}" in texts[2]
    assert all("[à compléter] heures" in text for text in texts)


def test_what_is_not_known_stays_between_brackets(visitor):
    notice, rules, terms, _, annex = pieces(visitor.get(url_of()))
    assert "[nom de l’acheteur]" in notice
    assert "[objet du marché]" in rules
    assert "[segment d’achat]" in terms
    assert "[à compléter] heures" in annex


def test_what_is_typed_is_in_every_text(visitor):
    typed = {
        "heures": "1 200", "acheteur": "Ville de Meaux", "marche": "École Pasteur", "lot": "Lot 3",
        "mois": "14", "ccag": "travaux", "penalite": "50", "releve": "10", "article": "7",
        "globalisation": "refused", "publics": "closed_list",
    }  # fmt: skip
    texts = pieces(visitor.get(url_of(), typed))
    assert all("200 heures" in text for text in texts)
    terms = texts[2]
    for told in (
        "CCAP – Article 7", "14 mois", "CCAG-Travaux", "50 € par heure",
        "Au plus tard le 10 de chaque mois", "La globalisation n’est pas admise",
        "sont exclusivement les suivants", "Ville de Meaux", "lot : Lot 3",
    ):  # fmt: skip
        assert told in terms, told


def test_what_is_to_settle_is_told_and_what_is_settled_too(visitor):
    before = facts_in(visitor.get(url_of()))
    after = facts_in(visitor.get(url_of(), {"heures": "500", "penalite": "40", "marche": "École"}))
    for label, answer in (
        ("Le contrat et le lot", "École"),
        ("L’exigence chiffrée", "500 h"),
        ("La pénalité", "40 € par heure"),
    ):
        assert before[label].startswith("À décider")
        assert after[label].startswith(answer)
    assert {
        "Les articles", "L’exigence de qualité", "La globalisation", "Le suivi", "Le facilitateur",
    } <= set(before)  # fmt: skip


def test_each_device_asks_for_what_is_its_own(visitor):
    reserved = visitor.get(
        url_of("reserve-insertion-handicap"), {"reserve-a": "disability", "heures": "100"}
    )
    assert "Les structures visées" in facts_in(reserved)
    assert "entreprises adaptées" in pieces(reserved)[0]
    scored = visitor.get(url_of("condition-et-critere"), {"ponderation": "10"})
    assert facts_in(scored)["La pondération"].startswith("10 %")
    assert "critère pondéré à 10 %" in pieces(scored)[1]
    plain = typed_in(visitor.get(url_of()))
    assert not {"reserve-a", "ponderation"} & set(plain)


def test_a_segment_says_what_is_usual_and_whether_structures_answer(visitor):
    open_to_all = text_of(visitor.get(url_of(), {"segment": "nettoyage-des-locaux"}), TEXTS)
    assert "Part de main-d’œuvre d’usage : 80 %, de 75 % à 90 %" in open_to_all
    assert "Accessible sans diplôme" in open_to_all
    assert "structures" not in open_to_all.partition("Ce qu’il faut décider")[0]
    reserved = url_of("reserve-insertion-handicap")
    for segment, told in (
        ("nettoyage-des-locaux", "y répondent d’ordinaire"),
        ("gardiennage", "L’offre des structures y est rare"),
    ):
        assert told in text_of(visitor.get(reserved, {"segment": segment}), TEXTS)
    (link,) = tree_of(visitor.get(reserved, {"segment": "gardiennage"})).xpath(
        "//a[.='Calibrer le volume']/@href"
    )
    assert link == reverse("tools:calibrate") + "?segment=gardiennage"


def test_points_of_vigilance_stand_by_each_text(visitor):
    said = text_of(visitor.get(url_of()), TEXTS)
    assert said.count("Points de vigilance") == 5
    assert "Le volume d’heures n’est pas écrit" in said
    assert "Aucune pénalité horaire n’est fixée" in said


def test_each_text_is_copied_and_taken_away_as_it_was_completed(visitor):
    page = visitor.get(url_of(), {"heures": "500"})
    tree = tree_of(page)
    for code in ("notice", "rc", "ccap", "cctp", "ae"):
        assert tree.xpath(f"//*[@data-copy='texte-{code}']")
        document = reverse("tools:document", args=[CONDITION, code])
        assert tree.xpath(f"//a[@href='{document}?heures=500']")
    (link,) = tree.xpath("//*[@id='lien']/@href")
    assert link == f"{settings.ADDRESS}{url_of()}?heures=500"


def test_a_private_buyer_has_no_notice(visitor):
    assert len(pieces(visitor.get(url_of(), {"regime": "private"}))) == 4


@pytest.mark.parametrize(
    ("device", "name", "typed", "sentence"),
    [
        ("condition-et-critere", "ponderation", "0", "Indiquez une pondération du critère"),
        ("condition-et-critere", "ponderation", "101", "Indiquez un pourcentage d’au plus 100 %."),
        ("reserve-insertion-handicap", "regime", "private", "Pour un acheteur privé"),
        ("insertion-objet-du-marche", "regime", "concession", "Pour une concession"),
        (CONDITION, "heures", "0", "Indiquez au moins 1 h."),
        (CONDITION, "releve", "29", "Indiquez un nombre inférieur ou égal à 28."),
        (CONDITION, "penalite", "5000", "Indiquez un montant d’au plus 1 000 €."),
        (CONDITION, "ccag", "XX", "Choisissez une réponse de la liste."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_no_text_is_shown(
    visitor, device, name, typed, sentence
):
    page = visitor.get(url_of(device), {name: typed})
    assert error_on(page, name).startswith(sentence)
    assert pieces(page) == []


@pytest.mark.parametrize("device", ["inconnu", "CONDITION-D-EXECUTION", "..%2f"])
def test_a_device_that_does_not_exist_is_not_found(visitor, device):
    assert visitor.get(f"/outils/clausier/{device}/").status_code == 404


def test_the_database_is_asked_only_for_the_questions_shown(visitor):
    assert sql_for(visitor, f"{url_of()}?heures=500&segment=gardiennage") == 1
