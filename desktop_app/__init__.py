"""Evenhand: an offline ledger for reciprocal migration schemes."""

__version__ = "0.1.0"
