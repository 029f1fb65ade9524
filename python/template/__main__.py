"""Make the Word templates anew: ``python -m template``."""

from __future__ import annotations

from template.report import TARGET, annual_report

TARGET.write_bytes(annual_report())
