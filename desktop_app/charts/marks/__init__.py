"""The marks that charts are made of, drawn by any painter."""
