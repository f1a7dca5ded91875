"""Reading: from the text of rules and sheets to values, each with the place where it stands."""
