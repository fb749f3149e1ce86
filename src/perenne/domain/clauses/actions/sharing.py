"""Hours entrusted from a party to those under it: proposed, accepted, refused, taken back.

The commitment is locked before its shares, by every writer: those of one cascade wait for each
other, and none waits in a circle. The database adds up what is entrusted once more.
"""

from dataclasses import replace
from datetime import date, datetime
from secrets import token_urlsafe

from django.db import transaction

from perenne.domain.clauses.models import Commitment, CommitmentShare
from perenne.domain.clauses.policy import COMMITMENTS, SHARES
from perenne.domain.clauses.queries.links import (
    LIFETIME,
    SPACING,
    Offer,
    share_behind,
    state_of_offer,
    token_of,
)
from perenne.domain.clauses.queries.shares import candidates_under, tree_of
from perenne.domain.clauses.queries.targets import targets_of
from perenne.domain.clauses.states import ACCEPTED, OPEN_SHARES, SHARE_LIFE, ShareState
from perenne.domain.organisations.queries.invitations import print_of
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.hours import apportion
from perenne.values import Hours

TOO_SOON = (
    "Ce lien est parti il y a moins de trois jours : laissez le temps de répondre, ou téléphonez. "
    "Un nouveau lien fermerait celui qui vient d’être reçu."
)


@transaction.atomic
def propose_share(
    *, parent_id: int, party_id: int, hours: Hours, by: Actor, on: date, now: datetime
) -> int:
    """The id of the share; a mail with a link leaves for whoever is asked."""
    parent = _taken("share.propose", parent_id, by)
    node = next(it for it in tree_of(parent.commitment_id).walk() if it.id == parent.pk)
    contract_id = parent.commitment.contract_id
    if party_id not in {known for known, _ in candidates_under(node, contract_id)}:
        raise Refused(
            "Cette entreprise n’est pas déclarée sous la vôtre, ou a déjà une part : choisissez-la "
            "dans la liste, ou demandez à l’acheteur de la déclarer au marché."
        )
    if not Hours(0) < hours <= node.left:
        raise Refused(
            f"Il reste {node.left} à confier : indiquez une part d’une minute à {node.left}."
        )
    share = CommitmentShare(
        commitment_id=parent.commitment_id,
        party_id=party_id,
        parent=parent,
        minutes=hours.minutes,
        proposed_on=on,
    )
    _offer(share, now)
    _record("share.propose", share, by)
    return share.pk


@transaction.atomic
def accept_share(*, share_id: int, by: Actor, on: date) -> None:
    _answer("share.accept", share_id, by, on)


@transaction.atomic
def refuse_share(*, share_id: int, reason: str, by: Actor, on: date) -> None:
    """The hours stay with whoever proposed them; the reason is told to them."""
    _answer("share.refuse", share_id, by, on, reason)


@transaction.atomic
def answer_by_link(*, token: str, refusal: str | None, by: Actor, on: date, now: datetime) -> None:
    """Without an account. `refusal` None: accepted; else why not. Refused when the link is late,
    used or unknown."""
    known = CommitmentShare.objects.filter(token_print=print_of(token)).values("commitment_id")
    list(Commitment.objects.select_for_update(no_key=True).filter(pk__in=known))
    share = share_behind(token)  # read once locked: the same link may have been used meanwhile
    offer = state_of_offer(share, now)
    if share is None or offer is not Offer.OPEN:
        raise Refused(offer.sentence)
    act = "share.accept" if refusal is None else "share.refuse"
    _answer(act, share.pk, replace(by, visitor_key=token), on, refusal or "")


@transaction.atomic
def withdraw_share(*, share_id: int, reason: str, by: Actor, on: date) -> None:
    """Taken back with all that stands under it."""
    share = _taken("share.withdraw", share_id, by)
    _record("share.withdraw", share, by, reason=reason)
    _withdraw(share, reason.strip()[:500], on)
    enqueue("clauses.tell_withdrawn", share_id=share.pk)


@transaction.atomic
def resend_share(*, share_id: int, by: Actor, now: datetime) -> None:
    """With a new link: the one before opens nothing any more, so not twice in three days."""
    share = _taken("share.resend", share_id, by)
    if share.expires_at and now < share.expires_at - LIFETIME + SPACING:
        raise Refused(TOO_SOON)
    _offer(share, now)
    _record("share.resend", share, by)


@transaction.atomic
def split_again(*, commitment_id: int, by: Actor, on: date, now: datetime) -> None:
    """The volume changed: every share keeps its proportion and is asked for again.

    The whole becomes what is expected that day, orders and renewals decided included.
    """
    commitment = COMMITMENTS.take("commitment.split_again", by, commitment_id)
    volume = targets_of([commitment_id], on=on)[commitment_id].expected
    whole = commitment.shares.get(parent=None)
    if whole.minutes == volume.minutes:
        raise Refused(f"La répartition porte déjà sur {volume} : il n’y a rien à rouvrir.")
    before = whole.minutes
    shares = list(commitment.shares.filter(state__in=OPEN_SHARES))
    _ask_all_again(shares, whole.pk)
    _resize(shares, whole.pk, volume.minutes)
    for share in shares:
        if share.parent_id is not None:
            _offer(share, now)
    record("commitment.split_again", commitment, by=by, before=before, after=volume.minutes)


def _taken(act: str, share_id: int, by: Actor) -> CommitmentShare:
    """The commitment first, then the share in the light of what others did meanwhile."""
    known = CommitmentShare.objects.filter(pk=share_id).values("commitment_id")
    list(Commitment.objects.select_for_update(no_key=True).filter(pk__in=known))
    return SHARES.take(act, by, share_id)


def _answer(act: str, share_id: int, by: Actor, on: date, reason: str = "") -> None:
    share = _taken(act, share_id, by)
    if act == "share.accept" and share.parent is not None and share.parent.state != ACCEPTED:
        raise Refused(
            "L’entreprise qui vous confie ces heures doit d’abord confirmer les siennes : "
            "répondez une fois qu’elle l’aura fait."
        )
    if act == "share.refuse":
        _withdraw_below(share, "Part refusée par l’entreprise qui les confiait.", on)
    share.state = SHARE_LIFE.after(act, ShareState(share.state))
    share.answered_on, share.reason = on, reason.strip()[:500]
    _record(act, share, replace(by, visitor_key=""), reason=reason)
    share.save()
    enqueue("clauses.tell_answer", share_id=share.pk)


def _withdraw(share: CommitmentShare, reason: str, on: date) -> None:
    _withdraw_below(share, reason, on)
    share.state = SHARE_LIFE.after("share.withdraw", ShareState(share.state))
    share.reason = reason
    share.save()


def _withdraw_below(share: CommitmentShare, reason: str, on: date) -> None:
    for child in share.children.filter(state__in=OPEN_SHARES):
        _withdraw(child, reason, on)
        enqueue("clauses.tell_withdrawn", share_id=child.pk)


def _offer(share: CommitmentShare, now: datetime) -> None:
    share.seed = token_urlsafe(32)
    share.token_print = print_of(token_of(share.seed))
    share.expires_at = now + LIFETIME
    share.save()
    enqueue("clauses.offer_share", share_id=share.pk)


def _ask_all_again(shares: list[CommitmentShare], whole_id: int) -> None:
    """From the leaves up: none stands accepted under one that is not."""
    for share in _below(shares, whole_id)[::-1]:
        if share.state == ACCEPTED:
            share.state = SHARE_LIFE.after("commitment.split_again", ACCEPTED)
        share.answered_on = None
        share.save()


def _resize(shares: list[CommitmentShare], whole_id: int, minutes: int) -> None:
    """Each keeps its proportion of the one above, to the minute; growing from the top down,
    shrinking from the leaves up, so that no share is ever larger than what it is taken from."""
    by_id = {share.pk: share for share in shares}
    whole = by_id[whole_id]
    shrinks = minutes < whole.minutes
    ordered = [whole, *_below(shares, whole_id)]
    new = {whole_id: minutes}
    for share in ordered:
        children = [child for child in shares if child.parent_id == share.pk]
        kept = share.minutes - sum(child.minutes for child in children)
        weights = [kept, *(child.minutes for child in children)]
        parts = apportion(new[share.pk], weights) if any(weights) else (0,) * len(weights)
        new |= {child.pk: part for child, part in zip(children, parts[1:], strict=True)}
    for share in ordered[::-1] if shrinks else ordered:
        share.minutes = new[share.pk]
        share.save()


def _below(shares: list[CommitmentShare], parent_id: int) -> list[CommitmentShare]:
    """All that stands under a share, those above before those below."""
    found: list[CommitmentShare] = []
    rank = [parent_id]
    while rank:
        children = [share for share in shares if share.parent_id in rank]
        found += children
        rank = [child.pk for child in children]
    return found


def _record(act: str, share: CommitmentShare, by: Actor, *, reason: str = "") -> None:
    """The history of a commitment is one: what happens to its shares is told there."""
    facts = {"share": share.pk, "party": share.party.siret, "minutes": share.minutes}
    record(act, share.commitment, by=by, reason=reason, **facts)
