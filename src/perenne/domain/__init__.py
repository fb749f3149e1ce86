"""What is true, and what may happen: fourteen apps, in the order of a clause's life."""
