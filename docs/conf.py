"""How Sphinx builds the pages: `make docs`; a warning is an error there."""

project = "ujikom_rules"
author = "The ujikom_rules authors"
copyright = "The ujikom_rules authors"

extensions = ["myst_parser"]
myst_heading_anchors = 3
exclude_patterns = ["generating", "_build"]

html_theme = "furo"
html_title = "ujikom_rules"
nitpicky = True
