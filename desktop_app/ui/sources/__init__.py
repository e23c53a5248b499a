"""The page of sources: the list, the form, and what rests on each."""
