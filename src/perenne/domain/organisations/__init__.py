"""Buyers, companies, inclusion structures, prescribers; seats."""
