"""The two answers to a need, wherever they are given: an offer that is already filled in, or why
not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perenne.domain.sourcing.actions import Declining, Offering
from perenne.domain.sourcing.queries import ReplyCard
from perenne.kit.pages import Visit
from perenne.kit.refusals import Refused
from perenne.web.sourcing.forms import DeclineForm, OfferForm

OFFERED = "L’entreprise lit votre proposition, et vous répond par courriel."
DECLINED = "Merci de l’avoir dit : nous en tiendrons compte pour les prochains besoins."


@dataclass(frozen=True, slots=True)
class Reply:
    """`declines`: the second form is open. `done`: what to say once the answer is kept."""

    form: OfferForm
    refusal: DeclineForm
    declines: bool
    done: str = ""


def reply_to(
    card: ReplyCard, request: Visit, answer: Callable[[Offering | Declining], object]
) -> Reply:
    """A link that comes with « ?decliner » opens the second form, and sends nothing."""
    is_posted = request.method == "POST"
    declines = request.POST.get("act") == "decline" if is_posted else "decliner" in request.GET
    form = OfferForm(request.POST if is_posted and not declines else None, card=card)
    refusal = DeclineForm(request.POST if is_posted and declines else None)
    asked = refusal if declines else form
    if asked.is_valid():
        try:
            answer(asked.answer())
        except Refused as objection:
            asked.add_error(None, str(objection))
        else:
            return Reply(form, refusal, declines, DECLINED if declines else OFFERED)
    return Reply(form, refusal, declines)
