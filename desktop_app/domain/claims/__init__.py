"""The statement checker: what a sentence claims, and what the ledger's numbers make of it."""
