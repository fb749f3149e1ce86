"""The mails of the forecast: a link to confirm, then one digest a month, when there is news."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from perenne.domain.assessments.models import Forecast, Subscription
from perenne.domain.assessments.policy import FORECASTS
from perenne.domain.assessments.queries.editions import Edition, edition_of
from perenne.domain.assessments.queries.subscriptions import CONFIRM, CONFIRM_WITHIN, END, key_for
from perenne.domain.assessments.states import SubscriptionState
from perenne.domain.territories.models import Epci
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.rules.french import in_full, typeset

MOST_TOLD = 20


def send_confirmation(*, subscription_id: int) -> None:
    """Not once it is confirmed, or gone."""
    row = Subscription.objects.filter(pk=subscription_id, state=SubscriptionState.ASKED).first()
    if row is None:
        return
    link = _address("assessments:confirm", key_for(CONFIRM, row.pk))
    _send(
        row,
        "Confirmez votre abonnement aux prévisions",
        "Quelqu’un a demandé que les prévisions d’heures d’insertion soient envoyées à cette "
        f"adresse. Pour accepter, suivez ce lien dans les {CONFIRM_WITHIN // 3600} heures :",
        link,
        "Si ce n’est pas vous, ne faites rien : rien ne sera envoyé.",
    )


def send_digests(*, by: Actor, today: date) -> int:
    """Ask for one mail to each who would learn something; how many. Safe to run again."""
    FORECASTS.admit("forecast.publish", by)
    last = Forecast.objects.order_by("-made_on").first()
    if last is None:
        return 0
    waiting = Subscription.objects.filter(state=SubscriptionState.ACTIVE).exclude(told=last)
    numbers = list(waiting.order_by("pk").values_list("pk", flat=True))
    for number in numbers:
        enqueue("assessments.send_digest", subscription_id=number)
    return len(numbers)


@transaction.atomic
def send_digest(*, subscription_id: int, today: date) -> bool:
    """Whether it left: nothing is sent when nothing that they follow is new."""
    found = Subscription.objects.select_for_update(no_key=True, of=("self",))
    row = found.filter(pk=subscription_id, state=SubscriptionState.ACTIVE).first()
    last = Forecast.objects.order_by("-made_on").first()
    if row is None or last is None or row.told_id == last.pk:
        return False
    places = dict(Epci.objects.values_list("code", "name"))
    now = edition_of(last, places).only(row.segments, row.epcis)
    before = edition_of(row.told, places).only(row.segments, row.epcis) if row.told else None
    row.told = last
    is_news = bool(now.segments or now.expected) and not now.tells_as(before)
    if is_news:
        row.last_contact_on = today
    row.save(update_fields=["told", "last_contact_on"])
    if is_news:
        _send(row, "Heures d’insertion à venir", *digest_of(now))
    return is_news


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


def _send(row: Subscription, subject: str, *paragraphs: str) -> None:
    """With the way out that mail programs show as a button (RFC 8058)."""
    end = _address("assessments:end", key_for(END, row.pk))
    said = [typeset(text) for text in paragraphs if text]
    body = "\n\n".join([*said, f"Ne plus recevoir ces messages : {end}", settings.COMMITTEE])
    EmailMessage(
        subject,
        f"{body}\n",
        to=[row.email],
        headers={
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    ).send()
