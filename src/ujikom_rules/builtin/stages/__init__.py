"""The core's kinds of stages."""
