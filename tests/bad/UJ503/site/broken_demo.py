"""A plugin that fails while it is imported: UJ503."""

raise LookupError("no table of positions")
