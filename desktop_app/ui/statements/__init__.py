"""Who said what: a list of statements with their form, and topics as boards for and against."""
