"""The page of figures: one line to type them in, the table, and what stands behind each."""
