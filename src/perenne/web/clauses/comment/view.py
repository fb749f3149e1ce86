"""Commenting a clause: a new thread, an answer, a thread that is over."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.clauses.comment.form import AnswerForm, CommentForm


@page(act="clause.comment")
def comment(request: Visit, clause_id: int) -> HttpResponse:
    form = CommentForm(request.POST or None, initial={"piece": request.GET.get("piece", "")})
    return _said(request, clause_id, form, actions.comment_clause)


@page(act="clause.comment")
def answer(request: Visit, clause_id: int, thread_id: int) -> HttpResponse:
    found = queries.threads_of(clause_id, seen_by=request.actor)
    thread = next((one for one in found if one.first.id == thread_id), None)
    if thread is None:
        raise NotFound(thread_id)
    form = AnswerForm(request.POST or None)
    return _said(request, clause_id, form, actions.answer_comment, thread=thread)


@page(act="clause.comment")
@require_POST
def resolve(request: Visit, clause_id: int, thread_id: int) -> HttpResponse:
    queries.clause_card(clause_id, seen_by=request.actor)
    try:
        actions.resolve_comment(
            clause_id=clause_id, thread_id=thread_id, by=request.actor, on=localdate()
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_comments(clause_id))


def _said(
    request: Visit, clause_id: int, form: AnswerForm, act: Callable[..., int], thread: Any = None
) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor)
    if form.is_valid():
        where = {"thread_id": thread.first.id} if thread else {"piece": form.cleaned_data["piece"]}
        try:
            text = form.cleaned_data["text"]
            act(clause_id=clause_id, text=text, by=request.actor, **where)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Votre commentaire est envoyé.")
            return redirect(_comments(clause_id))
    context = {"clause": clause, "form": form, "thread": thread}
    return render(request, "clauses/comment/page.html", context)


def _comments(clause_id: int) -> str:
    return reverse("clauses:show", args=[clause_id]) + "?vue=commentaires"
