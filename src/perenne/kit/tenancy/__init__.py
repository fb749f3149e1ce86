"""Every row belongs to a committee, and no connection sees those of another one."""

from perenne.kit.tenancy.current import current_committee, each_committee, within

__all__ = ["current_committee", "each_committee", "within"]
