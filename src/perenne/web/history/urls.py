from django.urls import path

from perenne.domain.history.policy import SUBJECTS
from perenne.web.history.export.view import export
from perenne.web.history.journal.view import journal
from perenne.web.history.show.view import history_page

app_name = "history"
urlpatterns = [
    path("", journal, name="journal"),
    path("journal.csv", export, name="export"),
    *(
        path(f"{subject.path}/<str:pk>/", history_page(subject), name=subject.name)
        for subject in SUBJECTS.values()
    ),
]
