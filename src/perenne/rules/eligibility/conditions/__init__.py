"""The conditions of eligibility, each a question asked of one case."""
