"""XLSM: a workbook as `bilateral.formats.xlsx`, with macros, which are neither read nor written."""

from bilateral.formats.xlsx import read

__all__ = ["read"]
