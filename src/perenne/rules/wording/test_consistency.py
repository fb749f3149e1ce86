import re
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as some

from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.deadlines import Monitoring, Rhythm
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.penalties import Bracket, Formula, Tariff
from perenne.rules.quality import RequirementKind
from perenne.rules.wording import (
    Ccag,
    ClauseTerms,
    Facilitator,
    Globalisation,
    Publics,
    Regime,
    ReservedTo,
    annexes_for,
    ccap,
    notice_for,
    pieces_for,
    rc,
)
from perenne.rules.wording.pieces import PieceCode
from perenne.rules.wording.plan import Topic
from perenne.rules.wording.vocabulary import spelled
from perenne.values import Euros, Hours, Share

CONTACT = Facilitator("Nadia Belkacem", "Initiatives 77", "nadia@asso.example", "01 64 00 00 00")
NOBODY = Facilitator("", "", "", "")
POSSIBLE = [
    (Regime.PRIVATE, LegalBasis.PERFORMANCE_CONDITION),
    (Regime.CONCESSION, LegalBasis.PERFORMANCE_CONDITION),
    (Regime.CONCESSION, LegalBasis.CONDITION_AND_CRITERION),
    (Regime.CONCESSION, LegalBasis.RESERVED_INCLUSION),
    *product([Regime.PUBLIC_CONTRACT], LegalBasis),
]
TARIFFS = [
    Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
    Tariff(formula=Formula.PER_HOUR_CEILING, times=Share.percent(400)),
    Tariff(formula=Formula.PER_HOUR_WAGE, times=Share.percent(150), cap=Share.percent(10)),
    Tariff(formula=Formula.PER_HOUR_COST, times=Share.percent(100)),
    Tariff(formula=Formula.SHARE_OF_AMOUNT, part=Share.percent(5)),
    Tariff(
        formula=Formula.PROGRESSIVE,
        rate=Euros.of(40),
        brackets=(Bracket(Share.percent(10), Share.percent(100)), Bracket(None, Share(20_000))),
    ),
]
EUROS, HOURS_OF_A_STEP = some.integers(1, 10**9).map(Euros), some.integers(1, 10**4).map(Hours)
some_names = some.text("abcéèœÀ'’- 0123456789", min_size=1, max_size=30).map(str.strip).filter(bool)


def allowed(law, reserved_to, **facts):
    """A concession is not reserved to disability and inclusion together."""
    if law[0] is Regime.CONCESSION and reserved_to is ReservedTo.DISABILITY_AND_INCLUSION:
        reserved_to = ReservedTo.INCLUSION
    if facts["globalisation"] is Globalisation.CAPPED:
        facts["globalisation_cap"] = Share.percent(40)
    return ClauseTerms(regime=law[0], basis=law[1], reserved_to=reserved_to, **facts)


some_terms = some.builds(
    allowed,
    law=some.sampled_from(POSSIBLE),
    buyer=some_names,
    contract=some_names,
    segment=some_names,
    lot=some.none() | some_names,
    hours=some.integers(1, 10**7).map(Hours),
    facilitator=some.sampled_from([CONTACT, NOBODY, replace(CONTACT, phone="")]),
    months=some.none() | some.integers(1, 240),
    publics=some.sampled_from(Publics),
    globalisation=some.sampled_from(Globalisation),
    penalty=some.none() | some.sampled_from(TARIFFS),
    late_day=some.none() | some.integers(1, 10**5).map(Euros),
    absence=some.none() | some.integers(1, 10**5).map(Euros),
    monitoring=some.builds(
        Monitoring,
        statement_day=some.integers(1, 28),
        rhythm=some.sampled_from(Rhythm),
        formal_notice_days=some.integers(8, 60),
        entitlement_months=some.integers(12, 48),
    ),
    requirements=some.dictionaries(some.sampled_from(RequirementKind), some.integers(0, 100)),
    scheme=some.none() | some.builds(Scheme, EUROS, HOURS_OF_A_STEP, EUROS, some.booleans()),
    recalculation=some.sampled_from(Recalculation),
    covers_renewals=some.booleans(),
    ccag=some.none() | some.sampled_from(Ccag),
    duty_applies=some.booleans(),
    criterion_weight=some.none() | some.integers(1, 10_000).map(Share),
    reserved_to=some.none() | some.sampled_from(ReservedTo),
    ccap_article=some.integers(1, 40),
)
SPACE = r"[\u00a0\u202f ]"
ARTICLE_ELSEWHERE = re.compile(rf"article{SPACE}(\d+(?:\.\d+)?) du (?:CCAP|contrat|cahier)")
HOURS = re.compile(r"((?:\d{1,3}(?:\u202f\d{3})*)\u00a0heures?(?: et \d+\u00a0minutes?)?)")
FORBIDDEN_CLAIMS = re.compile(
    r"(obligatoires? par la loi|imposées? par la loi|obligation légale|la loi (impose|oblige)"
    r"|heures? obligatoires?)"
)


def everything(terms):
    announced = notice_for(terms)
    return (*pieces_for(terms), *([announced] if announced else []), *annexes_for(terms))


def text_of(terms, code):
    return next(piece for piece in everything(terms) if piece.code is code).as_text()


@given(some_terms)
def test_no_piece_refers_to_an_article_that_the_clause_does_not_have(terms):
    numbers = {section.number for section in ccap.wording(terms).sections}
    numbers.add(str(terms.ccap_article))
    for piece in everything(terms):
        assert set(ARTICLE_ELSEWHERE.findall(piece.as_text())) <= numbers
    inside = re.findall(
        rf"article{SPACE}({terms.ccap_article}\.\d+)\b", text_of(terms, PieceCode.CCAP)
    )
    outside = {"16.1", "20.1"}
    assert set(inside) - outside <= numbers


@given(some_terms)
def test_the_other_pieces_name_the_article_of_the_clause(terms):
    for code in (PieceCode.RC, PieceCode.AE):
        assert str(terms.ccap_article) in ARTICLE_ELSEWHERE.findall(text_of(terms, code))


@given(some_terms)
def test_every_piece_gives_the_same_figure_of_hours(terms):
    terms = replace(terms, requirements={})
    told = {terms.hours, *([terms.scheme.hours_per_step] if terms.scheme else [])}
    for piece in everything(terms):
        assert set(HOURS.findall(piece.as_text())) == {
            spelled(hours).replace(" heure", "\u00a0heure").replace(" minute", "\u00a0minute")
            for hours in told
        }


@given(some_terms)
def test_the_four_facts_that_the_ccag_asks_for_are_always_there(terms):
    text = text_of(terms, PieceCode.CCAP)
    headings = {section.heading for section in ccap.wording(terms).sections}
    assert {
        Topic.PERIMETER.value,
        Topic.FACILITATOR.value,
        Topic.PUBLICS.value,
        Topic.VOLUME.value,
    } <= headings
    for fact in (terms.facilitator.name, terms.facilitator.email, terms.facilitator.phone):
        assert fact in text


@given(some_terms)
def test_nothing_is_left_to_replace_and_nothing_is_empty(terms):
    for piece in everything(terms):
        text = piece.as_text()
        assert not re.search(r"[{}]|None|Regime\.|LegalBasis|\(\)", text)
        assert all(section.heading.strip() and section.paragraphs for section in piece.sections)
        assert all(line.strip(" –.;|") for line in text.splitlines() if line)


@given(some_terms.filter(lambda terms: "'" not in f"{terms.buyer}{terms.contract}{terms.lot}"))
def test_typography_is_french_everywhere(terms):
    for piece in everything(terms):
        own = piece.as_text()
        for theirs in (terms.buyer, terms.contract, terms.segment, terms.lot or ""):
            own = own.replace(theirs, "X") if len(theirs) > 5 else own
        for sentence in (own, *piece.points_of_vigilance):
            assert not re.search(r"(?<=[a-zé])'(?=[a-zé])", sentence)
            assert not re.search(r" [;:!?»]|« |\.\.|,,|\( | \)|[^\u00a0]»|«[^\u00a0]", sentence)


@given(some_terms)
def test_the_law_is_never_said_to_ask_for_hours(terms):
    for piece in everything(terms):
        assert not FORBIDDEN_CLAIMS.search(piece.as_text())


@given(some_terms)
def test_the_duty_is_cited_only_where_it_applies(terms):
    cited = re.search(r"L\.\u00a0(2112-2-1|3114-2-1)", text_of(terms, PieceCode.CCAP))
    assert bool(cited) == (terms.duty_applies and terms.regime is not Regime.PRIVATE)


@given(some_terms)
def test_what_is_missing_is_both_visible_and_told(terms):
    rules = rc.wording(terms)
    told = " ".join(rules.points_of_vigilance)
    no_weight = terms.basis is LegalBasis.CONDITION_AND_CRITERION and not terms.criterion_weight
    no_choice = terms.basis is LegalBasis.RESERVED_INCLUSION and terms.reserved_to is None
    assert ("[à compléter]" in rules.as_text()) == (no_weight or no_choice)
    assert ("Fixez la pondération" in told) == no_weight
    assert ("Choisissez les structures" in told) == no_choice
    assert ("coordonnées du facilitateur" in told) == (terms.facilitator is not CONTACT)


@given(some_terms)
def test_a_fact_that_the_basis_leaves_out_is_told(terms):
    told = " ".join(rc.wording(terms).points_of_vigilance)
    idle_weight = terms.criterion_weight and terms.basis is not LegalBasis.CONDITION_AND_CRITERION
    idle_choice = terms.reserved_to and terms.basis is not LegalBasis.RESERVED_INCLUSION
    assert ("Une pondération a été indiquée" in told) == bool(idle_weight)
    assert ("Une réservation a été indiquée" in told) == bool(idle_choice)


@given(some_terms)
def test_the_numbers_of_the_clause_follow_one_another(terms):
    numbers = [section.number for section in ccap.wording(terms).sections]
    assert numbers == [f"{terms.ccap_article}.{rank + 1}" for rank in range(len(numbers))]
