"""The numbers of plain candidacies on whole numbers, column by column, the working when asked."""

from ujikom_rules.evaluating.columns.late import Columns, columns_of

__all__ = ["Columns", "columns_of"]
