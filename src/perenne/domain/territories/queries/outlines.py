"""The outlines that are loaded, and a mark that changes when one of them does."""

from collections.abc import Iterable, Mapping

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import TextField, Value
from django.db.models.functions import MD5, Cast, Concat

from perenne.domain.territories.models import Outline
from perenne.domain.territories.queries.shapes import DEGREE, Ring, middle


def outlines_of(department_code: str) -> Mapping[str, tuple[Ring, ...]]:
    """INSEE code → rings; communes that have no outline are not there."""
    rows = Outline.objects.filter(commune__department_code=department_code)
    return {code: tuple(map(_ring, rings)) for code, rings in rows.values_list("pk", "rings")}


def centres_of(codes: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """INSEE code → latitude and longitude of its middle, in millionths of a degree."""
    rows = Outline.objects.filter(pk__in=codes).values_list("pk", "rings")
    unit = 1_000_000 // DEGREE
    found = {code: middle(map(_ring, rings)) for code, rings in rows}
    return {code: (y * unit, x * unit) for code, (x, y) in found.items()}


def outlines_mark(department_code: str) -> tuple[str, tuple[str, ...]]:
    """A text that no other set of outlines has, "" for none; and who drew them."""
    rows = Outline.objects.filter(commune__department_code=department_code)
    drawn = Concat(
        "commune_id", Value(" "), MD5(Cast("rings", TextField())), output_field=TextField()
    )
    found = rows.aggregate(
        mark=MD5(StringAgg(drawn, delimiter=" ", order_by="commune_id")),
        sources=StringAgg("source", delimiter="\n", distinct=True),
    )
    return found["mark"] or "", tuple((found["sources"] or "").splitlines())


def _ring(flat: list[int]) -> Ring:
    return tuple(zip(flat[::2], flat[1::2], strict=True))
