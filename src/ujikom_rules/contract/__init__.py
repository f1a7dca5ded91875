"""What a plugin and the core agree on: roles, the views that parts get, and the hooks."""
