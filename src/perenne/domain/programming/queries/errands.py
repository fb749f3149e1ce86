"""What waits for somebody in programmes: files to send, purchases to study, motives to write."""

from datetime import date

from django.db.models import F, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.policy import PROGRAMMES, PURCHASES
from perenne.domain.programming.queries.following import still_current
from perenne.domain.programming.queries.programmes import SILENT, WORTH_A_CLAUSE
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor, Role
from perenne.kit.errands import Source, source
from perenne.values import ErrandKind

GROUP = "Programmations"
ASKED = ErrandKind("Dire ce que contiennent les colonnes", GROUP, "programming:match_headings", "")
TO_SEND = ErrandKind(
    "Transmettre au facilitateur", GROUP, "programming:send", "Premier lancement prévu"
)
TO_STUDY = ErrandKind("Étudier l’achat", GROUP, "programming:study", "Avis attendu")
TO_JUSTIFY = ErrandKind(
    "Motiver l’absence de clause", GROUP, "programming:justify", "Lancement prévu"
)
TO_ASSIGN = ErrandKind("Désigner un facilitateur", GROUP, "programming:reassign", "Lancement prévu")


def errands_in_programmes(actor: Actor, on: date) -> tuple[Source, ...]:
    """A purchase with the hours that its verdict estimates; a file with those of all of its."""
    if actor.role is Role.BUYER:
        return _of_buyer(actor)
    studied = _purchases("purchase.keep", actor)
    to_study = source(studied, TO_STUDY, **_told(Coalesce("next_on", "launch_on")))
    if actor.role is not Role.COORDINATION:
        return (to_study,)
    lost = _purchases("purchase.reassign", actor).filter(facilitator=None)
    return (to_study, source(lost, TO_ASSIGN, **_told(F("launch_on"))))


def _of_buyer(actor: Actor) -> tuple[Source, ...]:
    asked = PROGRAMMES.rows("programme.match_headings", actor).filter(
        buyer_id=actor.organisation_id
    )
    drafts = PROGRAMMES.rows("programme.send", actor).filter(buyer_id=actor.organisation_id)
    theirs = PlannedPurchase.objects.filter(WORTH_A_CLAUSE, programme=OuterRef("pk"))
    summed = theirs.order_by().values("programme")
    set_aside = _purchases("purchase.justify", actor).filter(SILENT, state=PurchaseState.LEFT_ASIDE)
    return (
        source(asked, ASKED, key="pk", about="title"),
        source(
            drafts,
            TO_SEND,
            key="pk",
            about="title",
            minutes=Subquery(summed.annotate(sum=Sum("minutes")).values("sum")),
            due=Subquery(summed.annotate(first=Min("launch_on")).values("first")),
        ),
        source(set_aside, TO_JUSTIFY, **_told(F("launch_on"))),
    )


def _purchases(act: str, actor: Actor) -> "QuerySet[PlannedPurchase, PlannedPurchase]":
    return PURCHASES.rows(act, actor).filter(still_current())


def _told(due: Coalesce | F) -> dict[str, str | Coalesce | F]:
    return {
        "key": "pk",
        "about": "object",
        "who": "programme__buyer__name",
        "minutes": "minutes",
        "due": due,
        "facilitator": "facilitator_id",
    }
