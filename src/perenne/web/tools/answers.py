"""Forms whose answers live in the address: nothing is kept, and a link says it all again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.http import HttpResponseRedirect, QueryDict

from perenne.web.design.forms import Form, FrenchDecimalField, Look

LONGEST_LINE = 150
LONGEST_ADDRESS = 1_900  # browsers and servers follow no longer one


class AddressForm(Form):
    """`in_address` gives the French name that each field has in the address."""

    in_address: ClassVar[Mapping[str, str]] = {}

    def add_prefix(self, field_name: str) -> str:
        return self.in_address.get(field_name, field_name)

    @property
    def said(self) -> str:
        """What was typed, as the end of an address; what was left empty is left out."""
        names = map(self.add_prefix, self.fields)
        typed = [(name, str(self.data.get(name) or "").strip()) for name in names]
        return urlencode([(name, value) for name, value in typed if value])


Answers = TypeVar("Answers", bound=AddressForm)


def read(form: type[Answers], query: QueryDict) -> Answers:
    """What the address says; checked as soon as it holds all that must be answered.

    A link may also fill in a part of the form: nothing is wrong yet.
    """
    names = form.in_address
    asked = [names.get(name, name) for name, field in form.base_fields.items() if field.required]
    typed = {name: query.get(names.get(name, name), "") for name in form.base_fields}
    if all(name in query for name in asked):
        return form({names.get(name, name): value for name, value in typed.items()})
    return form(initial={name: value for name, value in typed.items() if value})


def link_to(path: str, said: str) -> str:
    """The whole address, to be sent to somebody."""
    return f"{settings.ADDRESS}{path}{'?' if said else ''}{said}"


def back_to(page: str, query: QueryDict) -> HttpResponseRedirect:
    """The page where these answers are typed, which says what is wrong with them."""
    said = query.urlencode()
    if not said or len(said) > LONGEST_ADDRESS:
        return HttpResponseRedirect(page)
    return HttpResponseRedirect(f"{page}?{said}")


class LineField(forms.CharField):
    """A name or an object, on one line; every run of spaces counts for one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST_LINE)
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)  # too long is told, not cut off in silence

    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value) or "").split())


class WholeNumberField(FrenchDecimalField):
    """A whole number, in plain figures."""

    default_error_messages: ClassVar = {
        "invalid": "Écrivez un nombre entier en chiffres, par exemple 12.",
        "decimals": "Écrivez un nombre entier, sans virgule.",
    }
    look = Look(width="figure")

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(decimals=0, **kwargs)

    def to_python(self, value: Any) -> Any:
        number = super().to_python(value)
        return None if number is None else int(number)


def months_field(**kwargs: Any) -> WholeNumberField:
    """How long a contract lasts, in months."""
    return WholeNumberField(min_value=1, max_value=240, **kwargs)
