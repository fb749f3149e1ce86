"""The person one proposes: the short form, without what the need says already."""

from typing import Any

from perenne.domain.sourcing.queries import Need
from perenne.web.participants.ask.form import AskForm


class ProposeForm(AskForm):
    def __init__(self, *args: Any, need: Need, **kwargs: Any) -> None:
        begun = {"hire_on": need.starts_on}
        super().__init__(*args, contracts=(), accompanies=True, initial=begun, **kwargs)
        del self.fields["contract"]
