"""One text of TOML: every value with its place; slips of officers told in plain words."""

from ujikom_rules.reading.document.reader import LIMIT, is_there, read_document, read_document_file

__all__ = ["LIMIT", "is_there", "read_document", "read_document_file"]
