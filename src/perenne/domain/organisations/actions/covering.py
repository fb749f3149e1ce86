"""Which places a facilitator answers for."""

from django.db import transaction

from perenne.domain.organisations.models import Coverage


@transaction.atomic
def cover(*, facilitator_id: int, epci: str | None = None, commune: str | None = None,
          department: str = "") -> None:  # fmt: skip
    """Say that a facilitator answers for one commune, one EPCI or one department."""
    Coverage.objects.get_or_create(
        facilitator_id=facilitator_id, epci_id=epci, commune_id=commune, department_code=department
    )
