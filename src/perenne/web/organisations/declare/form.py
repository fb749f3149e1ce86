"""An organisation opens its space, with the account of its first administrator or without."""

from typing import Any

from django import forms

from perenne.web.organisations.identity import IdentityForm
from perenne.web.organisations.kinds import Way
from perenne.web.organisations.newcomers import MISSING, AccountForm

JOIN, COMPLETE = "join", "complete"
WHO = "Choisissez dans la liste ce qui vous ressemble le plus."


class DeclareForm(IdentityForm):
    """For somebody who is signed in."""

    sub_kind = forms.ChoiceField(label="Vous êtes")
    missing = IdentityForm.missing | {"sub_kind": WHO}

    def __init__(self, *answers: Any, way: Way, **more: Any) -> None:
        super().__init__(*answers, **more)
        self.way = way
        if way.choices:
            field = self.fields["sub_kind"]
            field.label = way.question
            field.choices = [("", "Choisissez"), *way.choices]  # type: ignore[attr-defined]
        else:
            del self.fields["sub_kind"]

    def made_with(self) -> dict[str, Any]:
        return {"way": self.way}

    def only_to_join(self) -> None:
        """The organisation is known: nothing is asked of it but its number."""
        for name in ("name", "sub_kind"):
            if name in self.fields:
                self.fields[name].required = False


class DeclareAsNewcomerForm(DeclareForm, AccountForm):
    """For a visitor: the account is opened in the same step."""

    missing = DeclareForm.missing | MISSING
    field_order = ("siret", "name", "address", "commune", "sub_kind")
