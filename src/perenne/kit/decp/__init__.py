"""The national format of published contracts (DECP): read with tolerance, written to the letter.

read(source) -> Reading           raises Refused, in French, when there is no contract in it
written(contracts) -> bytes       raises Unpublishable when the official schema would refuse it
"""

from perenne.kit.decp.items import LIMITS, Limits
from perenne.kit.decp.reading import Reading, read, record_of
from perenne.kit.decp.records import Act, Anomaly, Change, Holder, Place, Published
from perenne.kit.decp.schema import CHOICES, REQUIRED, VERSION
from perenne.kit.decp.writing import Unpublishable, faults_of, written

__all__ = [
    "CHOICES",
    "LIMITS",
    "REQUIRED",
    "VERSION",
    "Act",
    "Anomaly",
    "Change",
    "Holder",
    "Limits",
    "Place",
    "Published",
    "Reading",
    "Unpublishable",
    "faults_of",
    "read",
    "record_of",
    "written",
]
