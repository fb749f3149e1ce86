"""Addresses of reminders and of calendars."""

from django.urls import path

from perenne.web.notices.agenda.view import agenda, feed
from perenne.web.notices.inbox.view import inbox
from perenne.web.notices.mine.view import mine
from perenne.web.notices.prefer.view import prefer
from perenne.web.notices.sent.view import sent

app_name = "notices"
urlpatterns = [
    path("mes-rappels/", mine, name="mine"),
    path("mes-rappels/rythme/", prefer, name="prefer"),
    path("mes-rappels/boite/", inbox, name="inbox"),
    path("mes-rappels/partis/", sent, name="sent"),
    path("mon-agenda/", agenda, name="agenda"),
    path("agenda/<str:token>.ics", feed, name="feed"),
]
