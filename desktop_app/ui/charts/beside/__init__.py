"""Charts side by side on their page: chosen, shown, and taken out as one picture."""
