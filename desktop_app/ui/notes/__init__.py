"""The page of field notes: what was seen, when, where and by whom."""
