"""Choosing the legal basis and the terms of a clause, with what speaks for and against each."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from perenne.domain.clauses import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.calibrate.view import STEPS
from perenne.web.clauses.word.answers import as_kept, terms_in
from perenne.web.clauses.word.form import ASKED, TermsForm


@page(act="clause.word")
def word(request: Visit, clause_id: int) -> HttpResponse:
    clause = queries.clause_card(clause_id, seen_by=request.actor, act=request.act)
    decision = queries.basis_decision(clause)
    initial = as_kept(clause, decision)
    form = TermsForm(request.POST or None, initial=initial, decision=decision)
    if form.is_valid():
        try:
            seen, terms = form.cleaned_data["seen"], terms_in(form)
            actions.word_clause(clause_id=clause_id, terms=terms, by=request.actor, seen=seen)
        except (Refused, ValueError) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La clause est rédigée ; l’acheteur peut la lire.")
            return redirect(reverse("clauses:show", args=[clause_id]) + "?vue=textes")
    context = {
        "clause": clause,
        "form": form,
        "asked": [form[name] for name in ASKED],
        "labels": STEPS,
    }
    return render(request, "clauses/word/page.html", context)
