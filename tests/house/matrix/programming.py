"""Programmes and purchases: the drafts are the visitor's, or the buyer's where it is said;
what was sent is the buyer's and the facilitator's."""

from django.utils.timezone import localdate

from perenne.domain.programming.actions import Motive, justify_purchase, receive_files, send_bundle
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import bundle_card, every_pairing_of
from perenne.kit.files.tests.makers import pdf
from perenne.rules.needs import BuyerKind
from perenne.rules.thresholds import ExceptionGround
from perenne.web.tests.scenes import (
    CLEANING,
    LINES,
    MASONRY,
    PAPER,
    new_clause,
    new_doubtful_programme,
    new_programme,
    new_sent_programme,
    purchases_of,
    sheet_of,
)

GYMS = "Nettoyage des gymnases;900 000;48;mars 2029;Meaux"
FACTS = ("Un technicien agréé.", "Insertion, formation, égalité.", "Aucune tâche à confier.")
REASON = "Les prestations sont faites par un seul technicien agréé, deux jours par an, hors site."

ROWS = """
                                              nob vis buy bu2 fac fa2 coo com str pre
programming:list           -                  302 302 200 200 200 200 200 200 200 200
programming:receive        -                  200 200 200 200 200 200 200 200 200 200
programming:show           columns            404 302 404 404 404 404 404 404 404 404
programming:show           draft              404 200 404 404 404 404 404 404 404 404
programming:show           buyers_draft       404 404 200 404 404 404 404 404 404 404
programming:show           sent               404 404 200 404 200 404 200 404 404 404
programming:match_headings columns            404 200 404 404 404 404 404 404 404 404
programming:match_headings draft              404 302 404 404 404 404 404 404 404 404
programming:match_headings sent               404 404 302 404 302 404 302 404 404 404
programming:send           columns            404 302 404 404 404 404 404 404 404 404
programming:send           draft              404 200 404 404 404 404 404 404 404 404
programming:send           buyers_draft       404 404 200 404 404 404 404 404 404 404
programming:send           sent               404 404 302 404 302 404 302 404 404 404
programming:forget         draft         POST 404 302 404 404 404 404 404 404 404 404
programming:export         draft              404 200 404 404 404 404 404 404 404 404
programming:export         sent               404 404 200 404 200 404 200 404 404 404
programming:source         columns            404 200 404 404 404 404 404 404 404 404
programming:source         draft              404 200 404 404 404 404 404 404 404 404
programming:source         buyers_draft       404 404 200 404 404 404 404 404 404 404
programming:source         sent               404 404 200 404 200 404 200 404 404 404
programming:compare            sent       302 302 200 404 200 404 200 404 404 404
programming:compare            draft      302 302 404 404 404 404 404 404 404 404
programming:export_comparison  sent       302 302 200 404 200 404 200 404 404 404
programming:link               later POST 302 302 404 404 404 404 404 404 404 404
programming:judge_match        pairing    302 302 404 404 200 404 200 404 404 404
programming:shares             -          302 302 404 404 404 404 200 404 404 404
programming:follow             -          302 302 404 404 200 200 200 404 404 404
programming:reassign           received   302 302 404 404 404 404 200 404 404 404
programming:reassign           kept       302 302 404 404 404 404 404 404 404 404
programming:justify            owing      302 302 200 404 200 404 404 404 404 404
programming:justify            received   302 302 404 404 404 404 404 404 404 404
programming:memo               owing      302 302 200 404 200 404 200 404 404 404
programming:memo_file          memo       302 302 200 404 200 404 200 404 404 404
programming:hide               received POST 302 302 302 404 302 404 302 404 404 404
programming:show_again         received POST 302 302 302 404 302 404 302 404 404 404
programming:bundle         together           404 200 404 404 404 404 404 404 404 404
programming:bundle         together_sent      404 404 200 404 200 404 200 404 404 404
programming:enclosure      beside             404 200 404 404 404 404 404 404 404 404
programming:enclosure      beside_sent        404 404 200 404 200 404 200 404 404 404
programming:study          drafted            302 302 404 404 404 404 404 404 404 404
programming:study          received           302 302 200 404 200 404 200 404 404 404
programming:study          kept               302 302 200 404 200 404 200 404 404 404
programming:purchase_row   drafted            404 302 404 404 404 404 404 404 404 404
programming:purchase_row   received           404 404 302 404 302 404 302 404 404 404
programming:correct        drafted            404 200 404 404 404 404 404 404 404 404
programming:correct        received           404 404 404 404 200 404 404 404 404 404
programming:correct        kept               404 404 404 404 404 404 404 404 404 404
programming:keep           received      POST 302 302 302 404 302 404 302 404 404 404
programming:leave_aside    received      POST 302 302 200 404 200 404 200 404 404 404
programming:take_back      received      POST 302 302 302 404 302 404 302 404 404 404
"""


def things(committee):
    lines = [LINES[CLEANING], LINES[MASONRY], LINES[PAPER]]
    owing = new_sent_programme(committee.buyer, GYMS)
    draft, sent = new_programme(committee.visitor), new_sent_programme(committee.buyer, *lines)
    kept, received, _ = purchases_of(sent, committee.buyer)
    new_clause(kept.id, committee.facilitator)
    later = new_sent_programme(committee.buyer, *lines)
    pairing = next(it for it in every_pairing_of(later, seen_by=committee.buyer) if it.before)
    (gyms,) = purchases_of(owing, committee.buyer)
    memo = justify_purchase(
        purchase_id=gyms.id,
        motive=Motive(ExceptionGround.NO_SUFFICIENT_LINK, FACTS, REASON),
        by=committee.buyer,
        today=localdate(),
    )
    together, together_sent = (_together(by, lines) for by in (committee.visitor, committee.buyer))
    send_bundle(bundle_id=together_sent[0], by=committee.buyer, today=localdate())
    return {
        "together": together[:1],
        "together_sent": together_sent[:1],
        "beside": together,
        "beside_sent": together_sent,
        "columns": [new_doubtful_programme(committee.visitor)],
        "draft": [draft],
        "buyers_draft": [new_programme(committee.buyer)],
        "sent": [sent],
        "drafted": [purchases_of(draft, committee.visitor)[CLEANING].id],
        "received": [received.id],
        "kept": [kept.id],
        "later": [later],
        "pairing": [pairing.id],
        "owing": [gyms.id],
        "memo": [memo, "pdf"],
    }


def _together(by, lines):
    """A table and a document, in one sending: its number, and that of the document."""
    files = [SentFile(sheet_of(*lines), "a.csv"), SentFile(pdf(), "note.pdf")]
    kind = BuyerKind.LOCAL_AUTHORITY
    bundle_id = receive_files(files, buyer_kind=kind, by=by, today=localdate()).bundle_id
    (beside,) = bundle_card(bundle_id, seen_by=by).enclosures
    return [bundle_id, beside.id]
