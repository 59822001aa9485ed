"""How thoroughly tests look, and how long they wait: hypothesis's profiles dev, ci and long.

`dev` is the default; CI=true chooses `ci`; HYPOTHESIS_PROFILE or `--hypothesis-profile` chooses any.
"""

import os

from hypothesis import HealthCheck, settings

PATIENCE_S = 300
"""Longest wait for what will come: only a test that fails waits so long, however busy the machine is."""
BUSY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
"""On a busy machine anything may take long."""

settings.register_profile("dev", max_examples=25, **BUSY)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=100, **BUSY)
settings.register_profile("long", max_examples=2_000, **BUSY)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def by_profile(*, dev: int, ci: int, long: int) -> int:
    """Return how often to try what is too slow, or too quick, for the profiles' own numbers."""
    return {"dev": dev, "ci": ci, "long": long}[settings.get_current_profile_name()]
