"""The hours of a month: a company declares them, its facilitator answers for them."""
