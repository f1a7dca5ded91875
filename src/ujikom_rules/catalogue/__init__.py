"""The only meeting of rules and plugins: finding them, checking them, calling their hooks."""
