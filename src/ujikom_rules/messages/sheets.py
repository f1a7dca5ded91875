"""Messages about scoresheets as they are read, before any ruleset is laid on them."""

from ujikom_rules.messages import sheet_files, sheet_rows
from ujikom_rules.messages.message import Message

MESSAGES: tuple[Message, ...] = (*sheet_files.MESSAGES, *sheet_rows.MESSAGES)
