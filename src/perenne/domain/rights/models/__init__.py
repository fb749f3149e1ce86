"""What people asked and agreed to, and what was done of it."""

from perenne.domain.rights.models.consents import Consent
from perenne.domain.rights.models.erasures import ClosureNotice, Erasure, Limitation
from perenne.domain.rights.models.requests import DataRequest

__all__ = ["ClosureNotice", "Consent", "DataRequest", "Erasure", "Limitation"]
