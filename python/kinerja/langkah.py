"""What is to be done next, as one value: a step, and the facts of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja.sheets import beranda as sheet
from kinerja.sheets.beranda import STEPS, Step

NAMED = 60  # signs of the names in one sentence; who does not fit is counted


@dataclass(frozen=True, slots=True)
class Next:
    """One step, and the facts of its sentence."""

    step: Step
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, str]:
        """Its name, and what to do."""
        return sheet.name_of(self.step), STEPS[self.step][1].format(**self.facts)


def joined(names: Sequence[str], room: int = NAMED) -> str:
    """The names one after the other; those that do not fit are counted."""
    said = names[0]
    for n, name in enumerate(names[1:], start=1):
        longer = f"{said}, {name}"
        if len(longer) > room:
            return sheet.DAN_LAINNYA.format(nama=said, n=len(names) - n)
        said = longer
    return said
