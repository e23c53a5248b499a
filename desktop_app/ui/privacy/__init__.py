"""What concerns people's data: passphrases, backups, and forgetting a case."""
