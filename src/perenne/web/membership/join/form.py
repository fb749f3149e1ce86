"""Who one is, and the charter."""

from django import forms

from perenne.domain.membership.queries import CURRENT
from perenne.kit.actors import Role
from perenne.web.design.fields import offer
from perenne.web.design.forms import Form
from perenne.web.organisations.identity import IdentityForm
from perenne.web.organisations.kinds import grouped, parted
from perenne.web.organisations.newcomers import MISSING, AccountForm

COMPLETE, JOIN = "complete", "join"
SAID = {"charter": "Cochez cette case pour adhérer : la charte est ce qui lie les membres."}


class CharterForm(Form):
    """For the administrator of an organisation that has a space: one box, one click."""

    charter = forms.BooleanField(label="J’accepte la charte au nom de mon organisme")
    charter_version = forms.CharField(
        required=False, widget=forms.HiddenInput, initial=CURRENT.version
    )
    missing = SAID


class AdhesionForm(CharterForm, AccountForm, IdentityForm):
    """For a visitor: account, organisation and adhesion in one page."""

    kind = forms.ChoiceField(label="Vous êtes")
    missing = (
        IdentityForm.missing
        | MISSING
        | SAID
        | {"kind": "Choisissez dans la liste ce qui vous ressemble le plus."}
    )

    def __init__(self, *answers: object, **more: object) -> None:
        super().__init__(*answers, **more)
        offer(self, "kind", [("", "Choisissez"), *grouped()])

    field_order = ("kind", "siret", "name", "address", "commune", "full_name", "email")

    def only_to_join(self) -> None:
        """Their organisation has a space: they ask for a seat there, and it decides to adhere."""
        for name in ("name", "kind", "charter"):
            self.fields[name].required = False

    @property
    def role(self) -> Role:
        return parted(self.cleaned_data["kind"])[0]

    @property
    def sub_kind(self) -> str:
        return parted(self.cleaned_data["kind"])[1]
