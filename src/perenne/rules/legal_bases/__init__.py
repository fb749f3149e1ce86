"""The five possibilities of the Code de la commande publique, and which one fits a lot."""

from perenne.rules.legal_bases.fitting import BasisDecision, Rejected, fitting_bases
from perenne.rules.legal_bases.names import LegalBasis

__all__ = ["BasisDecision", "LegalBasis", "Rejected", "fitting_bases"]
