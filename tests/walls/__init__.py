"""The walls between committees, tried from both sides, as the role that the application has."""
