"""Ruleset × catalogue → plan: every named part found, made and checked; nothing evaluated yet."""

from ujikom_rules.compiling.plans import compile_ruleset

__all__ = ["compile_ruleset"]
