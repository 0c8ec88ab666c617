"""Which register file do tests start from, and what is found wrong when one piece of it is put otherwise?"""

from monitor.model.commitments import Register
from monitor.registers import Fault, examine

SOUND = """\
register: a-test
title: Promises
about: Two made-up promises
compiled_by: nobody
compiled_on: 2025-06-01
posts:
  roads-minister:
    title: Minister for Roads
    held:
      - {name: Ann Other, since: 2024-07-05, until: 2025-03-01}
      - {name: Bo Next, since: 2025-03-01}
commitments:
  - id: mend-roads
    title: Roads mended
    words: All roads will be mended.
    made: {on: 2025-01-16, by: Ann Other, post: roads-minister}
    said_in:
      - {title: Hansard, url: "https://hansard.example.org/1"}
    due: by Easter
    watch:
      names: [pothole plan]
      together:
        - [[road, roads], [mend*]]
    milestones:
      - id: plan
        title: The plan published
        expect:
          what: The plan stands on GOV.UK.
          pages:
            - {kinds: [policy_paper], title: [pothole plan]}
        relies_on: [gov-uk]
      - id: money
        title: The money set aside
        step: true
        expect: {what: A sum is named.}
        relies_on: [written-questions]
    ledger:
      - on: 2025-02-01
        ruling: delivered
        milestone: plan
        why: It came out.
        source: https://www.example.org/plan
"""


def faults(old: str, new: str) -> tuple[Fault, ...]:
    """The faults of the sound register with one piece of it put otherwise."""
    assert SOUND.count(old) == 1, old
    found = examine(SOUND.replace(old, new))
    assert not isinstance(found, Register), "the slip was not seen"
    return found


def line_with(piece: str, text: str = SOUND) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if piece in line)


def sound(old: str = "", new: str = "") -> Register:
    found = examine(SOUND.replace(old, new, 1))
    assert isinstance(found, Register), found
    return found
