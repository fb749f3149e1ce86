"""What the machine tells of itself, as OpenMetrics: durations and queues, never a person."""

from perenne.kit.metrics.backlog import NotReadyError, backlog, ready
from perenne.kit.metrics.requests import timed, written

__all__ = ["NotReadyError", "backlog", "ready", "timed", "written"]
