"""The answers to a need, wherever they are given: an offer that is already filled in, why not, or
not to be asked for some months."""

from __future__ import annotations

from collections.abc import Callable, ItemsView
from dataclasses import dataclass

from perenne.domain.sourcing.actions import Declining, Offering
from perenne.domain.sourcing.queries import ReplyCard
from perenne.kit.pages import Visit
from perenne.kit.refusals import Refused
from perenne.web.sourcing.forms import PEACE, DeclineForm, OfferForm, QuietForm

OFFER, DECLINE, QUIET = "offer", "decline", "quiet"
LINKS = {"decliner": DECLINE, "repos": QUIET}
"""What the links of a mail open: they send nothing."""
DONE = {
    OFFER: "L’entreprise lit votre proposition, et vous répond par courriel.",
    DECLINE: "Merci de l’avoir dit : nous en tiendrons compte pour les prochains besoins.",
    QUIET: "C’est entendu : nous en tiendrons compte.",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """`opened`: which of the three is unfolded. `done`: what to say once the answer is kept."""

    form: OfferForm
    refusal: DeclineForm
    peace: QuietForm
    opened: str
    done: str = ""

    @property
    def is_declining(self) -> bool:
        return self.opened == DECLINE

    @property
    def is_resting(self) -> bool:
        return self.opened == QUIET

    @property
    def spans(self) -> ItemsView[int, str]:
        return PEACE.items()


def reply_to(
    card: ReplyCard, request: Visit, answer: Callable[[Offering | Declining], object]
) -> Reply:
    """A link that comes with « ?decliner » or « ?repos » opens a form, and sends nothing."""
    posted = request.POST if request.method == "POST" else None
    asked = [act for link, act in LINKS.items() if link in request.GET]
    act = posted.get("act", OFFER) if posted is not None else (asked or [OFFER])[0]
    act = act if act in DONE else OFFER
    given = {act: posted}
    form = OfferForm(given.get(OFFER), card=card)
    refusal, peace = DeclineForm(given.get(DECLINE)), QuietForm(given.get(QUIET))
    forms: dict[str, OfferForm | DeclineForm | QuietForm]
    forms = {OFFER: form, DECLINE: refusal, QUIET: peace}
    chosen = forms[act]
    if chosen.is_valid():
        try:
            answer(chosen.answer())
        except Refused as objection:
            chosen.add_error(None, str(objection))
        else:
            return Reply(form, refusal, peace, act, DONE[act])
    return Reply(form, refusal, peace, act)
