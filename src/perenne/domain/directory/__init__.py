"""The resources of the territory: who can do the hours, in which trade, where, how many a month."""
