"""Settings for every test, and the fixtures that read a test's own docstring."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine, so that a red build means a change made it red;
# HYPOTHESIS_PROFILE=bebas looks for new ones.
_COMMON = {
    "max_examples": 1000,
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow],
}
settings.register_profile("tetap", derandomize=True, **_COMMON)
settings.register_profile("bebas", **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))


@pytest.fixture
def table(request: pytest.FixtureRequest) -> str:
    """The test's own docstring: the cells it is about."""
    assert request.function.__doc__
    return request.function.__doc__
