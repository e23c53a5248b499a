"""What people do with the ledger, as functions over the open workspace, without Qt."""
