"""Drafts of e-mail, parsed back by the standard library."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from kinerja.adapters.mail import eml
from kinerja.surel import addresses

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not [defect for part in message.walk() for defect in part.defects]
    return message


def test_a_draft_comes_back_as_it_was_written() -> None:
    names = {
        "Formulir – KUL.xlsx": bytes(range(256)),
        "SE & lampiran.docx": b"",
        "a.pdf": b"%",
    }
    perihal = "Formulir – “TW I” & <lampiran> " + "panjang " * 20
    message = parsed(eml(("a@b.id", "c@d.go.id"), perihal, "Yth. KUL –\n\nIsi.\n", names))
    attached = list(message.iter_attachments())
    body = message.get_body()
    assert body is not None

    assert message["X-Unsent"] == "1"
    assert [a.addr_spec for a in message["To"].addresses] == ["a@b.id", "c@d.go.id"]
    assert message["Subject"] == perihal.strip()
    assert message["Date"] is None
    assert body.get_content() == "Yth. KUL –\r\n\r\nIsi.\r\n"
    assert {a.get_filename(): a.get_content() for a in attached} == names
    assert [a.get_content_type() for a in attached] == [XLSX, DOCX, "application/pdf"]


def test_the_same_draft_has_the_same_bytes_with_lines_as_mail_wants_them() -> None:
    first, again = (eml(("a@b.id",), "x", "isi", {"a.xlsx": b"1"}) for _ in range(2))

    assert first == again
    assert b"\n" not in first.replace(b"\r\n", b"")


def test_a_draft_without_address_has_no_to() -> None:
    assert "To" not in parsed(eml((), "x", "isi", {}))


def test_a_subject_of_two_lines_adds_no_header() -> None:
    message = parsed(eml((), "x\r\nBcc: y@z.id", "isi", {}))

    assert message["Bcc"] is None
    assert message["Subject"] == "x Bcc: y@z.id"


def test_a_time_is_written_where_it_is_given() -> None:
    message = parsed(eml((), "x", "isi", {}, saat=datetime(2026, 11, 20, 14, 30)))

    assert message["Date"].startswith("Fri, 20 Nov 2026 14:30:00")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kul@kpu.go.id", ("kul@kpu.go.id",)),
        (" kul@kpu.go.id; a.b-c@x.id ,kul@kpu.go.id", ("kul@kpu.go.id", "a.b-c@x.id")),
        ("Kasubbag <kul@kpu.go.id>", ("kul@kpu.go.id",)),
        ("belum ada", ()),
        ("kul@kpu", ()),
        ("kul@kpu.go.id\r\nBcc: x", ("kul@kpu.go.id",)),
        ("", ()),
    ],
)
def test_addresses_are_found_as_people_type_them(
    typed: str, expected: tuple[str, ...]
) -> None:
    assert addresses(typed) == expected
