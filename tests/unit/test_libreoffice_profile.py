"""A profile of LibreOffice before and after: what a person has set stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from kinerja.adapters.libreoffice_profile import (
    LOCK,
    SCRIPTS,
    SETTINGS,
    SOURCE,
    install_into,
    is_installed,
)
from kinerja.temuan import KinerjaError

ITEMS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse">
<value>false</value></prop></item>{more}</oor:items>"""
TRUSTED = """<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="SecureURL" oor:op="fuse"><value><it>file:///lain</it></value></prop></item>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "KPU é (2026) & 'x'"
    made.mkdir()
    return made


@pytest.fixture
def python(tmp_path: Path) -> Path:
    made = tmp_path / "python"
    made.touch()
    return made


def profile_with(folder: Path, more: str) -> Path:
    settings = folder / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text(ITEMS.format(more=more), encoding="utf-8")
    return folder


def trusted(profile: Path) -> list[str]:
    return [str(it.text) for it in etree.parse(profile / SETTINGS).iter("it")]


def test_a_libreoffice_that_never_ran_is_prepared(
    tmp_path: Path, folder: Path, python: Path
) -> None:
    profile = tmp_path / "4"
    before = is_installed(profile, folder)
    install_into(profile, folder, python)

    assert not before
    assert is_installed(profile, folder)
    assert not is_installed(profile, tmp_path)
    assert (profile / SCRIPTS / SOURCE.name).read_bytes() == SOURCE.read_bytes()


def test_a_folder_is_named_as_libreoffice_names_it(
    tmp_path: Path, folder: Path, python: Path
) -> None:
    profile = tmp_path / "4"
    install_into(profile, folder, python)
    [address] = trusted(profile)

    assert address.endswith("/KPU%20%C3%A9%20(2026)%20&%20'x'")


@pytest.mark.parametrize(
    ("more", "before"), [("", []), (TRUSTED, ["file:///lain"])], ids=["none", "one"]
)
def test_what_a_person_has_set_stays(
    tmp_path: Path, folder: Path, python: Path, more: str, before: list[str]
) -> None:
    profile = profile_with(tmp_path / "4", more)
    install_into(profile, folder, python)
    first = (profile / SETTINGS).read_bytes()
    install_into(profile, folder, python)

    assert trusted(profile)[:-1] == before
    assert b"FirstRun" in first
    assert (profile / SETTINGS).read_bytes() == first


def test_settings_that_nobody_can_read_are_made_anew(
    tmp_path: Path, folder: Path, python: Path
) -> None:
    profile = profile_with(tmp_path / "4", "<")
    install_into(profile, folder, python)

    assert is_installed(profile, folder)


def test_a_libreoffice_that_runs_is_left_alone(
    tmp_path: Path, folder: Path, python: Path
) -> None:
    """It would write its own settings over ours when it ends."""
    profile = profile_with(tmp_path / "4", "")
    (profile / LOCK).touch()

    with pytest.raises(KinerjaError) as refused:
        install_into(profile, folder, python)
    assert [t.rule.code for t in refused.value.temuan] == ["S87"]
    assert trusted(profile) == []


def test_an_older_script_or_a_python_that_is_gone_is_not_enough(
    tmp_path: Path, folder: Path, python: Path
) -> None:
    profile = tmp_path / "4"
    install_into(profile, folder, python)
    script = profile / SCRIPTS / SOURCE.name
    script.write_text("# lama", encoding="utf-8")
    is_old = is_installed(profile, folder)
    script.write_bytes(SOURCE.read_bytes())
    python.unlink()

    assert not is_old
    assert not is_installed(profile, folder)
