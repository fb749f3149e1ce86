"""To which address one writes, so that somebody of an organisation answers."""

from perenne.domain.organisations.models import Organisation, Seat


def mailbox_of(organisation_id: int) -> str:
    """Its own address, else its first administrator’s; "" when nobody is there."""
    own = Organisation.objects.filter(pk=organisation_id).values_list("email", flat=True).first()
    if own:
        return own
    seats = Seat.objects.filter(
        organisation_id=organisation_id, is_admin=True, person__is_active=True
    )
    return seats.order_by("pk").values_list("person__email", flat=True).first() or ""
