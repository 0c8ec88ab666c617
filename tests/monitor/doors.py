"""The door of delivery, asked by phrases: a thing stands where one of its names does, and where braces point to it."""

from collections.abc import Sequence
from datetime import date

from monitor.judging.english.delivery_door import Door, told_done
from monitor.model.sentences import places

SAID, PROMISED = date(2031, 7, 1), date(2031, 1, 16)


def door(sentence: str, deeds: Sequence[str], *, proposed: bool = False) -> Door:
    """Return what the door says of a sentence in which the thing stands between braces."""
    start, end = sentence.index("{"), sentence.index("}") - 1
    return told_done(
        sentence.replace("{", "").replace("}", ""), [(start, end)], deeds, SAID, PROMISED, proposed=proposed
    )


def done(sentence: str, things: Sequence[str], deeds: Sequence[str], said_on: date = SAID) -> str | None:
    """Return the deed that a sentence tells as done to one of the things, None where it tells none."""
    return told_done(sentence, places(sentence, things), deeds, said_on, PROMISED).deed
