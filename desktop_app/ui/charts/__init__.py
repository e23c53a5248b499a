"""The page of charts: the picture, the values behind it, its words, and where each point comes from."""
