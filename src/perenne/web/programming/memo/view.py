"""Why a purchase does without the condition: written, read again, taken away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import localdate, now

from perenne.domain.programming import actions, queries
from perenne.domain.programming.queries import MemoAsked
from perenne.kit.actors import Role
from perenne.kit.docx import render as write_word
from perenne.kit.pages import Visit, page
from perenne.kit.pdf import compile_pdf
from perenne.kit.refusals import Refused
from perenne.rules.thresholds import Memo
from perenne.web.programming.memo.document import document_of, facts_of
from perenne.web.programming.memo.form import MemoForm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@page(act="purchase.justify")
def justify(request: Visit, purchase_id: int) -> HttpResponse:
    """The ground first, then the facts that this ground asks for."""
    asked = queries.memo_asked(purchase_id, seen_by=request.actor)
    chosen = _chosen(asked, request.GET.get("motif", ""))
    if chosen is None:
        return render(request, "programming/memo/ground.html", {"asked": asked})
    form = MemoForm(request.POST or None, asked=chosen)
    if form.is_valid():
        try:
            actions.justify_purchase(
                purchase_id=purchase_id,
                motive=form.motive(),
                by=request.actor,
                today=localdate(),
            )
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "Le motif est gardé avec l’achat.")
            return redirect("programming:memo", purchase_id)
    context = {"asked": asked, "chosen": chosen, "form": form}
    return render(request, "programming/memo/write.html", context)


@page(act="purchase.view")
def memo(request: Visit, purchase_id: int) -> HttpResponse:
    purchase = queries.purchase_card(purchase_id, seen_by=request.actor)
    memos = queries.memos_on(purchase_id, seen_by=request.actor)
    mine = purchase.facilitator_id == request.actor.organisation_id
    context = {
        "purchase": purchase,
        "memos": memos,
        "may_justify": (mine or request.actor.role is Role.BUYER) and purchase.may_be_justified,
        "may_take_back": mine and purchase.state == "justified",
    }
    return render(request, "programming/memo/page.html", context)


@page(act="purchase.view")
def memo_file(request: Visit, memo_id: int, kind: str) -> HttpResponse:
    card, made_at = queries.memo_card(memo_id, seen_by=request.actor), now()
    if kind == "docx":
        content, form = write_word(document_of(card, made_at=made_at)), WORD
    else:
        content = compile_pdf("web/clauses/wording/piece.typ", facts_of(card), made_at=made_at)
        form = "application/pdf"
    name = f"motif-{slugify(card.object)[:60]}.{kind}"
    return HttpResponse(
        content,
        content_type=form,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _chosen(asked: MemoAsked, said: str) -> Memo | None:
    return next((one for one in asked.grounds if one.ground.value == said), None)
