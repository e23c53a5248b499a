"""What the words of the ledger mean: frozen records and pure functions, without Qt and without SQL."""
