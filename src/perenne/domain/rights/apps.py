from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "perenne.domain.rights"
    label = "rights"

    def ready(self) -> None:
        """The journal says that what is personal has changed, never into what."""
        from perenne.kit.journal.changes import hide_also  # noqa: PLC0415 - apps are not ready above
        from perenne.kit.privacy.register import unreadable_fields  # noqa: PLC0415 - likewise

        hide_also(unreadable_fields)
