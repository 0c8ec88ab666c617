"""Who speaks, in which post, for which party and place? Hansard says it whole at the first turn, later only by name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from monitor.model.cleaning import clean_line

_MINISTERS = re.compile(
    r"^The (?!Lord Bishop)(?=.*(?:Minister|Secretary|Chancellor|Attorney.General|Solicitor.General|Advocate.General"
    r"|Leader of the House|Privy Seal|Paymaster|President of the|Treasurer of|Comptroller|Vice.Chamberlain"
    r"|Commissioner of|Captain of))|^(?:Lords?|Baroness(?:es)?)[ -]in[ -]Waiting|^(?:Deputy )?Prime Minister$"
)
_NAMED = re.compile(
    r"^(?P<post>[^()]+?)\s*\((?P<name>[^()]+(?:\([^()]*\)[^()]*)?)\)(?:\s*\((?P<party>[^()]*)\))?(?:\s*\([^()]*\))*$"
)
_CHAIR = re.compile(r"(?:M(?:r|adam)\.? )?(?:Deputy )?Speaker|.*\b(?:Chair|Chairman)\b")
_BRACKETED = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """What an attribution says of a speaker; None for what it does not say."""

    speaker: str | None = None
    post: str | None = None
    constituency: str | None = None
    party: str | None = None

    def filled(self, other: "Speaker") -> "Speaker":
        """Return this voice, with what it lacks taken from another turn of the same speaker."""
        lacking = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **lacking)


def attributed(said: str | None, house: str = "Commons") -> Speaker:
    """Return what an attribution says.

    "The Secretary of State for X (Name)" names post and speaker, "Name (Place) (Party)" a member of the Commons,
    "Name (Party)" one of the Lords, "The Prime Minister" a post. The Chair holds no ministerial post: "Madam Deputy
    Speaker (Name)" is a speaker.
    """
    said = clean_line(said or "")
    if not said:
        return Speaker()
    named = _NAMED.match(said)
    if _MINISTERS.match(named["post"] if named else said):
        if named is None:
            return Speaker(post=said)
        return Speaker(
            clean_line(named["name"]), clean_line(named["post"]), party=clean_line(named["party"] or "") or None
        )
    if _CHAIR.match(said):
        return Speaker(said)
    return _member(said, lords=house.casefold() == "lords")


def _member(said: str, *, lords: bool) -> Speaker:
    name, *bracketed = clean_line(said.partition(" (")[0]), *_BRACKETED.findall(said)
    told = [clean_line(part) or None for part in bracketed]
    place = told.pop(0) if told and not lords else None
    return Speaker(name, constituency=place, party=told[0] if told else None)


def completed(turns: Iterable[tuple[int | None, Speaker]]) -> tuple[Speaker, ...]:
    """Return the voices of a debate's turns, each filled with what other turns of the same member say.

    A turn whose number is missing is that of the member who goes by the same name; one turn never takes another name.
    """
    turns = tuple(turns)
    by_number: dict[int, Speaker] = {}
    for number, voice in turns:
        if number:
            by_number[number] = by_number.get(number, Speaker()).filled(voice)
    by_name: dict[str, Speaker] = {}
    for number, voice in turns:
        whole = by_number[number] if number else voice
        if whole.speaker:
            by_name[whole.speaker] = by_name.get(whole.speaker, Speaker()).filled(whole)
    return tuple(
        voice.filled(by_number[number]) if number else voice.filled(by_name.get(voice.speaker or "", Speaker()))
        for number, voice in turns
    )
