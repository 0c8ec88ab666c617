"""What was said in a debate, in the shape of the Hansard API?"""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from spiders.replica.day_trees import SittingDay, TreeRow, Value, external, nodes, number, source, stamped, volume
from spiders.replica.happenings import LOCATIONS, Debate, Member, Speech
from spiders.replica.replies import naive

_SUFFIXES = {"WestHall": "WH", "GrandCommittee": "GC", "Corrections": "WC"}
_MARK = re.compile(r"\s*\[\[(\d+(?:WH)?)\]\]\s*")


def debate(sat: SittingDay, wanted: str) -> Value | None:
    """Return a debate, or a heading with its debates as children, by external id in any case; None where unknown."""
    for held in sat.debates:
        known = nodes(sat, held.on, held.house, held.section)
        meant = next((node for node in known if node.id.lower() == wanted.lower()), None)
        if meant:
            return _whole(sat, held, known, meant)
    return None


def _whole(sat: SittingDay, of: Debate, known: list[TreeRow], meant: TreeRow) -> Value:
    """Return a node of the tree that a debate stands in."""
    children = [node for node in known if node.parent == meant.id]
    return {
        "Overview": _overview(sat, of, known, meant),
        "Navigator": [node.row(n) for n, node in enumerate(_ancestors(known, meant), 1)],
        "Items": list(items(sat, meant.debate)) if meant.debate else [],
        "ChildDebates": [_whole(sat, of, known, child) for child in children],
    }


def _ancestors(known: list[TreeRow], meant: TreeRow) -> list[TreeRow]:
    by_id = {node.id: node for node in known}
    chain = [meant]
    while chain[0].parent:
        chain.insert(0, by_id[chain[0].parent])
    return chain


def _overview(sat: SittingDay, of: Debate, known: list[TreeRow], meant: TreeRow) -> Value:
    place, day = known.index(meant), of.on
    before, after = known[place - 1] if place else None, known[place + 1] if place + 1 < len(known) else None
    return {
        "Id": number(meant.id),
        "ExtId": meant.id,
        "Title": f" {meant.title}" if place % 2 else meant.title,  # about two titles in five have stray spaces
        "HRSTag": meant.tag,
        "Date": naive(day),
        "Location": LOCATIONS[of.house, of.section],
        "House": of.house,
        "Source": source(sat, day),
        "VolumeNo": volume(day, of.house),
        "ContentLastUpdated": stamped(sat, day),
        "DebateTypeId": 2 if of.section == "WestHall" else 1,
        "SectionType": 1,
        "NextDebateExtId": after.id if after else "",
        "NextDebateTitle": after.title if after else "",
        "PreviousDebateExtId": before.id if before else "",
        "PreviousDebateTitle": before.title if before else "",
    }


def items(sat: SittingDay, held: Debate) -> Iterator[Value]:
    column = f"{held.column}{_SUFFIXES.get(held.section, '')}"
    yield _item(held, 1, "Contribution", "hs_ColumnNumber", value=_column(column))
    yield _item(held, 2, "Timestamp", "hs_Timeline", value="12.38 pm")
    for order, (speech, attributed) in enumerate(_attributed(sat, held), 3):
        yield _item(held, order, "Contribution", speech.tag, _markup(held, order, speech)) | {
            "MemberId": speech.by,
            "AttributedTo": attributed,
            "Timecode": _timecode(held, order),
            "UIN": speech.uin,
        }


def _item(held: Debate, order: int, kind: str, tag: str, value: str) -> Value:
    return {
        "ItemType": kind,
        "ItemId": number(f"{held.id}:{order}"),
        "MemberId": None,
        "AttributedTo": None,
        "Value": value,
        "OrderInSection": order,
        "Timecode": None,
        "ExternalId": external(held.id, order) if tag != "hs_ColumnNumber" else None,
        "HRSTag": tag,
        "HansardSection": "AV-AX",
        "UIN": None,
        "IsReiteration": False,
    }


def _timecode(held: Debate, order: int) -> str | None:
    if order % 2:
        return None
    moment = datetime.combine(held.on, time(12, 38)) + timedelta(minutes=2 * order, seconds=7)
    return moment.isoformat()


def _attributed(sat: SittingDay, held: Debate) -> Iterator[tuple[Speech, str]]:
    """Yield each speech with its heading: whole at a member's first turn, the name alone at later ones."""
    seen: set[int] = set()
    for speech in held.speeches:
        member = sat.timeline.member(speech.by)
        name = member.name if member else "Hon. Members"
        whole = speech.said_as or (_introduced(member, held.house) if member else name)
        yield speech, name if speech.by in seen else whole
        seen.add(speech.by)


def _introduced(member: Member, house: str) -> str:
    if house == "Lords":
        return f"{member.name} ({member.short})"
    return f"{member.name} ({member.seat}) ({member.short})"


def _column(name: str) -> str:
    return f'<span id="{name}" class="column-number" data-column-number="{name}"></span>'


def _markup(held: Debate, order: int, speech: Speech) -> str:
    """Return a speech as it is sent: entities, paragraphs parted by two line breaks, columns marked mid-sentence."""
    lines = [line.strip() for line in speech.text.splitlines() if line.strip()]
    text = "\r\n\r\n".join(line.replace("&", "&amp;") for line in lines)
    text = _MARK.sub(lambda mark: f" {_column(mark[1])}", text)
    if speech.refers:
        return f"{text}{_reference(speech.refers)}"
    if speech.tag != "Question":
        return text
    whole, inner = external(held.id, order), external(held.id, order, "text")
    asked = f'<QuestionText HRSContentId="{{{inner}}}">{text}</QuestionText>'
    return f'<Question HRSContentId="{{{whole}}}">{order - 2}. {asked} </Question>'


def _reference(to: str) -> str:
    """Return the mark by which a correction names the contribution it corrects."""
    key, _, turn = to.partition(":")
    found = external(key, int(turn) + 2)  # a column mark and a time stand before the first speech
    marked = f'class="cross-reference" data-house-id="1" data-external-id="{found}"'
    return f"\r\n\r\n[<span {marked}>Official Report</span>]"
