"""The legal duty since August 2026, and whether a contract owes the condition: nothing is kept."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from perenne.domain.library.queries import Section, pages_of
from perenne.kit.pages import Visit, public
from perenne.rules.segments import find_segment
from perenne.rules.thresholds import EXCEPTION_GROUNDS, Memo, Stance, duty, memo
from perenne.web.site.acts import acts_of
from perenne.web.site.addresses import address_of
from perenne.web.site.duty.form import DutyForm
from perenne.web.site.texts import shown, whole_address

SLUG = "obligation"
TONES = {Stance.MUST: "warning", Stance.MAY: "success", Stance.MUST_NOT: "error"}


@public
def check_duty(request: Visit) -> HttpResponse:
    """The facts are in the address, which may be kept and shared; the answer is of the day."""
    cards = pages_of(Section.BUYERS)
    card = next((card for card in cards if card.slug == SLUG), None)
    if card is None:
        raise Http404(SLUG)
    form = DutyForm(request.GET or None)
    context = {
        "text": shown(card),
        "form": form,
        "answer": answer_to(form) if form.is_valid() else None,
        "section": Section.BUYERS,
        "pages": [(other.said.title, address_of(other), other is card) for other in cards],
        "acts": acts_of(Section.BUYERS),
        "address": whole_address(request),
    }
    return render(request, "site/duty/page.html", context)


def answer_to(form: DutyForm) -> Mapping[str, Any]:
    """What the law says of these facts; and of the ground, when one is thought of."""
    need, ground = form.need(), form.chosen_ground()
    found = duty(need, finding=find_segment(need.object, None))
    written = memo(found, ground) if ground else None
    stance = found.verdict.stance
    return {
        "duty": found,
        "stance": stance,
        "then": written.then if isinstance(written, Memo) else None,
        "tone": TONES.get(stance, "info"),
        "memo": written if isinstance(written, Memo) else None,
        "no_memo": "" if written is None or isinstance(written, Memo) else written.reason,
        "grounds": [EXCEPTION_GROUNDS[code] for code in found.exceptions],
    }
