"""What people do about purchases, clauses and contracts during the simulated year."""

from __future__ import annotations

from dataclasses import replace

from year_doing import WHY, Act, Doing

from perenne.domain.clauses import actions as clauses
from perenne.domain.clauses.actions import Terms
from perenne.domain.clauses.actions.consenting import Answer
from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.queries import basis_decision, clause_card
from perenne.domain.clauses.queries.publishing import clause_by_lot, objections_to
from perenne.domain.clauses.states import PROPOSED
from perenne.domain.procurement import actions as contracts
from perenne.domain.procurement.actions import Award, ContractTerms
from perenne.domain.procurement.models import Lot
from perenne.domain.procurement.queries import contract_facts
from perenne.domain.procurement.states import PREPARED, PUBLISHED
from perenne.domain.programming import actions as programming
from perenne.ops.demo.compliance import BUILDER
from perenne.rules.globalisation import Consent
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros


def _answers_share(doing: Doing) -> None:
    share = CommitmentShare.objects.filter(pk=int(doing.errand.keys[-1]), state=PROPOSED.value)
    for one in share:
        if doing.happens(0.8):
            clauses.accept_share(share_id=one.pk, by=doing.by, on=doing.on)
        else:
            clauses.refuse_share(share_id=one.pk, reason=WHY, by=doing.by, on=doing.on)


def _consents(doing: Doing) -> None:
    consent = doing.chance.choice((Consent.OPEN, Consent.REFUSED))
    said = Answer(consent, reason=WHY)
    clauses.answer_consent(commitment_id=doing.key, said=said, by=doing.by, on=doing.on)


def _calibrates(doing: Doing) -> None:
    card = clause_card(doing.key, seen_by=doing.by)
    hypotheses = replace(card.hypotheses, hourly_cost=Euros.of(30))
    clauses.calibrate_clause(
        clause_id=doing.key, hypotheses=hypotheses, by=doing.by, on=doing.on,
        volume=clauses.Volume(reason=WHY),
    )  # fmt: skip


def _words(doing: Doing) -> None:
    card = clause_card(doing.key, seen_by=doing.by)
    terms = Terms(
        basis=basis_decision(card).proposed,
        ccag=Ccag.TRAVAUX,
        publics=Publics.OPEN_LIST,
        globalisation=Globalisation.ACCEPTED,
        penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
    )
    clauses.word_clause(clause_id=doing.key, terms=terms, by=doing.by)


def _approves(doing: Doing) -> None:
    """One in six is sent back."""
    if doing.happens(0.15):
        clauses.send_clause_back(clause_id=doing.key, reason=WHY, by=doing.by)
        return
    number = doing.errand.number or 1
    clauses.approve_clause(clause_id=doing.key, number=number, by=doing.by, on=doing.on)


def _starts(doing: Doing) -> None:
    clauses.start_execution(
        contract_id=doing.key, notified_on=doing.on, starts_on=doing.on, by=doing.by
    )


def _kicks_off(doing: Doing) -> None:
    clauses.kick_off_commitment(commitment_id=doing.key, held_on=doing.on, by=doing.by)


def _sends_again(doing: Doing) -> None:
    rows = CommitmentShare.objects.filter(commitment=doing.key, state=PROPOSED.value)
    for share in rows:
        clauses.resend_share(share_id=share.pk, by=doing.by, now=doing.now)


def _studies(doing: Doing) -> None:
    if doing.happens(0.5):
        programming.keep_purchase(purchase_id=doing.key, by=doing.by)
    else:
        programming.leave_purchase_aside(purchase_id=doing.key, reason=WHY, by=doing.by)


def _publishes(doing: Doing) -> None:
    """The lots whose clause is ready; the others follow."""
    lots = list(Lot.objects.filter(consultation=doing.key, state=PREPARED).order_by("pk"))
    known = clause_by_lot(lots)
    ready = [lot.pk for lot in lots if not objections_to([lot], known)]
    clauses.publish_consultation(consultation_id=doing.key, on=doing.on, by=doing.by, lot_ids=ready)


def _awards(doing: Doing) -> None:
    """One tender in four has no answer; the company of the demo wins the others."""
    for lot in Lot.objects.filter(consultation=doing.key, state=PUBLISHED):
        if doing.happens(0.25):
            contracts.find_lot_unsuccessful(lot_id=lot.pk, reason=WHY, by=doing.by)
            continue
        amount = Euros.of(doing.chance.randrange(80, 900) * 1_000)
        signed = ContractTerms(
            f"{doing.on.year}-AN-{lot.pk}", lot.object, amount, months=12, signed_on=doing.on
        )
        award = Award(signed, lead=BUILDER)
        (contract_id,) = contracts.award_lot(lot_id=lot.pk, awards=[award], by=doing.by)
        party = contract_facts(contract_id).parties[0]
        contracts.link_party(contract_id=contract_id, party_id=party.id, by=doing.by)


OF_CLAUSES: dict[tuple[str, str], Act] = {
    ("clauses:reply", "Accepter"): _answers_share,
    ("clauses:consent", "Répondre"): _consents,
    ("clauses:calibrate", "Calibrer"): _calibrates,
    ("clauses:word", "Choisir"): _words,
    ("clauses:show", "Soumettre"): lambda it: clauses.submit_clause(
        clause_id=it.key, by=it.by, on=it.on
    ),
    ("clauses:show", "Valider"): _approves,
    ("clauses:publish", "Publier"): _publishes,
    ("clauses:start", "Notifier"): _starts,
    ("clauses:kick_off", "Faire"): _kicks_off,
    ("clauses:commitment", "Relancer"): _sends_again,
    ("programming:study", "Étudier"): _studies,
    ("procurement:consultation", "Dire"): _awards,
}
