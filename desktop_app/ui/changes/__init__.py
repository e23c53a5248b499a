"""What changed between two days, as a table whose rows lead to their records."""
