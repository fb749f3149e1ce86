"""A person is erased: names, contact and situation go; what was counted stays without them."""

from django.db import transaction
from django.db.models import DateField
from django.db.models.functions import Cast, Now

from perenne.domain.participants.models import (
    EligibilityFile,
    FileLink,
    Participant,
    PersonalLink,
    ProofSeen,
)
from perenne.kit.actors import Actor
from perenne.kit.files.keeping import forget
from perenne.kit.journal.writing import record
from perenne.kit.privacy.classes import Rows

EMPTY = {
    "first_name": "", "last_name": "", "folded_name": "", "born_on": None, "sex": "",
    "email": "", "phone": "", "commune": None,
}  # fmt: skip


@transaction.atomic
def forget_participants(rows: Rows, *, by: Actor) -> int:
    """Those past their last day, or those who asked; those merged into them go with them."""
    asked = list(rows.values_list("pk", flat=True))
    every = Participant.objects.filter(pk__in=asked) | Participant.objects.filter(
        merged_into_id__in=asked
    )
    gone = list(every.order_by("pk").select_for_update(of=("self",), no_key=True))
    ids = [row.pk for row in gone]
    files = EligibilityFile.objects.filter(participant_id__in=ids)
    files.update(situation={}, claimed=[], lacking=[])
    files.exclude(reason="").update(reason="Motif effacé.")
    proofs = ProofSeen.objects.filter(file__participant_id__in=ids)
    copies = [copy for copy in proofs.values_list("copy_id", flat=True) if copy]
    proofs.delete()
    for copy in copies:
        forget(copy)
    PersonalLink.objects.filter(participant_id__in=ids).delete()
    FileLink.objects.filter(file__participant_id__in=ids).delete()
    Participant.objects.filter(pk__in=ids).update(**EMPTY, erased_on=Cast(Now(), DateField()))
    for row in gone:
        record("participant.forget", row, by=by)
    return len(gone)
