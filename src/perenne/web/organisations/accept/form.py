"""What the link of an invitation asks: the address is the one that was written to."""

from perenne.web.design.forms import Form
from perenne.web.organisations.newcomers import PersonForm


class AcceptForm(Form):
    """For somebody who is signed in: nothing to say but yes."""


class AcceptAsNewcomerForm(PersonForm):
    """For somebody without an account."""
