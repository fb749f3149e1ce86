"""A text is written here: saved as a new version, looked at, published, taken back."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.library import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.library.preview import preview_of
from perenne.web.library.writing import TextForm, as_kept
from perenne.web.site.addresses import address
from perenne.web.site.texts import words


class EditForm(TextForm):
    base = forms.IntegerField(widget=forms.HiddenInput)


@page(act="text.write")
def edit(request: Visit, text_id: int) -> HttpResponse:
    """« Aperçu » shows what is typed and keeps nothing; « Enregistrer » adds a version."""
    text = queries.text_to_edit(text_id, seen_by=request.actor)
    initial = {**as_kept(text.said), "base": text.last_number}
    form = EditForm(request.POST or None, initial=initial)
    looks = request.POST.get("act") == "preview"
    if form.is_valid() and not looks:
        try:
            actions.write_text(
                text_id=text_id,
                base=form.cleaned_data["base"],
                said=form.said(),
                by=request.actor,
            )
        except Refused as refusal:
            form.add_error("body", str(refusal))
        else:
            messages.success(request, "Votre version est enregistrée. Publiez-la pour la montrer.")
            return redirect("library:edit", text_id)
    return render(request, "library/edit/page.html", _context(form, text, looks=looks))


def _context(form: EditForm, text: queries.EditedText, *, looks: bool) -> dict[str, object]:
    typed = form["body"].value() if looks else text.said.body
    return {
        "form": form,
        "text": text,
        "url": address(text.kind, text.section, text.slug),
        "is_ahead": text.shown_number != text.last_number,
        "looks": looks,
        "pieces": preview_of(str(typed or ""), words()),
        "title": form["title"].value() if looks else text.said.title,
    }


@require_POST
@page(act="text.publish")
def publish(request: Visit, text_id: int) -> HttpResponse:
    text = queries.text_to_edit(text_id, seen_by=request.actor)
    read = request.POST.get("number", "")
    number = int(read) if read.isdecimal() and len(read) < 9 else 0
    try:
        actions.publish_text(text_id=text.id, number=number, by=request.actor, on=localdate())
    except Refused as refusal:
        return _told(request, text_id, refusal)
    return _told(request, text_id, "Ce texte est publié.")


@require_POST
@page(act="text.withdraw")
def withdraw(request: Visit, text_id: int) -> HttpResponse:
    text = queries.text_to_edit(text_id, seen_by=request.actor)
    try:
        actions.withdraw_text(text_id=text.id, by=request.actor)
    except Refused as refusal:
        return _told(request, text_id, refusal)
    return _told(request, text_id, "Ce texte n’est plus montré. Ses versions sont gardées.")


@require_POST
@page(act="text.restore")
def restore(request: Visit, text_id: int) -> HttpResponse:
    text = queries.text_to_edit(text_id, seen_by=request.actor)
    try:
        actions.restore_text(text_id=text.id, by=request.actor)
    except Refused as refusal:
        return _told(request, text_id, refusal)
    return _told(request, text_id, "Le texte d’origine est revenu. Publiez-le pour le montrer.")


def _told(request: HttpRequest, text_id: int, said: str | Refused) -> HttpResponse:
    level = messages.WARNING if isinstance(said, Refused) else messages.SUCCESS
    messages.add_message(request, level, str(said))
    return redirect("library:edit", text_id)
