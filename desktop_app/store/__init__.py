"""The file that keeps the ledger: the only floor that speaks SQL."""
