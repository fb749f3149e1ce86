"""Promises are of organisations: nobody’s name is here."""

from perenne.domain.promises.models import PromiseSeen
from perenne.kit.privacy import nobody_in

nobody_in(
    PromiseSeen,
    plain=["id", "committee", "structure", "facilitator", "minutes_per_month", "seen_on"],
)
