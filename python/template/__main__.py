"""Make the Word templates anew: ``python -m template``."""

from __future__ import annotations

from template.delivered import DELIVERED, FOLDER

for name, make in DELIVERED.items():
    (FOLDER / f"{name}.docx").write_bytes(make())
