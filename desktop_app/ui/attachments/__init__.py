"""Files kept as evidence: listed by their facts, handed out, taken out; never shown in the window."""
