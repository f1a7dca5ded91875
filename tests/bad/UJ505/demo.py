"""A plugin that is refused or fails: UJ505."""

from ujikom_rules.plugin import Text

TITLE = Text("Contoh", "Example")
