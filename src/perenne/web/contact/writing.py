"""What every form of contact does: keeps what is typed, then sends it once, and never loses it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import time
from uuid import UUID

from allauth.core.ratelimit import consume
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now

from perenne.domain.enquiries import actions, queries
from perenne.domain.enquiries.actions import Marks
from perenne.domain.enquiries.queries import DraftCard
from perenne.domain.enquiries.states import EnquiryKind
from perenne.domain.programming.queries import open_purchases
from perenne.kit.files.uses import Use
from perenne.kit.pages import Visit, with_key
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL
from perenne.rules.retention.spans import ENQUIRY_MONTHS
from perenne.web.contact.letters import LetterForm

TRAP, OPENED = "website", "opened"
SALT = "contact.opened"
KEEP, FORGET, REMOVE = "keep", "forget", "remove:"
TOO_MANY = (
    "Beaucoup de messages viennent de votre connexion en peu de temps. Votre texte est gardé ici : "
    "envoyez-le dans une heure, ou téléphonez."
)


@dataclass(frozen=True, slots=True)
class Writing:
    """One of the forms: its kind, its fields, its template, the place that it is about."""

    kind: EnquiryKind
    form: type[LetterForm]
    template: str
    place: str = ""
    context: Mapping[str, object] = field(default_factory=dict)
    initial: Mapping[str, str] = field(default_factory=dict)


def written(request: Visit, writing: Writing) -> HttpResponse:
    if request.method != "POST":
        draft = queries.draft_of(writing.kind, by=request.actor)
        form = writing.form(initial={**writing.initial, **_known(request), **draft.typed})
        return _shown(request, writing, form, draft)
    with_key(request)
    act = request.POST.get("act", "")
    if act == FORGET:
        return _forgotten(request, writing)
    if act == KEEP:
        return _kept(request, writing)
    if act.startswith(REMOVE):
        return _without_a_file(request, writing, act.removeprefix(REMOVE))
    return _sent(request, writing)


def opened_mark(at: float | None = None) -> str:
    """When the form was first shown, signed: it goes with the form until it is sent."""
    return signing.dumps(time() if at is None else at, salt=SALT)


def marks_in(posted: Mapping[str, str]) -> Marks:
    try:
        seconds: float | None = time() - float(signing.loads(posted.get(OPENED, ""), salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        seconds = None
    return Marks(posted.get(TRAP, ""), seconds)


def _known(request: Visit) -> dict[str, str]:
    """What is known of who is signed in, for a form that nothing was typed in yet."""
    if request.actor.person_id is None:
        return {}
    known = {name: str(getattr(request.user, name)) for name in ("full_name", "email", "phone")}
    return known | {"organisation": request.seat.organisation if request.seat else ""}


def _sent(request: Visit, writing: Writing) -> HttpResponse:
    form = writing.form(request.POST, request.FILES)
    form.full_clean()
    files = request.FILES.getlist("enclosures")
    if files and (draft_id := _keep_what_was_typed(request, writing, form)):
        _attach(request, form, draft_id)
    if form.is_valid():
        try:
            return redirect("contact:follow", queries.key_of(_send(request, writing, form)))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    _keep_what_was_typed(request, writing, form)
    return _shown(request, writing, form, queries.draft_of(writing.kind, by=request.actor))


def _send(request: Visit, writing: Writing, form: LetterForm) -> int:
    if not consume(request, action="enquiry"):
        raise Refused(TOO_MANY)
    return actions.send_enquiry(
        form.letter(writing.kind, writing.place),
        marks=marks_in(request.POST),
        by=request.actor,
        now=now(),
        today=localdate(),
        loads=open_purchases(),
    )


def _keep_what_was_typed(request: Visit, writing: Writing, form: LetterForm) -> int | None:
    """Its draft; None when there is nothing to keep, or too much from one connection."""
    typed = {name: request.POST.get(name, "") for name in form.typed_names}
    is_empty = not any(said.strip() for said in typed.values()) and not request.FILES
    if is_empty or not consume(request, action="enquiry_draft"):
        return None
    return actions.keep_draft(kind=writing.kind, typed=typed, by=request.actor, today=localdate())


def _attach(request: Visit, form: LetterForm, draft_id: int) -> None:
    """Each on its own: one that is refused takes none of the others with it."""
    for given in request.FILES.getlist("enclosures"):
        content = given.read(Use.DOCUMENT.bounds.file_bytes + 1)
        file = actions.SentFile(content, given.name or "fichier", given.content_type or "")
        try:
            actions.attach_file(draft_id=draft_id, file=file, by=request.actor, today=localdate())
        except Refused as refusal:
            form.add_error("enclosures", f"« {file.name} » : {refusal}")


def _kept(request: Visit, writing: Writing) -> HttpResponse:
    """Asked for by its button, or by the page itself when a field is left."""
    form = writing.form(request.POST)
    is_kept = _keep_what_was_typed(request, writing, form) is not None
    if request.htmx:
        context = {"is_kept": is_kept, "at": now()}
        return render(request, "contact/kept.html", context)
    return redirect(request.path)


def _forgotten(request: Visit, writing: Writing) -> HttpResponse:
    draft = queries.draft_of(writing.kind, by=request.actor)
    if draft.id:
        actions.forget_draft(draft_id=draft.id, by=request.actor)
    return redirect(request.path)


def _without_a_file(request: Visit, writing: Writing, asked: str) -> HttpResponse:
    draft = queries.draft_of(writing.kind, by=request.actor)
    held = next((file for file in draft.files if str(file.id) == asked), None)
    if draft.id and held:
        actions.detach_file(draft_id=draft.id, file_id=UUID(asked), by=request.actor)
    form = writing.form(request.POST)
    _keep_what_was_typed(request, writing, form)
    return redirect(request.path)


def _shown(request: Visit, writing: Writing, form: LetterForm, draft: DraftCard) -> HttpResponse:
    known = marks_in(request.POST).seconds is not None
    context = {
        "form": form,
        "draft": draft,
        "opened": request.POST[OPENED] if known else opened_mark(),
        "months": USUAL.of(ENQUIRY_MONTHS),
        "asks_consent": writing.kind.needs_consent,
        "frame": "design/desk.html" if request.seat else "design/site.html",
        **writing.context,
    }
    return render(request, writing.template, context)
