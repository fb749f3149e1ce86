"""Planned purchases sent by buyers, and their screening."""
