from perenne.web.design.forms import Form, FrenchDateField


class KickOffForm(Form):
    """The day on which the parties met."""

    held_on = FrenchDateField(label="Réunion tenue le")
    missing = {"held_on": "Indiquez le jour de la réunion."}
