"""The territory: anybody finds their facilitator; a body says when it is away; the coordination
says who answers where."""

from datetime import timedelta

from django.utils.timezone import localdate

from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import MEAUX_COUNTRY, official

ROWS = """
                                     nob vis buy bu2 fac fa2 coo com str pre
coverage:find      -                 200 200 200 200 200 200 200 200 200 200
coverage:suggest   -                 200 200 200 200 200 200 200 200 200 200
coverage:map       -                 200 200 200 200 200 200 200 200 200 200
coverage:outlines  -                 200 200 200 200 200 200 200 200 200 200
coverage:frame     -                 200 200 200 200 200 200 200 200 200 200
coverage:embed     -                 200 200 200 200 200 200 200 200 200 200
coverage:card      commune           200 200 200 200 200 200 200 200 200 200
coverage:vcard     commune           200 200 200 200 200 200 200 200 200 200
coverage:epci      epci              200 200 200 200 200 200 200 200 200 200
coverage:mine      -                 302 302 404 404 200 200 404 404 404 404
coverage:list      -                 302 302 404 404 404 404 200 404 404 404
coverage:cover     -                 302 302 404 404 404 404 200 404 404 404
coverage:amend     area              302 302 404 404 404 404 200 404 404 404
coverage:end       area         POST 302 302 404 404 404 404 302 404 404 404
coverage:report    -                 302 302 404 404 404 404 200 404 404 404
coverage:announce  body              302 302 404 404 200 404 200 404 404 404
coverage:hours     body              302 302 404 404 200 404 200 404 404 404
coverage:call_off  absence      POST 302 302 404 404 302 404 302 404 404 404
coverage:call_off  backed       POST 302 302 404 404 302 302 302 404 404 404
"""

EVERYBODYS = {"commune", "epci"}
"""Of the official code: the same for every committee."""


def things(committee):
    """The absences are those of the first facilitator; the second backs one of them."""
    later = localdate() + timedelta(days=30)
    backup = committee.other_facilitator.organisation_id
    load_communes(
        [
            official("77445", "Savigny-le-Temple", "77176", epci=MEAUX_COUNTRY),
            official("77330", "Nanteuil-lès-Meaux", "77100", epci=MEAUX_COUNTRY),
        ]
    )
    return {
        "commune": ["77284"],
        "epci": [MEAUX_COUNTRY[0]],
        "area": [new_coverage(committee.facilitator, department_code="77").pk],
        "body": [committee.facilitator.organisation_id],
        "absence": [new_absence(committee.facilitator, later, until=later).pk],
        "backed": [
            new_absence(committee.facilitator, later + timedelta(days=1), backup_id=backup).pk
        ],
    }
