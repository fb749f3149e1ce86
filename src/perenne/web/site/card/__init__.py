"""The pictures that stand for pages where their address is shared (OpenGraph)."""
