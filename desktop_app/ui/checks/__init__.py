"""The page of the check: what does not fit together, with its arithmetic, and a box for sentences."""
