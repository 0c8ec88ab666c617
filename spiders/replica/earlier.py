"""What came of each department before the imagined year? One question and one statement of each, long ago.

A service has something of every body that answers, however small; of a number that nobody answers by it has nothing.
"""

from datetime import date

from spiders.departments import ANSWERING_BODIES
from spiders.replica.happenings import Question, Statement, Step

_ON = date(2024, 7, 18)
_QUESTIONS, _STATEMENTS = 7_000_000, 6_000_000
"""To which the body's number is added to make an id: below those of the year."""
_BY = 99_001


def questions() -> tuple[Question, ...]:
    """Return an answered question of each body that answers today."""
    return tuple(
        Question(
            id=_QUESTIONS + body.number,
            uin=f"70{body.number:04}",
            house="Commons",
            tabled=_ON,
            due=_ON,
            body=body.name,
            by=_BY,
            heading="Correspondence",
            text=f"To ask how many letters reached the {body.name} in June 2024.",
            named_day=False,
            grouped=(),
            attachments=(),
            steps=(Step(_ON, "answer", "The figure is not held centrally.", _BY, None),),
        )
        for body in ANSWERING_BODIES
        if not body.now
    )


def statements() -> tuple[Statement, ...]:
    """Return a statement by each body that answers today."""
    return tuple(
        Statement(
            id=_STATEMENTS + body.number,
            uin=f"HCWS{700_000 + body.number}",
            lords=None,
            made=_ON,
            body=body.name,
            by=_BY,
            role="Minister",
            title="Ministerial responsibilities",
            text=f"The responsibilities of ministers at the {body.name} are set out on its page.",
            links=(),
        )
        for body in ANSWERING_BODIES
        if not body.now
    )
