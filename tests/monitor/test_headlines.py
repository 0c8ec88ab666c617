"""Do headlines lead with the news within a hundred characters, whole words, the commitment's title after it?"""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model.changes import Change
from monitor.model.commitments import RulingKind
from monitor.model.documents import Presence
from monitor.model.evidence import Relation
from monitor.model.sources import COMMITTEES, GOV_UK, HANSARD
from monitor.status.headlines import LEAD, headline, news_of, quoting, shortened
from monitor.status.timeline import untold_changes
from tests import builders as b
from tests.builders import Newsroom

TODAY = date(2031, 7, 1)
TITLE = "A report on the lamps"
LONG = (
    "Eight hundred closed cases were formally reopened by police forces in England and Wales "
    "during the three months to May."
)


def leads(told: tuple[Change, ...]) -> list[str]:
    """Return the news of each headline; fails where one does not end on the title, or is too long before it."""
    found = [news_of(c.headline, TITLE) for c in told]
    assert all(c.headline == f"{lead} – {TITLE}" for c, lead in zip(told, found, strict=True))
    assert all(0 < len(lead) <= LEAD for lead in found)
    return found


def shown(relation: Relation, quote: str, source: str = HANSARD, **more: Any) -> Change:
    paper = b.citation(b.document(source=source, title="Topical Questions"))
    found = b.evidence(relation, document=paper, milestone=None, quote=quote, **more)
    return next(c for c in untold_changes(b.facts(evidence=[found]), (), b.at(TODAY), TODAY) if c.kind == relation)


@pytest.mark.parametrize(
    ("relation", "source", "lead"),
    [
        (Relation.PROGRESS, HANSARD, "Minister: “Eight hundred closed cases"),
        (Relation.ANNOUNCES, GOV_UK, "GOV.UK: “Eight hundred closed cases"),
        (Relation.WEAKENS, HANSARD, "Wording softened. Minister: “Eight hundred"),
        (Relation.SUPERSEDES, GOV_UK, "Replaced. GOV.UK: “Eight hundred"),
        (Relation.DELAYS, COMMITTEES, "Delayed. Committee: “Eight hundred"),
    ],
)
def test_what_was_said_is_told_in_its_own_words_with_who_says_it(relation: Relation, source: str, lead: str) -> None:
    told = shown(relation, LONG, source)
    (news,) = leads((told,))
    assert news.startswith(lead)
    said = re.search(r"“(.*)”", news)
    assert said is not None
    kept = said[1].removesuffix("…")
    assert LONG.startswith(kept)
    assert LONG[len(kept)] in " ."
    assert told.because is not None
    assert told.because.quote == LONG
    assert "Topical Questions" not in told.headline
    assert told.details == ("It stands in “Topical Questions” of 16 June 2031.",)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("I can confirm that forty lamps were lit.", "forty lamps were lit."),
        ("I am pleased to tell the House that the lamps are lit.", "the lamps are lit."),
        ("And we are now able to announce today that all is done.", "all is done."),
        ("We can see that nothing was said.", "We can see that nothing was said."),
    ],
)
def test_the_preface_of_a_sentence_is_left_out_and_nothing_else(sentence: str, said: str) -> None:
    assert quoting("Minister: ", sentence) == f"Minister: “{said}”"


def test_a_moved_date_leads_with_the_words_that_gave_it() -> None:
    due = b.due("later in May", date(2031, 5, 31), said_on=date(2031, 4, 10))
    moved = b.ruling(kind=RulingKind.MOVED, on=date(2031, 4, 10), due=due, source=b.LINK)
    told = untold_changes(b.facts(rulings=[moved]), (), b.at(TODAY), TODAY)
    assert "Date moved: “later in May”, by 31 May 2031 (was 16 April 2031)" in leads(told)


@pytest.mark.parametrize("kind", [RulingKind.DROPPED, RulingKind.WEAKENED, RulingKind.SUPERSEDED, RulingKind.PROGRESS])
def test_a_ruling_leads_with_what_it_does_and_says_beneath_who_ruled_and_why(kind: RulingKind) -> None:
    ruled = b.ruling(kind=kind, milestone=None, on=date(2031, 3, 1), why=LONG)
    told = untold_changes(b.facts(rulings=[ruled]), (), b.at(TODAY), TODAY)
    change = next(c for c in told if c.details == (f"Ruled by C. Clerk: {LONG}",))
    assert leads(told)
    assert LONG not in change.headline


@pytest.mark.parametrize(
    ("kind", "why", "successor", "lead"),
    [
        (RulingKind.SUPERSEDED, "replaced by the foghorn plan", "foghorns", "Replaced by The Foghorn Plan"),
        (RulingKind.SUPERSEDED, "The minister said so.", "foghorns", "Replaced by The Foghorn Plan"),
        (RulingKind.SUPERSEDED, "replaced by the foghorn plan", None, "Replaced by the foghorn plan"),
        (RulingKind.SUPERSEDED, "It was superseded by new rules.", None, "Superseded by new rules."),
        (RulingKind.SUPERSEDED, "A foghorn plan replaces it.", None, "A foghorn plan replaces it."),
        (RulingKind.SUPERSEDED, "The minister said so.", None, "Replaced: The minister said so."),
        (RulingKind.DROPPED, "dropped for want of money", None, "Dropped for want of money"),
        (RulingKind.DROPPED, "There was no money.", None, "Dropped: There was no money."),
    ],
)
def test_a_ruling_never_says_twice_what_it_does_and_names_what_took_the_place(
    kind: RulingKind, why: str, successor: str | None, lead: str
) -> None:
    ruled = b.ruling(kind=kind, milestone=None, on=date(2031, 3, 1), why=why, successor=successor)
    known = b.facts(b.commitment(), b.commitment("foghorns", title="The Foghorn Plan"), rulings=[ruled])
    told = untold_changes(known, (), b.at(TODAY), TODAY)
    (change,) = (c for c in told if c.details == (f"Ruled by C. Clerk: {why}",))
    assert change.headline == f"{lead} – {TITLE}"


def test_every_turn_of_a_long_story_leads_with_news() -> None:
    room = Newsroom()
    room.read(b.answer("Work on the lamp report has begun.", date(2031, 2, 1)), on=date(2031, 2, 2))
    room.read(b.answer("Work on the lamp report has not begun.", date(2031, 2, 1)), on=date(2031, 3, 2))
    out = b.answer(f"The lamp report was published today. {LONG}", date(2031, 5, 9), "q2", title=LONG)
    room.read(out, on=date(2031, 5, 9))
    room.read(replace(out, presence=Presence.WITHDRAWN), on=TODAY)
    assert len(leads(room.told())) == len(room.told()) > 3


def test_a_promise_leads_with_who_made_it_and_by_when_however_long_the_posts_name() -> None:
    post = b.post(title="Parliamentary Under-Secretary of State for Lighthouses, Lightships and Matters of the Sea")
    (made, *_) = untold_changes(b.facts(b.commitment(post=post)), (), b.at(TODAY), TODAY)
    assert leads((made,)) == ["Promised by Ada Marsh, by 16 April 2031"]
    assert post.title in made.details[0]


@given(st.text("ab, .–“”…'x", max_size=260), st.integers(min_value=8, max_value=LEAD))
def test_a_shortened_text_fits_and_ends_at_the_end_of_a_word(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    if short != text:
        assert short.endswith("…")
        kept = short.removesuffix("…")
        assert text.startswith(kept)
        rest = text[len(kept) :]
        assert not (kept and kept[-1].isalpha() and rest[0].isalpha()) or " " not in text[:most]


def test_a_headline_of_the_version_before_is_quoted_without_title_and_caution() -> None:
    assert news_of(f"{TITLE}: delivered, 61 days late. Caution: One press report", TITLE) == "delivered, 61 days late"
    assert news_of(headline(TITLE, "Delivered: The report"), TITLE) == "Delivered: The report"
