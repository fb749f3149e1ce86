"""The addresses of hours."""

from django.urls import path

from perenne.web.hours.account.view import account, account_file

app_name = "hours"
urlpatterns = [
    path("engagements/<int:commitment_id>/compte/", account, name="account"),
    path("engagements/<int:commitment_id>/compte.<str:kind>", account_file, name="account_file"),
]
