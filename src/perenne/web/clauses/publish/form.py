"""The day on which a consultation is published."""

from perenne.web.design.forms import Form, FrenchDateField


class PublishForm(Form):
    on = FrenchDateField(label="Jour de la publication")
    missing = {"on": "Indiquez le jour de la publication."}
