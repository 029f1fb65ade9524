"""Settings for every test, and the fixtures that read a test's own docstring.

A test marked ``live`` that is skipped, because LibreOffice or something of it is missing,
is said loudly at the end; where CI is set, everything must be there, and it fails.
"""

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Where CI is set, a live test that was skipped has failed."""
    report = yield
    if report.skipped and "live" in item.keywords and os.environ.get("CI"):
        _file, _line, reason = report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} dilewati, padahal tidak boleh di sini: {reason}"
    return report


def pytest_terminal_summary(terminalreporter):
    """Say what was not asked, so that nobody takes green for whole."""
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if "live" in r.keywords]
    if skipped:
        reasons = sorted({r.longrepr[2].removeprefix("Skipped: ") for r in skipped})
        terminalreporter.section("TIDAK DIPERIKSA", sep="!", yellow=True, bold=True)
        terminalreporter.line(f"{len(skipped)} tes dengan LibreOffice dilewati:", yellow=True)
        for reason in reasons:
            terminalreporter.line(f"  {reason}", yellow=True)
