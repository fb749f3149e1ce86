"""Fields that read what French people type, and give the values of the house.

Each keeps the text as it was typed when it cannot be read, so that nobody types it twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from perenne.values import Euros, Hours, Share
from perenne.web.design.looks import Look
from perenne.web.design.numbers import read_minutes, read_number, write_number

LARGEST = Decimal(10) ** 12
TYPED_DATES = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %m %Y", "%d/%m/%y", "%Y-%m-%d")


class FrenchDecimalField(forms.Field):
    """A number typed in French, as a `Decimal`; `decimals` digits at most after the comma."""

    default_error_messages: ClassVar = {
        "invalid": "Écrivez un nombre en chiffres, par exemple 1\u202f200,50.",
        "decimals": "Écrivez au plus %(limit_value)s chiffres après la virgule.",
        "min_value": "Indiquez un nombre supérieur ou égal à %(limit_value)s.",
        "max_value": "Indiquez un nombre inférieur ou égal à %(limit_value)s.",
    }
    look = Look(width="short")

    def __init__(
        self,
        *,
        decimals: int = 2,
        min_value: Decimal | int | None = 0,
        max_value: Decimal | int | None = None,
        **kwargs: Any,
    ) -> None:
        self.decimals = decimals
        self.min_value = None if min_value is None else Decimal(min_value)
        self.max_value = LARGEST if max_value is None else Decimal(max_value)
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            number = read_number(str(value))
        except ValueError:
            raise self._error("invalid") from None
        return self.within_bounds(number)

    def within_bounds(self, number: Decimal) -> Decimal:
        """The same number; ValidationError, in French, when it is out of bounds."""
        if number != round(number, self.decimals):
            raise self._error("decimals", self.decimals)
        if self.min_value is not None and number < self.min_value:
            raise self._error("min_value", write_number(self.min_value))
        if number > self.max_value:
            raise self._error("max_value", write_number(self.max_value))
        return number

    def prepare_value(self, value: Any) -> Any:
        return write_number(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != self.to_python(self.prepare_value(initial)))
        except ValidationError:
            return True

    def _error(self, code: str, limit_value: object = None) -> ValidationError:
        return ValidationError(
            self.error_messages[code], code=code, params={"limit_value": limit_value}
        )


class EurosField(FrenchDecimalField):
    """An amount typed in French, as `Euros`. Bounds are in euros."""

    default_error_messages: ClassVar = {
        "invalid": "Écrivez un montant en euros, par exemple 1\u202f200,50.",
        "decimals": "Écrivez le montant au centime près : deux chiffres après la virgule.",
        "min_value": "Indiquez un montant d’au moins %(limit_value)s\u00a0€.",
        "max_value": "Indiquez un montant d’au plus %(limit_value)s\u00a0€.",
    }
    look = Look(suffix="€", width="short")

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        return None if number is None else Euros.of(number)

    def prepare_value(self, value: Any) -> Any:
        return str(value).removesuffix("\u00a0€") if isinstance(value, Euros) else value


class PercentField(FrenchDecimalField):
    """A percentage typed in French, as a `Share`; from 0 to 100 unless said otherwise."""

    default_error_messages: ClassVar = {
        "invalid": "Écrivez un pourcentage en chiffres, par exemple 7,5.",
        "min_value": "Indiquez un pourcentage d’au moins %(limit_value)s\u00a0%%.",
        "max_value": "Indiquez un pourcentage d’au plus %(limit_value)s\u00a0%%.",
    }
    look = Look(suffix="%", width="figure")

    def __init__(self, *, max_value: Decimal | int = 100, **kwargs: Any) -> None:
        super().__init__(max_value=max_value, **kwargs)

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        return None if number is None else Share.percent(number)

    def prepare_value(self, value: Any) -> Any:
        return write_number(value.as_percent) if isinstance(value, Share) else value


class HoursField(FrenchDecimalField):
    """Hours typed as « 35,5 », « 35 h 30 » or « 35:30 », as `Hours`. Bounds are in hours."""

    default_error_messages: ClassVar = {
        "invalid": "Écrivez un nombre d’heures, par exemple 35 ou 35\u00a0h\u00a030.",
        "min_value": "Indiquez au moins %(limit_value)s\u00a0h.",
        "max_value": "Indiquez au plus %(limit_value)s\u00a0h.",
    }
    look = Look(suffix="h", width="figure")

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            hours = Hours(read_minutes(str(value)))
        except ValueError:
            raise self._error("invalid") from None
        if self.min_value is not None and hours < Hours.of(self.min_value):
            raise self._error("min_value", write_number(self.min_value))
        if hours > Hours.of(self.max_value):
            raise self._error("max_value", write_number(self.max_value))
        return hours

    def prepare_value(self, value: Any) -> Any:
        return str(value).removesuffix("\u00a0h") if isinstance(value, Hours) else value


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, as a list; what they hold is looked at by the action."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list) else [data] if data else []
        if not given:
            super().clean(None, initial)
        return [super(FilesField, self).clean(one, initial) for one in given]


class FrenchDateField(forms.DateField):
    """A day typed as 27/03/2027 (dots, dashes and two-digit years are forgiven)."""

    look = Look(width="short")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "Par exemple 27/03/2027")
        kwargs.setdefault("input_formats", TYPED_DATES)
        kwargs.setdefault(
            "widget", forms.DateInput(format="%d/%m/%Y", attrs={"inputmode": "numeric"})
        )
        super().__init__(**kwargs)


def offer(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """What a list of this form proposes, where the request decides. TypeError for another field."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    field.choices = list(choices)
