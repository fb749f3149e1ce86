from django.urls import path

from perenne.web.opendata.files.view import dictionary, feed, figures_csv, figures_json
from perenne.web.opendata.publish.view import publish
from perenne.web.opendata.show.view import index, show

app_name = "opendata"
urlpatterns = [
    path("", index, name="index"),
    path("chiffres.csv", figures_csv, name="csv"),
    path("chiffres.json", figures_json, name="json"),
    path("dictionnaire.csv", dictionary, name="dictionary"),
    path("rss.xml", feed, name="feed"),
    path("publier/", publish, name="publish"),
    path("<str:period>/", show, name="show"),
]
