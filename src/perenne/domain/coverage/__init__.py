"""Which facilitator answers for a place: areas, absences, the router."""
