from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "perenne.domain.enquiries"
    label = "enquiries"
