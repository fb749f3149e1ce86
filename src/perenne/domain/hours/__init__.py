"""Monthly statements, validation, the ledger, globalisation."""
