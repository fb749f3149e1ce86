"""The days of a notification, and the hours when a lot has several awardees."""

from perenne.web.design.forms import Form, FrenchDateField, HoursField


class StartForm(Form):
    notified_on = FrenchDateField(label="Marché notifié le")
    starts_on = FrenchDateField(label="Exécution à partir du")
    due = HoursField(
        label="Heures de ce marché, si le lot a plusieurs titulaires",
        required=False,
        min_value=1,
        help_text="Sans réponse : la part du volume de la clause, au prorata des montants.",
    )
    missing = {
        "notified_on": "Indiquez le jour de la notification.",
        "starts_on": "Indiquez le premier jour d’exécution.",
    }
