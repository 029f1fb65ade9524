"""Write an e-mail as a draft: a file that a mail program opens ready to be sent by a person.

X-Unsent is what Outlook Express and Outlook take for the mark of a draft:
https://learn.microsoft.com/en-us/archive/blogs/stephen_griffin/did-i-send-that
Which of today's programs open it as one has to be tried by a person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from mimetypes import guess_type

_KINDS = {  # Windows may know other names for these
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
UNKNOWN = "application/octet-stream"


def eml(
    kepada: tuple[str, ...],
    perihal: str,
    isi: str,
    lampiran: Mapping[str, bytes],
    saat: datetime | None = None,
) -> bytes:
    """The draft; the same input gives the same bytes.

    ``kepada`` are bare addresses, ``lampiran`` the attached files by name. It has no date
    unless ``saat`` is given: a mail program sets its own when it is sent.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if kepada:
        message["To"] = ", ".join(kepada)
    message["Subject"] = " ".join(perihal.split())
    if saat:
        message["Date"] = format_datetime(saat)
    message.set_content(isi, cte="base64")
    for name, data in lampiran.items():
        maintype, _, subtype = _kind(name).partition("/")
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    if lampiran:
        message.set_boundary(_boundary(isi, lampiran))
    return message.as_bytes()


def _kind(name: str) -> str:
    suffix = name.rpartition(".")[2].lower()
    return _KINDS.get(suffix) or guess_type(name)[0] or UNKNOWN


def _boundary(isi: str, lampiran: Mapping[str, bytes]) -> str:
    """A line that base64 cannot contain, and that is the same for the same content."""
    digest = hashlib.sha256(isi.encode())
    for data in lampiran.values():
        digest.update(hashlib.sha256(data).digest())
    return f"=_kinerja_{digest.hexdigest()[:32]}"
