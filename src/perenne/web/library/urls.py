from django.urls import path

from perenne.web.library.edit.view import edit, publish, restore, withdraw
from perenne.web.library.history.view import history
from perenne.web.library.list.view import texts
from perenne.web.library.open.view import open_page

app_name = "library"
urlpatterns = [
    path("", texts, name="list"),
    path("nouveau/", open_page, name="open"),
    path("<int:text_id>/", edit, name="edit"),
    path("<int:text_id>/versions/", history, name="history"),
    path("<int:text_id>/publier/", publish, name="publish"),
    path("<int:text_id>/retirer/", withdraw, name="withdraw"),
    path("<int:text_id>/origine/", restore, name="restore"),
]
