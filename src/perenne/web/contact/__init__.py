"""Writing to the committee, and answering."""
