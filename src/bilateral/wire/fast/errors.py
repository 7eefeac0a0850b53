"""Errors that the fast path raises on anything unusual."""

__all__ = ["NeedsDiagnosis"]


class NeedsDiagnosis(Exception):  # noqa: N818 - no error yet: the diagnostic reader decides
    """Raised when a record needs the diagnostic reader."""
