"""UJ8xx: where rulesets are found, and the cases beside them."""

from ujikom_rules.messages.library import LIBRARY
from ujikom_rules.messages.register import Message

MESSAGES: tuple[Message, ...] = (*LIBRARY,)
