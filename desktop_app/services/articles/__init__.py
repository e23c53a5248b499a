"""What users do with a pasted article: see what it would add, and keep what they ticked."""
