"""Dates as far as they are known: their text (EDTF), their days, and sets and lengths of days."""
