"""The check: what of the ledger does not fit together, each finding with its arithmetic."""
