"""The page of cases: each person's dated events, as a timeline and as a table."""
