"""Reads spreadsheets of strangers in a process of their own, within limits, into plain values."""
