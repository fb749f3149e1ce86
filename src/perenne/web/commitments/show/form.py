"""Any past day, and what was known on another one."""

from perenne.web.design.forms import Form, FrenchDateField


class DayForm(Form):
    le = FrenchDateField(label="Heures dues à la date du", required=False)
    vu = FrenchDateField(
        label="Avec ce que la plateforme savait le",
        required=False,
        help_text="Pour retrouver un tableau imprimé ce jour-là ; sinon, tout ce qui est su.",
    )
