"""A folder that appears whole or not at all: made beside its place, then given its name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.adapters import files

UNFINISHED = ".belum-jadi"  # at the end of the name of one that is not whole


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """Where to make a folder, which is given its name once that is done without an error.

    What a process that was killed has left there before is taken away.

    Raises:
        KinerjaError: if it cannot be made, or something has its name; nothing is then left.
    """
    unfinished = folder.with_name(f".{folder.name}{UNFINISHED}")
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        yield unfinished
        if folder.exists():
            raise FileExistsError(folder)
        files.move(unfinished, folder)
        files.sync_folder(folder.parent)
    except OSError as error:
        files.refuse_write(folder, error)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Take away all that is not whole in a folder of ours."""
    for left in parent.glob(f".*{UNFINISHED}"):
        shutil.rmtree(left, ignore_errors=True)
