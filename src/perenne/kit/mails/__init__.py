"""The one gate by which the mails of the house leave: each is written down before it does."""
