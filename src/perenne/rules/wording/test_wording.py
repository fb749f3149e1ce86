import re
from dataclasses import replace

import pytest

from perenne.rules.deadlines import Monitoring
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.practice import USUAL
from perenne.rules.wording import (
    Ccag,
    Globalisation,
    Publics,
    Regime,
    ReservedTo,
    ae,
    ccap,
    cctp,
    notice_for,
    pieces_for,
    rc,
)
from perenne.rules.wording import test_terms as sample
from perenne.rules.wording.pieces import DOTS, PieceCode
from perenne.rules.wording.vigilance import HIGHEST_WEIGHT
from perenne.rules.wording.vocabulary import spelled
from perenne.values import Euros, Hours, Share

TERMS = replace(
    sample.TERMS,
    lot="Lot 3 – Gros œuvre",
    months=14,
    penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
    ccag=Ccag.FCS,
    globalisation=Globalisation.ACCEPTED,
)


def text_of(terms, code):
    announced = notice_for(terms)
    pieces = (*pieces_for(terms), *([announced] if announced else []))
    return next(piece for piece in pieces if piece.code is code).as_text()


def test_an_hourly_penalty_comes_after_notice_and_spares_what_had_no_solution():
    text = text_of(TERMS, PieceCode.CCAP)
    assert "50\u00a0€ par heure d’insertion non réalisée" in text
    assert text.index("met en demeure") < text.index("50\u00a0€ par heure")
    assert "ni l’acheteur ni le facilitateur n’ont trouvé de moyen" in text
    assert "(CCAG-FCS, article\u00a016.1.5)" in text
    assert any("41\u202f650\u00a0€" in point for point in ccap.wording(TERMS).points_of_vigilance)


def test_no_penalty_is_said_and_warned_of():
    piece = ccap.wording(replace(TERMS, penalty=None))
    assert "Aucune pénalité par heure d’insertion non réalisée n’est prévue." in piece.as_text()
    assert any("Aucune pénalité horaire" in point for point in piece.points_of_vigilance)


@pytest.mark.parametrize(
    ("ccag", "printed"),
    [
        (Ccag.TRAVAUX, "(CCAG-Travaux, article\u00a020.1.3)"),
        (Ccag.FCS, "(CCAG-FCS, article\u00a016.1.3)"),
        (Ccag.TIC, "(CCAG-TIC, article\u00a016.1.3)"),
        (Ccag.PI, "(CCAG-PI, article\u00a016.1.3)"),
        (Ccag.MI, "(CCAG-MI)"),
        (Ccag.MOE, "(CCAG-MOE)"),
    ],
)
def test_each_ccag_is_cited_by_its_own_article_or_by_its_name_alone(ccag, printed):
    assert printed in text_of(replace(TERMS, ccag=ccag), PieceCode.CCAP)


@pytest.mark.parametrize("ccag", [Ccag.MI, Ccag.MOE])
def test_an_unconfirmed_article_number_is_never_printed(ccag):
    piece = ccap.wording(replace(TERMS, ccag=ccag))
    assert not re.search(r"CCAG-M(I|OE), article", piece.as_text())
    assert any("n’est pas confirmé" in point for point in piece.points_of_vigilance)


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        ({}, "ne déroge pas"),
        ({"publics": Publics.CLOSED_LIST}, "l’article\u00a010.3\u00a0: la liste des publics"),
        ({"globalisation": Globalisation.REFUSED}, "l’article\u00a010.7\u00a0: la globalisation"),
        ({"globalisation": Globalisation.CASE_BY_CASE}, "l’accord préalable de l’acheteur"),
    ],
)
def test_each_departure_from_the_ccag_is_listed(change, entry):
    last = ccap.wording(replace(TERMS, **change)).sections[-1]
    assert last.heading == "Dérogations au CCAG"
    assert entry in str(last.paragraphs).replace("\\xa0", "\u00a0")


def test_without_ccag_there_is_no_list_of_departures():
    assert "Dérogations" not in text_of(replace(TERMS, ccag=None), PieceCode.CCAP)


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Globalisation.ACCEPTED, "L’acheteur accepte dès à présent"),
        (Globalisation.CASE_BY_CASE, "L’acheteur peut accepter, par accord écrit et préalable"),
        (Globalisation.REFUSED, "La globalisation n’est pas admise"),
    ],
)
def test_each_choice_on_globalisation_has_its_words(policy, said):
    text = text_of(replace(TERMS, globalisation=policy), PieceCode.CCAP)
    assert said in text
    assert ("sauf globalisation" in text) == (policy is not Globalisation.REFUSED)


@pytest.mark.parametrize(
    ("publics", "said"),
    [
        (Publics.OPEN_LIST, "sont notamment les suivants"),
        (Publics.CLOSED_LIST, "sont exclusivement les suivants"),
        (Publics.URBAN_RENEWAL, "habitent un quartier prioritaire"),
    ],
)
def test_each_list_of_publics_has_its_words(publics, said):
    assert said in text_of(replace(TERMS, publics=publics), PieceCode.CCAP)


@pytest.mark.parametrize(
    ("reserved_to", "regime", "articles"),
    [
        (ReservedTo.DISABILITY, Regime.PUBLIC_CONTRACT, "L. 2113-12 et R. 2113-7"),
        (ReservedTo.INCLUSION, Regime.PUBLIC_CONTRACT, "L. 2113-13 et R. 2113-7"),
        (
            ReservedTo.DISABILITY_AND_INCLUSION,
            Regime.PUBLIC_CONTRACT,
            "L. 2113-12, L. 2113-13, L. 2113-14 et R. 2113-7",
        ),
        (ReservedTo.PRISON, Regime.PUBLIC_CONTRACT, "L. 2113-13-1 et R. 2113-7"),
        (ReservedTo.INCLUSION, Regime.CONCESSION, "L. 3113-2 et R. 3113-1"),
        (ReservedTo.PRISON, Regime.CONCESSION, "L. 3113-2-1 et R. 3113-1"),
    ],
)
def test_a_reserved_contract_names_its_article_in_every_piece(reserved_to, regime, articles):
    terms = replace(
        TERMS, basis=LegalBasis.RESERVED_INCLUSION, reserved_to=reserved_to, regime=regime
    )
    printed = re.sub(r"([LR])\. ", "\\1.\u00a0", articles)
    for code in (PieceCode.RC, PieceCode.CCAP, PieceCode.NOTICE):
        assert printed in text_of(terms, code)


def test_each_legal_basis_has_its_own_words_and_pieces():
    def said(basis, code=PieceCode.RC):
        return text_of(
            replace(TERMS, basis=basis, criterion_weight=Share.percent(10)), code
        ).replace("\u00a0", " ")

    assert "condition d’exécution" in said(LegalBasis.PERFORMANCE_CONDITION)
    assert "critère pondéré à 10 %" in said(LegalBasis.CONDITION_AND_CRITERION)
    assert "Volume proposé" in said(LegalBasis.CONDITION_AND_CRITERION, PieceCode.AE)
    assert "procédure adaptée" in said(LegalBasis.SUBJECT_MATTER)
    assert "Contrat réservé" in said(LegalBasis.RESERVED_INCLUSION)
    assert "loi n° 2014-856" in said(LegalBasis.RESERVED_SOCIAL_ECONOMY)


@pytest.mark.parametrize("basis", LegalBasis)
def test_every_basis_has_its_four_pieces(basis):
    codes = [piece.code for piece in pieces_for(replace(TERMS, basis=basis))]
    assert codes == [PieceCode.RC, PieceCode.CCAP, PieceCode.CCTP, PieceCode.AE]


@pytest.mark.parametrize("basis", LegalBasis)
def test_the_cctp_tells_of_pathways_only_where_insertion_is_the_work_itself(basis):
    text = text_of(replace(TERMS, basis=basis), PieceCode.CCTP)
    is_the_work = basis in {LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_INCLUSION}
    assert ("Parcours attendus" in text) is is_the_work
    assert ("désigne un tuteur" in text) is not is_the_work


@pytest.mark.parametrize("months", [None, 37])
def test_a_contract_reserved_to_the_social_economy_lasts_three_years_at_most(months):
    terms = replace(TERMS, basis=LegalBasis.RESERVED_SOCIAL_ECONOMY, months=months)
    assert any("3\u00a0ans" in point for point in rc.wording(terms).points_of_vigilance)
    short = replace(terms, months=36)
    assert not any("3\u00a0ans" in point for point in rc.wording(short).points_of_vigilance)


@pytest.mark.parametrize(("weight", "warned"), [(4, True), (5, False), (15, False), (16, True)])
def test_an_unusual_weight_is_pointed_out(weight, warned):
    terms = replace(
        TERMS,
        basis=LegalBasis.CONDITION_AND_CRITERION,
        criterion_weight=Share.percent(weight),
    )
    told = any("sort de l’usage" in point for point in rc.wording(terms).points_of_vigilance)
    assert told is warned


def test_a_committee_may_hold_another_usual_weight():
    held = USUAL.choosing(HIGHEST_WEIGHT, Share.percent(20))
    terms = replace(
        TERMS, basis=LegalBasis.CONDITION_AND_CRITERION, criterion_weight=Share.percent(21)
    )
    last = pieces_for(terms, practice=held)[0].points_of_vigilance[-1]
    assert "La pondération de 21\u00a0% sort de l’usage (de 5\u00a0% à 20\u00a0%)" in last
    lighter = replace(terms, criterion_weight=Share.percent(20))
    assert "sort de l’usage" not in str(pieces_for(lighter, practice=held)[0].points_of_vigilance)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (Hours.of(1), "1 heure"),
        (Hours.of(833), "833 heures"),
        (Hours.of(2727), "2\u202f727 heures"),
        (Hours(61), "1 heure et 1 minute"),
        (Hours(90), "1 heure et 30 minutes"),
    ],
)
def test_hours_are_written_in_full(hours, words):
    assert spelled(hours) == words


@pytest.mark.parametrize("writer", [rc.wording, ccap.wording, cctp.wording, ae.wording])
def test_each_piece_cites_its_texts_and_warns_its_author(writer):
    assert writer.sources
    piece = writer(replace(TERMS, duty_applies=True, basis=LegalBasis.SUBJECT_MATTER))
    assert piece.points_of_vigilance


def test_the_first_of_the_month_is_written_as_the_french_say_it():
    text = text_of(replace(TERMS, monitoring=Monitoring(statement_day=1)), PieceCode.CCAP)
    assert "Au plus tard le 1er de chaque mois" in text


def test_a_condition_cites_its_own_article_and_the_criterion_its_own():
    text = text_of(replace(TERMS, basis=LegalBasis.CONDITION_AND_CRITERION), PieceCode.CCAP)
    spaced = text.replace("\u00a0", " ")
    assert "condition d’exécution du marché, en application de l’article L. 2112-2 du" in spaced
    assert "critère d’attribution, en application des articles L. 2152-7 et R. 2152-7 du" in spaced


def test_in_a_reserved_contract_the_people_are_those_of_the_holder():
    terms = replace(
        TERMS,
        basis=LegalBasis.RESERVED_INCLUSION,
        reserved_to=ReservedTo.DISABILITY,
        publics=Publics.CLOSED_LIST,
    )
    text = text_of(terms, PieceCode.CCAP)
    assert "les travailleurs handicapés que le titulaire emploie ou accompagne" in text
    assert "en CDI à la notification" not in text
    assert "la liste des publics éligibles est limitée" not in text
    assert "Personnes employées ou accompagnées" in text_of(terms, PieceCode.AE)


def test_a_missing_contact_is_a_blank_to_fill_in_each_piece_that_names_it():
    unknown = replace(TERMS, facilitator=replace(TERMS.facilitator, phone="", name=""))
    for code in (PieceCode.RC, PieceCode.CCAP, PieceCode.AE):
        text = text_of(unknown, code)
        assert f"Téléphone\u00a0: {DOTS}" in text
        assert f"Facilitateur\u00a0: {DOTS}" in text
        assert "Courriel\u00a0: nadia@asso.example" in text


def test_only_a_ccag_makes_departures_to_report():
    refused = replace(TERMS, globalisation=Globalisation.REFUSED)
    assert any("Reportez" in point for point in ccap.wording(refused).points_of_vigilance)
    for clean in (TERMS, replace(refused, ccag=None)):
        assert not any("Reportez" in point for point in ccap.wording(clean).points_of_vigilance)


@pytest.mark.parametrize(
    ("regime", "said", "host"),
    [
        (Regime.PUBLIC_CONTRACT, "irrégulière au sens de l’article", "Acte d’engagement"),
        (Regime.CONCESSION, "irrégulière.", "Contrat de concession"),
        (Regime.PRIVATE, "ne répond pas aux exigences", "Contrat – Annexe"),
    ],
)
def test_an_offer_that_refuses_the_clause_is_set_aside_by_the_law_of_the_contract(
    regime, said, host
):
    terms = replace(TERMS, regime=regime)
    assert said in text_of(terms, PieceCode.RC)
    assert text_of(terms, PieceCode.AE).startswith(host)


def test_the_commitments_of_time_are_those_of_the_ccag():
    text = text_of(TERMS, PieceCode.CCAP)
    assert "Dans les 30\u00a0jours qui suivent la notification" in text
    assert "Dans les trois mois qui suivent la fin" in text
    assert "lettre recommandée avec avis de réception" in text
    assert "Avant toute embauche" in text
    assert "Sont exonérées les heures" in text


def test_the_annex_is_marked_only_when_it_is():
    assert "Elle n’est pas notée." in text_of(TERMS, PieceCode.RC)
    criterion = replace(TERMS, basis=LegalBasis.CONDITION_AND_CRITERION)
    assert "Elle sert à noter" in text_of(criterion, PieceCode.RC)
