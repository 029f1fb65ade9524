"""Run with ``python -m contoh``."""

from __future__ import annotations

import sys

from contoh.terminal import main

sys.exit(main())
