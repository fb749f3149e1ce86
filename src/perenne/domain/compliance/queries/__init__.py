"""What is read of compliance."""

from perenne.domain.compliance.queries.exposures import ExposedCommitment, exposures
from perenne.domain.compliance.queries.files import facts_of_file

__all__ = ["ExposedCommitment", "exposures", "facts_of_file"]
