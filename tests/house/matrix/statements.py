"""A company declares its months; whoever holds the link of a mail, that one statement."""

from perenne.web.hours.tests.crews import Crew

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
hours:statements           -                    302 302 200 200 200 200 200 200 200 200
hours:open_month           -               POST 302 302 404 404 404 404 404 404 404 404
hours:statement            statement            302 302 404 404 404 404 404 200 404 404
hours:nothing              statement       POST 302 302 404 404 404 404 404 302 404 404
hours:take_back            statement       POST 302 302 404 404 404 404 404 302 404 404
hours:days                 days                 302 302 404 404 404 404 404 200 404 404
hours:by_link              link                 200 200 200 200 200 200 200 200 200 200
hours:nothing_by_link      link            POST 302 302 302 302 302 302 302 302 302 302
hours:take_back_by_link    link            POST 302 302 302 302 302 302 302 302 302 302
hours:days_by_link         days_by_link         200 200 200 200 200 200 200 200 200 200
hours:renew                link            POST 302 302 302 302 302 302 302 302 302 302
hours:revoke               link            POST 302 302 302 302 302 302 302 302 302 302
history:statement          statement            302 302 404 404 404 404 404 200 404 404
"""


def things(committee):
    crew = Crew(committee)
    party, worker = crew.subcontractor()
    token, statement = crew.mailed(party), crew.opened().pk
    return {
        "statement": [statement],
        "days": [statement, crew.people[0].pk, "work"],
        "link": [token],
        "days_by_link": [token, worker.pk, "work"],
    }
