"""The form in which a source is cited for a record, whatever kind of record it is."""
