"""Several files in one sending: each table a programme, each document kept beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from perenne.domain.programming.actions.receiving import SentFile, receive_programme
from perenne.domain.programming.actions.sending import Newcomer, become_buyer, send_programme
from perenne.domain.programming.models import Bundle, Enclosure, Programme
from perenne.domain.programming.policy import BUNDLES
from perenne.domain.programming.states import ProgrammeState
from perenne.kit.actors import Actor, Role
from perenne.kit.files.giving import GivenFile, give
from perenne.kit.files.keeping import forget, store
from perenne.kit.files.receiving import CONDEMNED, Received, receive
from perenne.kit.files.uses import Kind, Use
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.needs import BuyerKind

MOST_FILES = 10
DOCUMENTS = (Kind.PDF, Kind.DOCX, Kind.ODT)
TABLES = {kind.value for kind in Use.PROGRAMME.kinds}
TOO_MANY = f"Déposez {MOST_FILES} fichiers au plus à la fois ; les autres, ensuite, au même envoi."


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of each file: nothing that was received is thrown away for another’s fault."""

    programmes: tuple[UUID, ...]
    bundle_id: UUID | None
    """None when one table came alone, or nothing was kept."""
    refused: tuple[str, ...]
    """A sentence in French for each file that was not kept."""


def receive_files(
    files: Sequence[SentFile],
    *,
    buyer_kind: BuyerKind,
    by: Actor,
    today: date,
    bundle_id: UUID | None = None,
) -> Receipt:
    """`bundle_id`: the sending that they join. Refused, as a whole, only when they are too many."""
    if len(files) > MOST_FILES:
        raise Refused(TOO_MANY)
    programmes, documents, refused = [], [], []
    for file in files:
        try:
            title = file.name.rsplit(".", 1)[0]
            programme_id = receive_programme(
                file, title=title, buyer_kind=buyer_kind, by=by, today=today
            )
            programmes.append(programme_id)
        except Refused as no_table:
            kept = _as_document(file, str(no_table))
            if isinstance(kept, Received):
                documents.append(kept)
            else:
                refused.append(kept if len(files) == 1 else f"« {file.name} » : {kept}")
    if documents or len(programmes) > 1 or (bundle_id and programmes):
        bundle_id = _bundle(programmes, documents, bundle_id, buyer_kind, by, today)
    return Receipt(tuple(programmes), bundle_id, tuple(refused))


@transaction.atomic
def send_bundle(*, bundle_id: UUID, by: Actor, today: date) -> None:
    """Every programme of it that is ready; Refused while one of them still asks something."""
    bundle = BUNDLES.take("bundle.send", by, bundle_id)
    if by.role is not Role.BUYER:
        raise Refused("Dites d’abord qui vous êtes, pour que le facilitateur puisse vous répondre.")
    _refuse_unready(bundle)
    for programme_id in _drafts(bundle):
        send_programme(programme_id=programme_id, by=by, today=today)
    bundle.buyer_id, bundle.visitor_key = by.organisation_id, ""
    bundle.save(update_fields=["buyer", "visitor_key"])
    record("bundle.send", bundle, by=by)


@transaction.atomic
def send_bundle_as_new_buyer(
    *, bundle_id: UUID, newcomer: Newcomer, by: Actor, today: date
) -> Actor:
    """One account for all of it. Refused when address or organisation is known."""
    bundle = BUNDLES.take("bundle.send", by, bundle_id)
    _refuse_unready(bundle)
    buyer = become_buyer(newcomer, BuyerKind(bundle.buyer_kind), by)
    send_bundle(bundle_id=bundle_id, by=buyer, today=today)
    return buyer


def give_enclosure(*, bundle_id: UUID, file_id: UUID, by: Actor) -> GivenFile:
    """NotFound unless they see the sending; Refused when it is not to be served."""
    seen = BUNDLES.rows("bundle.view", by).filter(pk=bundle_id)
    if not Enclosure.objects.filter(bundle__in=seen, file_id=file_id).exists():
        raise NotFound(file_id)
    return give(file_id, by=by)


@transaction.atomic
def forget_bundles(*, by: Actor, before: date) -> None:
    """Those that nobody sent, once their programmes are gone, with the documents in them."""
    rows = BUNDLES.rows("bundle.forget", by).filter(received_on__lt=before, programmes=None)
    for bundle in list(rows.select_for_update(of=("self",), skip_locked=True)):
        drop_bundle(bundle, by)


def drop_bundle(bundle: Bundle, by: Actor) -> None:
    record("bundle.forget", bundle, by=by)
    held = list(bundle.enclosures.values_list("file_id", flat=True))
    bundle.delete()
    for file_id in held:
        forget(file_id)


def _as_document(file: SentFile, why: str) -> Received | str:
    """What is no table may be a document: looked at as one; else why it is refused."""
    if file.name.rpartition(".")[2].lower() in TABLES:
        return why  # they believe that it is a table: what is wrong with it is what helps
    try:
        received = receive(file.content, file.name, Use.DOCUMENT, file.declared)
    except Refused as no_document:
        condemned = str(no_document).startswith(CONDEMNED.split("(")[0])
        return str(no_document) if condemned else why
    return received if received.kind in DOCUMENTS else why


@transaction.atomic
def _bundle(
    programmes: Sequence[UUID],
    documents: Sequence[Received],
    bundle_id: UUID | None,
    buyer_kind: BuyerKind,
    by: Actor,
    today: date,
) -> UUID:
    if bundle_id is None:
        is_buyer = by.role is Role.BUYER
        bundle = Bundle.objects.create(
            buyer_id=by.organisation_id if is_buyer else None,
            visitor_key="" if is_buyer else by.visitor_key,
            buyer_kind=buyer_kind.value,
            received_on=today,
        )
    else:
        bundle = BUNDLES.take("bundle.receive", by, bundle_id)
    Programme.objects.filter(pk__in=programmes).update(bundle=bundle)
    for received in documents:
        Enclosure.objects.create(bundle=bundle, file=store(received))
    record("bundle.receive", bundle, by=by)
    return bundle.pk


def _drafts(bundle: Bundle) -> list[UUID]:
    drafts = bundle.programmes.filter(state=ProgrammeState.DRAFT).order_by("received_at", "pk")
    return list(drafts.values_list("pk", flat=True))


def _refuse_unready(bundle: Bundle) -> None:
    """Asked again once the row is locked: who waited for it saw it as it was before."""
    if not bundle.programmes.filter(state=ProgrammeState.DRAFT).exists():
        raise Refused("Cet envoi est déjà transmis : rechargez la page.")
    asking = (ProgrammeState.ASKING, ProgrammeState.READING)
    waiting = bundle.programmes.filter(state__in=asking).order_by("received_at", "pk").first()
    if waiting:
        raise Refused(
            f"« {waiting.title} » n’est pas encore prêt : ouvrez-le ci-dessus et répondez à ce "
            "qu’il demande, puis transmettez le tout."
        )
