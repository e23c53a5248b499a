"""The history of any record: every version of every field, and the way back to one."""
