"""What can be said of rules: whether their cases hold."""
