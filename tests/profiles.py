"""How thoroughly the tests that draw at random look: hypothesis's profiles dev, ci and long.

`dev` is the default, `ci` is chosen by CI=true, any by HYPOTHESIS_PROFILE or `--hypothesis-profile`.
"""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=100, deadline=None)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def by_profile(*, dev: int, ci: int, long: int) -> int:
    """Return how often to try what is too slow, or too quick, for the profiles' own numbers."""
    return {"dev": dev, "ci": ci, "long": long}[settings.get_current_profile_name()]
