"""Comments as Excel 365 keeps them, a thread for each cell: what is given back is a reply.

Beside its thread a cell has a plain note, the copy that programs without threads show. Excel
finds a thread by the author of that copy, and drops one without it as damaged; so the copy
gets the reply too and keeps its author. Shape of the parts: MS-XLSX 2.6.203 and 2.6.205,
https://learn.microsoft.com/en-us/openspecs/office_standards/ms-xlsx/42f9b03d-9662-4204-9783-dbeb324a691c
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from kinerja.adapters.xml_cells import escaped, serialized, tag
from kinerja.sheets.verifikasi import is_given_back

if TYPE_CHECKING:
    from lxml.etree import _Element

THREAD, PERSON = "threadedComment", "person"  # how the relationships to their parts end
COPY = "tc="  # how the author of a copy begins; the number of the thread follows
REPLY = "\nReply:\n    {text}"  # as Excel writes one into the copy


def threads_of(root: _Element, copies: Container[str]) -> Mapping[str, Sequence[_Element]]:
    """The thread of each cell, what began it first; threads without their copy left out."""
    found: dict[str, list[_Element]] = {}
    for said in root.iter(tag(root, "threadedComment")):
        found.setdefault(said.get("ref", ""), []).append(said)
    for thread in found.values():
        thread.sort(key=lambda said: said.get("parentId") is not None)
    return {cell: thread for cell, thread in found.items() if thread[0].get("id") in copies}


def replied(
    root: _Element, thread: Sequence[_Element], text: str, author: str
) -> Sequence[str]:
    """Put the reply into a thread, in place of those of earlier rounds; these, as they were.

    A thread that was closed is opened for it.
    """
    old = [said for said in thread[1:] if is_given_back(_text(said))]
    last = next(said for said in reversed(thread) if said not in old)
    for said in old:
        root.remove(said)
    if text:
        last.addnext(_reply(thread[0], last, text, author))
        if thread[0].get("done") in {"1", "true"}:
            thread[0].set("done", "0")
    return [_text(said) for said in old]


def _reply(first: _Element, last: _Element, text: str, author: str) -> _Element:
    """The reply, with the time of what was said last: the same input gives the same bytes."""
    known = {
        "ref": first.get("ref"),
        "dT": last.get("dT"),
        "personId": guid(author),
        "id": guid(f"{first.get('id')} {text}"),
        "parentId": first.get("id"),
    }
    reply = first.makeelement(first.tag, {key: v for key, v in known.items() if v}, None)
    holder = reply.makeelement(tag(first, "text"), {}, None)
    holder.text = escaped(text)
    reply.append(holder)
    return reply


def copied(said: str, old: Iterable[str], text: str) -> str:
    """What the copy of a thread says with the reply, and without those of earlier rounds.

    The word above a reply is in the language of the Excel that wrote it.
    """
    for reply in old:
        said = re.sub(rf"\n[^\n]*\n {{4}}{re.escape(reply)}", "", said, count=1)
    return said + (REPLY.format(text=text) if text else "")


def with_person(root: _Element, name: str) -> bytes:
    """The part that lists who comments, with this name."""
    known = {"displayName": name, "id": guid(name), "userId": name, "providerId": "None"}
    if all(person.get("id") != known["id"] for person in root):
        root.append(root.makeelement(tag(root, "person"), known, None))
    return serialized(root)


def guid(name: str) -> str:
    """A number that is always the same for this name, as Office writes them."""
    return f"{{{uuid5(NAMESPACE_URL, name)}}}".upper()


def _text(said: _Element) -> str:
    return said.findtext(tag(said, "text")) or ""
