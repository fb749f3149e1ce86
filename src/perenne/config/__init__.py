"""The door: settings, addresses, server."""
