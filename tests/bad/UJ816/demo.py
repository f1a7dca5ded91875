"""A module without a folder of rulesets beside it."""
