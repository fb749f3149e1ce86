"""Files of hours: a company's are its own; a facilitator's, hers."""

from perenne.domain.hours.tests.timesheets import Timesheets

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
hours:upload                   -              302 302 404 404 200 200 200 200 200 404
hours:template                 -              302 302 404 404 404 404 404 404 404 404
hours:upload_show              checked        302 302 404 404 404 404 404 200 404 404
hours:upload_show              hers           302 302 404 404 200 404 404 404 404 404
hours:upload_columns           checked        302 302 404 404 404 404 404 200 404 404
hours:upload_columns           hers           302 302 404 404 200 404 404 404 404 404
hours:upload_people            checked        302 302 404 404 404 404 404 200 404 404
hours:upload_apply             checked   POST 302 302 404 404 404 404 404 302 404 404
hours:upload_forget            checked   POST 302 302 404 404 404 404 404 302 404 404
hours:upload_errors            checked        302 302 404 404 404 404 404 200 404 404
"""


def things(committee):
    work = Timesheets(committee.facilitator, committee.company)
    row = ("Roy", "Paul", "octobre 2026", "8")
    headings = ("Nom", "Prénom", "Mois", "Heures")
    return {
        "checked": [work.sent(row, headings=headings).pk],
        "hers": [work.sent(row, headings=headings, by=committee.facilitator).pk],
    }
