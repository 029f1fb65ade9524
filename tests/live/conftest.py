"""The LibreOffice that the live tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import xlwings as xw

from live import engine


@pytest.fixture(scope="session")
def running() -> Iterator[xw.App]:
    """One LibreOffice for the session, as xlwings sees Excel; it ends whatever happens."""
    reason = engine.missing()
    if reason:
        pytest.skip(reason)
    with engine.started() as app:
        yield app


@pytest.fixture
def calc(running) -> Iterator[xw.App]:
    """That LibreOffice with no book open, in the state a user's Excel is in."""
    running.impl.reset()
    yield running
    running.impl.reset()
