"""A story that is played to the product, and was played to the version before: the same papers on the same days."""

from dataclasses import replace
from datetime import date

from monitor.model.commitments import Watch
from monitor.model.documents import Document, Passage
from monitor.model.sources import GOV_UK, HANSARD, WRITTEN_QUESTIONS
from tests import builders as b
from tests.builders import Newsroom

LAST = date(2031, 8, 1)
DEBATE = b.speech("I will make a statement on the lamp report.", date(2031, 2, 3), "d1", title="Lamps")
WORDS = "The lamp report has been delayed and will now be published by the end of May 2031."


def register() -> Newsroom:
    """Return a newsroom with a promise of two parts and a step, and one that is missed without a word."""
    step = b.milestone(
        "terms", title="The terms stand", step=True, due=None, expect=b.expectation(things=("lamp terms",))
    )
    report, second = (
        b.milestone(),
        b.milestone("second", title="The rock plan", expect=b.expectation(things=("rock plan",))),
    )
    lamps = b.commitment(
        milestones=(step, report, second), watch=Watch(names=("lamp report", "lamp terms", "rock plan"))
    )
    buoys = b.commitment("buoys", title="Buoys counted", watch=Watch(names=("buoy count",)))
    return Newsroom(b.register(lamps, buoys))


def papers() -> tuple[tuple[date, tuple[Document, ...]], ...]:
    """Return on which days what is read: delays, a step, a delivery, a silent edit, a debate that is read twice."""
    more = Passage("speech", WORDS, "Ada Marsh", "Minister for Lighthouses")
    page = b.document(
        "/lamps", source=GOV_UK, kind="news_story", url="https://www.gov.uk/lamps", title="Lamp report: news",
        published_on=date(2031, 3, 5),
        passages=(Passage("text", "Work on the lamp report has begun.\n\nIt goes well."),),
    )  # fmt: skip
    edited = replace(page, passages=(Passage("text", "Work on the lamp report has begun.\n\nIt goes very well."),))
    return (
        (date(2031, 2, 4), (DEBATE,)),
        (date(2031, 2, 20), (replace(DEBATE, passages=(*DEBATE.passages, more)),)),
        (date(2031, 3, 3), (b.answer("The lamp terms were published on 1 March 2031.", date(2031, 3, 3), "q1"),)),
        (date(2031, 3, 6), (page,)),
        (
            date(2031, 4, 1),
            (
                b.answer(
                    "The lamp report has been delayed again and will now be published by the end of June 2031.",
                    date(2031, 4, 1),
                    "q2",
                ),
            ),
        ),
        (date(2031, 5, 2), (edited,)),
        (date(2031, 7, 9), (b.answer("The lamp report was published on 8 July 2031.", date(2031, 7, 9), "q3"),)),
        (LAST, ()),
    )


def played(room: Newsroom, *, telling: bool = True) -> None:
    """Read the story's papers day by day, as scans do; without telling, as one does that is killed before it tells."""
    for on, documents in papers():
        if telling:
            room.read(*documents, on=on)
            continue
        for source in dict.fromkeys((HANSARD, WRITTEN_QUESTIONS, *(d.source for d in documents))):
            room.settle(b.harvest(*(d for d in documents if d.source == source), source=source, until=on))
