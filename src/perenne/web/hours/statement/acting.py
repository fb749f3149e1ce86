"""What is done on a statement, the same at a desk and by a link; what was typed is kept first."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.timezone import now

from perenne.domain.hours import actions
from perenne.domain.hours.queries import StatementCard, statement_card
from perenne.domain.hours.queries.cards import slug_of
from perenne.kit.french.dates import written
from perenne.kit.pages import Visit
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.french import month_in_full, of_month
from perenne.rules.hours import HOUR_KINDS, CountingTerms, Entry, HourKind
from perenne.rules.practice import USUAL
from perenne.values import Hours
from perenne.web.hours.statement.form import StatementForm
from perenne.web.hours.way import Way

KEEP, COPY, DECLARE, ADD, DAYS = "keep", "copy", "declare", "add:", "days:"
KEPT = "Le brouillon est gardé. Rien n’est déclaré tant que vous n’avez pas pressé « Déclarer »."
COPIED = "Les heures du mois dernier sont reprises. Vérifiez-les, puis déclarez."
NIL = "Le mois est déclaré : aucune heure."
BACK = "Le relevé est repris : corrigez-le, puis déclarez-le de nouveau."
ANY = CountingTerms(due=Hours.of(1_000), admits=frozenset(HourKind))


def shown(request: Visit, way: Way) -> HttpResponse:
    """The month; sent, whatever its button asks, once what was typed is kept."""
    card = statement_card(way.statement_id, seen_by=way.actor)
    form = StatementForm(request.POST if request.method == "POST" else None, card=card)
    if request.method == "POST":
        try:
            actions.keep_draft(statement_id=card.id, lines=form.typed(), by=way.actor)
            answer = _answered(request, way, card, form)
        except actions.LinesRefused as refusal:
            form.tell(refusal.faults)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if answer is not None:
                return answer
    return render(request, "hours/statement/page.html", _context(way, card, form))


def nothing_declared(request: Visit, way: Way) -> HttpResponse:
    """For one commitment or for all; by a button and never by the link itself."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    card = statement_card(way.statement_id, seen_by=way.actor)
    asked = request.POST.get("sheet", "")
    theirs = {str(sheet.id): sheet.id for sheet in card.sheets}
    if asked and asked not in theirs:
        raise NotFound(asked)
    moment = now()
    try:
        if card.open_sheets:
            form = StatementForm(request.POST, card=card)
            actions.keep_draft(statement_id=card.id, lines=form.typed(), by=way.actor)
        if asked:
            actions.declare_nothing(sheet_id=theirs[asked], by=way.actor, now=moment)
        else:
            actions.declare_nothing_at_all(statement_id=card.id, by=way.actor, now=moment)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, NIL)
    return redirect(way.here)


def taken_back(request: Visit, way: Way) -> HttpResponse:
    """One sheet, or all of those that nobody validated."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    card = statement_card(way.statement_id, seen_by=way.actor)
    asked = request.POST.get("sheet", "")
    wanted = [one for one in card.sheets if one.may_be_taken_back and asked in ("", str(one.id))]
    try:
        if not wanted:
            raise Refused("Ce relevé ne se reprend plus : le facilitateur l’a validé.")
        for sheet in wanted:
            actions.take_sheet_back(sheet_id=sheet.id, by=way.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, BACK)
    return redirect(way.here)


def _answered(
    request: Visit, way: Way, card: StatementCard, form: StatementForm
) -> HttpResponse | None:
    """None when the form is not right: it is shown again."""
    act = request.POST.get("act", "")
    if act == KEEP and request.htmx:
        return render(request, "hours/statement/kept.html", {"total": form.total, "at": now()})
    if act == DECLARE:
        if not form.is_valid():
            return None
        said = form.said()
        actions.declare_month(statement_id=card.id, lines=said, by=way.actor, now=now())
        messages.success(request, _declared(card, form))
    elif act == COPY:
        actions.copy_last_month(statement_id=card.id, by=way.actor)
        messages.success(request, COPIED)
    elif act.startswith((ADD, DAYS)):
        return _another_line(request, way, card, act)
    else:
        messages.info(request, KEPT)
    return redirect(way.here)


def _another_line(request: Visit, way: Way, card: StatementCard, act: str) -> HttpResponse:
    """Of another kind, or day by day: for a person and a kind chosen under the crew."""
    verb, _, sheet = act.partition(":")
    chosen = request.POST.get(f"person-{sheet}", "")
    hiring_id = next((one.hiring_id for one in card.lines if str(one.hiring_id) == chosen), None)
    kind = next((one for one in KINDS if slug_of(one) == request.POST.get(f"kind-{sheet}")),
                HourKind.WORK)  # fmt: skip
    if hiring_id is None:
        raise Refused("Choisissez une personne dans la liste.")
    if f"{verb}:" == DAYS:
        return redirect(way.days(hiring_id, slug_of(kind)))
    line = actions.TypedLine(hiring_id, kind, "")
    if not any((one.hiring_id, one.kind) == (hiring_id, kind) for one in card.lines):
        actions.keep_draft(statement_id=card.id, lines=[line], by=way.actor)
    return redirect(f"{way.here}#id_h-{hiring_id}-{slug_of(kind)}")


def _declared(card: StatementCard, form: StatementForm) -> str:
    sheets = len(card.open_sheets)
    where = "" if sheets == 1 else f", pour {sheets} marchés"
    return f"Le mois est déclaré : {form.total}{where}."


def _lede(card: StatementCard) -> str:
    if not card.open_sheets:
        return ""
    return f"À déclarer au plus tard le {written(card.due_on)}."


def _context(way: Way, card: StatementCard, form: StatementForm) -> dict[str, object]:
    return {
        "way": way,
        "frame": way.frame,
        "card": card,
        "form": form,
        "parts": form.parts,
        "closed": [sheet for sheet in card.sheets if not sheet.is_open],
        "month": month_in_full(card.month),
        "title": f"Heures {of_month(card.month)}",
        "lede": _lede(card),
        "kinds": [(slug_of(kind), HOUR_KINDS[kind].label) for kind in KINDS],
    }


def _may_count(kind: HourKind) -> bool:
    entry = Entry(0, kind, Hours(60), led_to_hiring=True)
    return HOUR_KINDS[kind].asks(entry, ANY, USUAL).counts


KINDS = tuple(kind for kind in HourKind if _may_count(kind))
"""Those that some clause may count: nobody is invited to type the others."""
