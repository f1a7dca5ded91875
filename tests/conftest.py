"""How many examples Hypothesis tries: the environment variable HYPOTHESIS_PROFILE says it.

`quick` is for `make quick`, `default` for `make test`, `long` for `make long`. The first
two draw the same examples every time, so that a check of one commit never changes; `long`
goes looking, keeps what it finds in `.hypothesis`, and prints how to see it again.
"""

import os

from hypothesis import settings

# No deadline: how fast a shared machine is says nothing about a score.
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("default", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
