from django.urls import path

from perenne.web.assessments.confirm.view import confirm
from perenne.web.assessments.end.view import end
from perenne.web.assessments.feeds.view import calendar, feed
from perenne.web.assessments.forecast.view import export, forecast
from perenne.web.assessments.subscribe.view import subscribe

app_name = "assessments"
urlpatterns = [
    path("", forecast, name="forecast"),
    path("previsions.csv", export, name="export"),
    path("rss.xml", feed, name="feed"),
    path("calendrier.ics", calendar, name="calendar"),
    path("abonnement/", subscribe, name="subscribe"),
    path("abonnement/<str:key>/confirmer/", confirm, name="confirm"),
    path("abonnement/<str:key>/fin/", end, name="end"),
]
