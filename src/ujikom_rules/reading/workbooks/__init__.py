"""Scoresheets in Excel workbooks: guarded first, then read by openpyxl into the tables of CSV."""

from ujikom_rules.reading.workbooks.guard import guarded
from ujikom_rules.reading.workbooks.reading import read_content, read_workbook

__all__ = ["guarded", "read_content", "read_workbook"]
