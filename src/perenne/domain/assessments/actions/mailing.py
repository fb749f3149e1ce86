"""The mails of the forecast: a link to confirm, then one digest a month, when there is news."""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from perenne.domain.assessments.models import Forecast, Subscription
from perenne.domain.assessments.policy import FORECASTS
from perenne.domain.assessments.queries.editions import Edition, edition_of
from perenne.domain.assessments.queries.subscriptions import CONFIRM, CONFIRM_WITHIN, END, key_for
from perenne.domain.assessments.states import SubscriptionState
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.mails.kinds import MailKind, declare
from perenne.kit.mails.sending import Message, send
from perenne.rules.french import in_full, typeset
from perenne.rules.notices import opens_at

CONFIRMATION = declare("assessments.confirm", "Confirmation d’un abonnement aux prévisions")
NEWS = declare("assessments.news", "Prévisions d’heures d’insertion")
MOST_TOLD = 20


def send_confirmation(*, subscription_id: int, now: datetime) -> None:
    """Not once it is confirmed, or gone."""
    row = Subscription.objects.filter(pk=subscription_id, state=SubscriptionState.ASKED).first()
    if row is None:
        return
    link = _address("assessments:confirm", key_for(CONFIRM, row.pk))
    said = (
        "Quelqu’un a demandé que les prévisions d’heures d’insertion soient envoyées à cette "
        f"adresse. Pour accepter, suivez ce lien dans les {CONFIRM_WITHIN // 3600} heures :",
        link,
        "Si ce n’est pas vous, ne faites rien : rien ne sera envoyé.",
    )
    subject = "Confirmez votre abonnement aux prévisions"
    send(_letter(CONFIRMATION, row, f"subscription/{row.pk}", subject, *said), now=now)


def send_digests(*, by: Actor, now: datetime) -> int:
    """Ask for one mail, in working hours, to each who would learn something; how many. Safe to
    run again."""
    FORECASTS.admit("forecast.publish", by)
    last = Forecast.objects.order_by("-made_on").first()
    if last is None:
        return 0
    waiting = Subscription.objects.filter(state=SubscriptionState.ACTIVE).exclude(told=last)
    numbers = list(waiting.order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        enqueue("assessments.send_digest", at=opens_at(localtime(now)), subscription_id=number)
    return len(numbers)


def send_digest(*, subscription_id: int, now: datetime) -> bool:
    """Whether it left: nothing is sent when nothing that they follow is new."""
    row = Subscription.objects.filter(pk=subscription_id, state=SubscriptionState.ACTIVE).first()
    last = Forecast.objects.order_by("-made_on").first()
    if row is None or last is None or row.told_id == last.pk:
        return False
    places = dict(Epci.objects.values_list("code", "name"))
    current = edition_of(last, places).only(row.segments, row.epcis)
    before = edition_of(row.told, places).only(row.segments, row.epcis) if row.told else None
    is_news = bool(current.segments or current.expected) and not current.tells_as(before)
    if not is_news:
        _told(row, last)
        return False
    subject = f"Heures d’insertion à venir, au {in_full(current.made_on)}"
    letter = _letter(NEWS, row, f"forecast/{last.pk}", subject, *digest_of(current))
    return send(letter, now=now, once_left=lambda: _told(row, last, on=localdate(now)))


def _told(row: Subscription, last: Forecast, *, on: date | None = None) -> None:
    """Together with the note that the mail has left: whoever was told is not told again."""
    changed = {"told": last} | ({"last_contact_on": on} if on else {})
    Subscription.objects.filter(pk=row.pk).update(**changed)


def digest_of(edition: Edition) -> tuple[str, ...]:
    """The paragraphs of the mail; it tells nothing that the page does not."""
    rows = [f"– {row.label} : {_hours(row.total)}" for row in (*edition.segments, *edition.epcis)]
    expected = [
        f"– {one.month:%m/%Y}, {one.segment}, {one.epci} : {one.number}"
        for one in edition.expected[:MOST_TOLD]
    ]
    return (
        f"Voici les prévisions au {in_full(edition.made_on)}, sur les huit trimestres à venir.",
        "\n".join(["Heures prévues", *rows]),
        "\n".join(["Consultations attendues", *expected]) if expected else "",
        f"Le détail : {_address('assessments:forecast')}",
    )


def _hours(total: int | None) -> str:
    return "non diffusé (secret statistique)" if total is None else f"{total} h"


def _address(name: str, *arguments: object) -> str:
    return f"{settings.ADDRESS}{reverse(name, args=arguments)}"


def _letter(
    kind: MailKind, row: Subscription, about: str, subject: str, *paragraphs: str
) -> Message:
    """With the way out that mail programs show as a button (RFC 8058)."""
    end = _address("assessments:end", key_for(END, row.pk))
    said = [typeset(text) for text in paragraphs if text]
    body = "\n\n".join([*said, f"Ne plus recevoir ces messages : {end}", settings.COMMITTEE])
    return Message(
        kind,
        about,
        row.email,
        subject,
        f"{body}\n",
        headers={
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
