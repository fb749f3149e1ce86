"""The mail that asks for a month of hours, about the state of things when it leaves."""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from perenne.domain.hours.models import StatementLink
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.links import Door, link_behind, token_of
from perenne.domain.organisations.queries.reaching import mailbox_of
from perenne.kit.actors import Actor, Role
from perenne.kit.french.dates import written
from perenne.kit.mails.kinds import declare
from perenne.kit.mails.sending import Message, send
from perenne.rules.deadlines import statement_due_on
from perenne.rules.french import of_month

ASKED = declare("hours.asked", "Heures du mois à déclarer")
BODY = """Bonjour,

Les heures d’insertion {of_month} sont à déclarer{contracts}, au plus tard le {due}.

Ouvrez ce lien, sans compte :

{address}

Si personne n’a travaillé, le premier bouton de la page suffit : « Aucune heure ce mois-ci ». \
Sinon, vos salariés y sont déjà : indiquez leurs heures, ou reprenez celles du mois dernier.

Ce lien est pour vous seul, jusqu’au {until}. Ne le transférez pas : qui l’ouvre déclare à votre \
place.

Pérenne, la plateforme du {committee}"""


def send_link(*, link_id: int, now: datetime) -> int:
    """How many mails left: none once all is declared, or once the link opens nothing."""
    link = StatementLink.objects.select_related("statement").filter(pk=link_id).first()
    if link is None:
        return 0
    token = token_of(link.seed)
    if link_behind(token, now=now).door is not Door.OPEN:
        return 0
    holder = Actor(Role.VISITOR, visitor_key=token)
    rows = SHEETS.rows("sheet.declare", holder).select_related("commitment__contract")
    sheets = list(rows.order_by("pk"))
    waiting = [sheet.commitment.contract.object for sheet in sheets]
    if not waiting:
        return 0
    month, due = link.statement.month, written(statement_due_on(link.statement.month))
    said = f" pour « {waiting[0]} »" if len(waiting) == 1 else f" pour {len(waiting)} marchés"
    body = BODY.format(
        of_month=of_month(month),
        contracts=said,
        due=due,
        address=f"{settings.ADDRESS}{reverse('hours:by_link', args=[token])}",
        until=written(localtime(link.expires_at)),
        committee=settings.COMMITTEE,
    )
    message = Message(
        ASKED,
        f"statement/{link.statement_id}/{link.token_print[:8]}",
        link.email,
        f"Heures d’insertion {of_month(month)}{said}, à déclarer avant le {due}",
        body,
        reply_to=mailbox_of(sheets[0].facilitator_id),
    )
    return send(message, now=now)
