"""The mails of a month to declare, and the links they carry: made, sent again, taken back."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import Exists, OuterRef

from perenne.domain.clauses.queries.reach import people_at
from perenne.domain.hours.models import Sheet, Statement, StatementLink
from perenne.domain.hours.policy import STATEMENTS, standing
from perenne.domain.hours.queries.links import LIFETIME, Door, link_behind, token_of
from perenne.domain.hours.states import OPEN
from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.procurement.models import Party
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.deadlines import statement_asked_on
from perenne.rules.practice import USUAL, Practice
from perenne.values import add_months


@transaction.atomic
def ask_for_hours(*, by: Actor, today: date, now: datetime, practice: Practice = USUAL) -> int:
    """How many mails leave for the month before: one an address from the first working day, one
    more before the last day. None for a statement that no sheet waits in, nor on the other days."""
    month = add_months(today.replace(day=1), -1)
    passed = [day for day in statement_asked_on(month, practice=practice) if day <= today]
    if not passed:
        return 0
    waiting = Sheet.objects.filter(statement=OuterRef("pk"), state=OPEN)
    rows = STATEMENTS.rows("statement.ask", by).filter(Exists(waiting), month=month)
    return sum(_ask(row, by, passed[-1], today, now) for row in rows.order_by("pk"))


@transaction.atomic
def renew_link(*, token: str, by: Actor, today: date, now: datetime) -> None:
    """A new one to the same address: the one before opens nothing any more."""
    link = standing(token).select_for_update(of=("self",), no_key=True).first()
    door = link_behind(token, now=now).door
    if link is None or door is not Door.EXPIRED:
        raise Refused(door.sentence or "Ce lien sert encore : il n’y a pas à en demander un autre.")
    _renew(link, today, now)
    record("statement.renew_link", link.statement, by=by)


@transaction.atomic
def revoke_link(*, token: str, by: Actor, now: datetime) -> None:
    """By whoever holds it: the mail was not for them. Their address gets no other this month."""
    link = standing(token).select_for_update(of=("self",), no_key=True).first()
    if link is None:
        raise Refused(Door.REVOKED.sentence)
    link.revoked_at = now
    link.save(update_fields=["revoked_at"])
    record("statement.revoke_link", link.statement, by=by)


def _ask(statement: Statement, by: Actor, since: date, today: date, now: datetime) -> int:
    """The last mail of an address is older than `since`, or there was none."""
    sent = 0
    for email in _addresses(statement):
        link = StatementLink.objects.filter(statement=statement, email=email).first()
        if link is None:
            link = StatementLink(
                statement=statement, email=email, organisation_id=statement.organisation_id
            )
        elif link.revoked_at or link.asked_on >= since:
            continue
        link.organisation_id = statement.organisation_id
        _renew(link, today, now)
        sent += 1
    if sent:
        remember(statement)
        record("statement.ask", statement, by=by, links=sent)
    return sent


def _addresses(statement: Statement) -> Iterable[str]:
    """The administrators of its space, else the contact of each of its parties."""
    if statement.organisation_id:
        return people_at(statement.organisation_id)
    return dict.fromkeys(_contacts(statement))


def _contacts(statement: Statement) -> Iterator[str]:
    sheets = statement.sheets.filter(state=OPEN).values("commitment__contract")
    parties = Party.objects.filter(siret=statement.siret, contract__in=sheets).exclude(email="")
    yield from parties.order_by("pk").values_list("email", flat=True)


def _renew(link: StatementLink, today: date, now: datetime) -> None:
    link.seed = token_urlsafe(32)
    link.token_print = print_of(token_of(link.seed))
    link.expires_at, link.asked_on = now + LIFETIME, today
    link.save()
    enqueue("hours.send_link", link_id=link.pk)
