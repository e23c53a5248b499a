"""The timeline of cases: each person as two thin lanes, the UK above France."""
