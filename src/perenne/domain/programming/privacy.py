"""A programme is its buyer's; who sent it, and the drafts of a visitor, are personal."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, UUIDField
from django.db.models.functions import Cast

from perenne.domain.programming.actions import forget_abandoned, forget_programme
from perenne.domain.programming.actions.bundling import drop_bundle
from perenne.domain.programming.models import (
    Bundle,
    Enclosure,
    ExceptionMemo,
    HeadingMemory,
    Pairing,
    PlannedPurchase,
    Programme,
    SourceLine,
)
from perenne.kit.actors import HOUSE
from perenne.kit.files.models import StoredFile
from perenne.kit.journal.models import Entry
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    Subject,
    also_found,
    blanked,
    classify,
    kept,
    mentioning,
    nobody_in,
)
from perenne.kit.privacy.classes import Rows
from perenne.rules.retention import RecordKind

PROGRAMMES = Processing(
    code="programmes",
    title="Programmations d’achats",
    purpose="Étudier les achats prévus et répondre à qui les transmet",
    basis=Basis.CONSENT,
    people="Les personnes qui transmettent une programmation ; celles qu’un fichier nommerait",
    recipients=("Le facilitateur du lieu de chaque achat", "La coordination"),
    security=("Fichiers lus dans un processus sans droits", "Brouillon lié à la seule session"),
)
WHY = "La programmation appartient à l’acheteur, qui en reste maître."
IN_THE_FILE = "La loi demande que ce motif écrit reste au dossier du marché."
SENT_BY = ("programme.receive", "programme.send")


def _sent_by(subject: Subject) -> Q:
    """What the journal says that they sent, and the drafts of their open sessions."""
    if subject.person_id is None:
        return Q(pk__in=[])
    acts = Entry.objects.filter(person_id=subject.person_id, act__in=SENT_BY)
    keys = [key for key in subject.sessions.values() if key]
    return Q(pk__in=acts.values(number=Cast("subject_id", UUIDField()))) | Q(
        visitor_key__in=keys, buyer=None
    )


def _files_sent_by(subject: Subject) -> Q:
    theirs = Programme.objects.filter(_sent_by(subject))
    beside = Enclosure.objects.filter(bundle__in=theirs.values("bundle"))
    return Q(pk__in=theirs.values("file_id")) | Q(pk__in=beside.values("file_id"))


def _erase(rows: Rows) -> int:
    """Drafts without a buyer go, with their files; what a buyer has, stays the buyer's."""
    drafts: Iterable[Programme] = rows.filter(buyer=None)
    for draft in drafts:
        forget_programme(programme_id=draft.pk, by=HOUSE)
    return rows.exclude(buyer=None).update(visitor_key="")


def _erase_bundles(rows: Rows) -> int:
    for bundle in rows.filter(buyer=None):
        drop_bundle(bundle, HOUSE)
    return rows.exclude(buyer=None).update(visitor_key="")


def _bundles_of(subject: Subject) -> Q:
    """As for programmes: those that the journal says they sent, and those of open sessions."""
    keys = [key for key in subject.sessions.values() if key]
    of_sessions = Q(visitor_key__in=keys, buyer=None)
    if subject.person_id is None:
        return of_sessions
    acts = Entry.objects.filter(person_id=subject.person_id, act="bundle.receive")
    return of_sessions | Q(pk__in=acts.values(number=Cast("subject_id", UUIDField())))


def _forget(_rows: Rows, today: date) -> int:
    return forget_abandoned(by=HOUSE, today=today)


classify(
    Programme,
    "Programmations que vous avez transmises",
    processing=PROGRAMMES,
    keeps=RecordKind.DRAFT,
    found=[_sent_by],
    personal={
        "title": kept(Category.FREE_TEXT, "Titre", why=WHY),
        "received_at": kept(Category.CONNECTION, "Reçue le", why=WHY),
        "visitor_key": blanked(Category.CREDENTIAL, "Clé du brouillon"),
    },
    plain=[
        "id", "committee", "buyer", "buyer_kind", "bundle", "file", "received_on", "state",
        "answers", "notes", "lines_total", "lines_read", "sent_on", "year", "version", "previous",
        "compared_on",
    ],
    expires=Expires(
        "last_change", "received_on", rows=lambda rows: rows.filter(buyer=None), dispose=_forget
    ),
    erase=_erase,
)  # fmt: skip
classify(
    SourceLine,
    "Lignes de fichier qui vous nomment",
    processing=PROGRAMMES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("cells")],
    personal={"cells": kept(Category.FREE_TEXT, "Cellules de la ligne", why=WHY)},
    plain=["id", "committee", "programme", "sheet", "number", "fate", "kind", "reason"],
)
classify(
    PlannedPurchase,
    "Achats prévus qui vous nomment",
    processing=PROGRAMMES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("object", "operation", "aside_reason")],
    personal={
        "object": kept(Category.FREE_TEXT, "Objet", why=WHY),
        "operation": kept(Category.FREE_TEXT, "Opération", why=WHY),
        "aside_reason": kept(Category.FREE_TEXT, "Motif de la mise à l’écart", why=WHY),
    },
    plain=[
        "id", "committee", "programme", "line", "state", "lot", "department", "amount_cents",
        "amount_high_cents", "whole_cents", "cpv", "months", "launch_on", "launch_text", "place",
        "contract_kind", "questions", "hypotheses", "commune", "facilitator", "routing_reason",
        "segment", "advice", "minutes", "duty", "basis", "next_on", "verdict", "reference",
        "stands_in_for", "is_discreet",
    ],
)  # fmt: skip
classify(
    ExceptionMemo,
    "Motifs d’exception qui vous nomment",
    processing=PROGRAMMES,
    keeps=RecordKind.CONTRACT_FILE,
    found=[mentioning("reason", "answers")],
    personal={
        "reason": kept(Category.FREE_TEXT, "Motif écrit", why=IN_THE_FILE),
        "answers": kept(Category.FREE_TEXT, "Faits énoncés", why=IN_THE_FILE),
    },
    plain=["id", "committee", "purchase", "ground", "content", "written_on", "ended_on"],
)
nobody_in(
    Pairing,
    plain=[
        "id", "committee", "programme", "before", "after", "fate", "points", "sureness", "reasons",
        "changes", "is_settled",
    ],
)  # fmt: skip
classify(
    Bundle,
    "Envois de plusieurs fichiers",
    processing=PROGRAMMES,
    keeps=RecordKind.DRAFT,
    found=[_bundles_of],
    personal={"visitor_key": blanked(Category.CREDENTIAL, "Clé du brouillon")},
    plain=["id", "committee", "buyer", "buyer_kind", "received_on"],
    erase=_erase_bundles,
)
nobody_in(Enclosure, plain=["id", "committee", "bundle", "file"])
nobody_in(HeadingMemory, plain=["id", "committee", "buyer", "heading", "column"])
also_found(StoredFile, _files_sent_by)
