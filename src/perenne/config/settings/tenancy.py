"""Which committees are served here, and to whom the tables of other people's code belong.

A table that is not named here and is not of our models is owned: it gets the column.
"""

from perenne.config.environment import ENVIRONMENT

COMMITTEES = ENVIRONMENT.committees
COMMITTEE_OF_HOST = ENVIRONMENT.committee_of_host
KINDS_OF_TABLES = {
    "SEALED": {
        "journal_entry",
        "library_revision",
        "hours_allocation",
        "hours_sheetmessage",
        "hours_checksetting",
        "assessments_statistics",
    },
    "SEEN": {
        "journal_link",
        "journal_head",
        "hours_balance",
        "hours_personday",
        "hours_personmonth",
    },
    "PURGED": {"journal_reading"},
    "FIXED": {"django_content_type", "auth", "journal_sensitive_act"},
    "QUEUE": {"procrastinate"},
    "HIDDEN": {"django_migrations"},
}
