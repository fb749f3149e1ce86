"""The links by which a month is declared without an account: made, sent again, taken back.

Their reminders are written above, by `domain/notices`, with whatever else waits for the address.
"""

from datetime import date, datetime, timedelta
from secrets import token_urlsafe

from django.db import transaction

from perenne.domain.hours.models import StatementLink
from perenne.domain.hours.policy import STATEMENTS, standing
from perenne.domain.hours.queries.links import LIFETIME, Door, link_behind, token_of
from perenne.domain.organisations.queries.invitations import print_of
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused

SPARE = timedelta(days=7)
"""A mail is read some days after it came."""


@transaction.atomic
def link_to_declare(*, statement_id: int, email: str, by: Actor, today: date, now: datetime) -> str:
    """The token by which this address declares the month: that of its link while it lasts a week
    more, else of another one. "" to whoever said that the mails were not for them."""
    statement = STATEMENTS.take("statement.ask", by, statement_id)
    link = StatementLink.objects.filter(statement=statement, email__iexact=email).first()
    if link is None:
        link = StatementLink(statement=statement, email=email)
    elif link.revoked_at:
        return ""
    elif link.expires_at - now > SPARE and link.organisation_id == statement.organisation_id:
        return token_of(link.seed)
    link.organisation_id = statement.organisation_id
    _renew(link, today, now)
    remember(statement)
    record("statement.ask", statement, by=by, links=1)
    return token_of(link.seed)


@transaction.atomic
def renew_link(*, token: str, by: Actor, today: date, now: datetime) -> None:
    """A new one to the same address: the one before opens nothing any more."""
    link = standing(token).select_for_update(of=("self",), no_key=True).first()
    door = link_behind(token, now=now).door
    if link is None or door is not Door.EXPIRED:
        raise Refused(door.sentence or "Ce lien sert encore : il n’y a pas à en demander un autre.")
    _renew(link, today, now)
    record("statement.renew_link", link.statement, by=by)
    enqueue("hours.send_link", link_id=link.pk)


@transaction.atomic
def revoke_link(*, token: str, by: Actor, now: datetime) -> None:
    """By whoever holds it: the mail was not for them. Their address gets no other this month."""
    link = standing(token).select_for_update(of=("self",), no_key=True).first()
    if link is None:
        raise Refused(Door.REVOKED.sentence)
    link.revoked_at = now
    link.save(update_fields=["revoked_at"])
    record("statement.revoke_link", link.statement, by=by)


def _renew(link: StatementLink, today: date, now: datetime) -> None:
    link.seed = token_urlsafe(32)
    link.token_print = print_of(token_of(link.seed))
    link.expires_at, link.asked_on = now + LIFETIME, today
    link.save()
