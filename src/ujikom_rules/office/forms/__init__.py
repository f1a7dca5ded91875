"""Forms: the workbooks in which an event is recorded by hand, and their way back."""

from ujikom_rules.office.forms.collecting import join_forms
from ujikom_rules.office.forms.keeping import to_folder, to_json, to_workbook
from ujikom_rules.office.forms.writing import write_form

__all__ = ["join_forms", "to_folder", "to_json", "to_workbook", "write_form"]
