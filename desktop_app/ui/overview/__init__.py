"""The page that opens first: the headline, four numbers, a small chart, and what needs a look."""
