"""The one question of the map: where? A commune, a postcode, an address, an intercommunalité."""

from django import forms
from django.http import QueryDict
from django.urls import reverse

from perenne.domain.territories.queries import Found, Gazetteer, places_for
from perenne.web.design.forms import Form, Look

UNKNOWN = (
    "Cette commune n’est pas reconnue ici : écrivez son nom entier, ou son code postal à cinq "
    "chiffres."
)


class SearchForm(Form):
    """`towards` names the page that the proposals made while typing lead to."""

    lieu = forms.CharField(
        label="Commune, code postal, adresse ou intercommunalité", max_length=200
    )
    missing = {"lieu": "Écrivez le nom d’une commune ou un code postal."}
    looks = {"lieu": Look(width="medium")}

    def __init__(self, data: QueryDict | None, towards: str) -> None:
        super().__init__(data if data is not None and "lieu" in data else None)
        self.fields["lieu"].widget.attrs |= {
            "hx-get": f"{reverse('coverage:suggest')}?vers={towards}",
            "hx-trigger": "input changed delay:250ms",
            "hx-target": "#propositions",
            "hx-sync": "this:replace",
        }

    def found_in(self, places: Gazetteer) -> Found:
        """What was typed may mean; when nothing does, the field says so."""
        found = places_for(self.cleaned_data["lieu"], places) if self.is_valid() else Found()
        if self.is_valid() and found.is_nothing:
            self.add_error("lieu", UNKNOWN)
        return found
