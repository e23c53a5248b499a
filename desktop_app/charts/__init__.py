"""What is drawn: figures become shapes, shapes become pictures."""
