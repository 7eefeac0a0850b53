"""Dates, periods and lengths of time in words, in both directions."""
