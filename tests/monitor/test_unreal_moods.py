"""Is a deed told as done kept apart from one that is willed, wished, doubted, denied or asked about?"""

from datetime import date

import pytest

from monitor.judging.english.deed_days import days_told, told_of_old
from monitor.judging.english.delivery_door import told_done
from monitor.model.sentences import places
from tests.monitor.doors import done

SAID = date(2031, 7, 1)
THINGS = ("lamp report", "lamp reports", "report*")
DEEDS = ("published",)

TOLD_AS_DONE = [
    "The lamp report has been published.",
    "The lamp report was published on 16 June.",
    "We published the lamp report last week.",
    "We have now published the lamp report in full.",
    "We have today published the lamp report.",
    "I am today publishing the lamp report.",
    "We are also today formally publishing the lamp report.",
    "In June this year, the inspector published her lamp report.",
    "The lamp report, published on 16 June 2031, made twelve recommendations.",
    "We will respond in full to the lamp report, which was published on Monday.",
    "The inspector, who published her lamp report in June, will return.",
    "Since the lamp report was published, forty lamps have been lit.",
    "The lamp report had already been published by then.",
    "The lamp reports were published together.",
    "Both lamp reports have been published.",
    "I can confirm that the lamp report has been published.",
    "I am pleased that the lamp report was published in time.",
    "As promised, the Government’s lamp report was published in June.",
    "The ‘lamp report’ was published in June.",
    "The lamp report is published today.",
    "The duty to report is a matter for councils, but our lamp report was published in May.",
]

NOT_TOLD_AS_DONE = [
    # still to come
    "The lamp report will be published in May.",
    "We will have published the lamp report by May.",
    "We shall see the lamp report published.",
    "The lamp report is to be published in May.",
    "The lamp report was to have been published in May.",
    "The lamp report is due to be published.",
    "The lamp report is due to have been published.",
    "The lamp report was expected to be published today.",
    "We expect the lamp report to be published shortly.",
    "We hope that the lamp report can be published.",
    "The lamp report remains to be published.",
    "We are committed to having published the lamp report by June.",
    "The lamp report is being published in stages.",
    "The lamp report is about to be published.",
    # would, should, could
    "The lamp report should have been published in April.",
    "The lamp report would have been published, had it been ready.",
    "The lamp report could have been published.",
    "The lamp report might have been published.",
    "Had the lamp report been published, we would have known.",
    # denied
    "The lamp report has not been published.",
    "The lamp report has not yet been published.",
    "The lamp report has yet to be published.",
    "The lamp report hadn’t been published.",
    "The lamp report wasn't published.",
    "The lamp report was never published.",
    "No lamp report was published.",
    "None of the lamp reports were published.",
    "Nothing of the lamp report has been published.",
    "It is not true that the lamp report was published.",
    "It is not the case that the lamp report has been published.",
    "It is untrue that the lamp report was published.",
    "We are not publishing the lamp report today.",
    "We are today considering publishing the lamp report.",
    "The lamp report was hardly published.",
    # doubted, or somebody else's word
    "There is no evidence that the lamp report has been published.",
    "I cannot confirm that the lamp report has been published.",
    "I do not accept that the lamp report was published.",
    "The hon. Member claims that the lamp report was published.",
    "The claim that the lamp report was published is wrong.",
    "The hon. Member suggested the lamp report was published.",
    "The lamp report was allegedly published.",
    "The lamp report was nearly published.",
    "The hon. Member said “the lamp report was published”.",
    "The hon. Member said 'the lamp report was published'.",
    "The hon. Member said ‘the lamp report was published’.",
    "“The lamp report was published in June, or so I heard.",
    "The lamp report was published in June, or so I heard.”",
    # conditions
    "Once the lamp report is published we will respond.",
    "Once the lamp report led by the inspector has been published, we will respond.",
    "When the lamp report has been published, we will respond.",
    "We will respond when the lamp report has been published.",
    "We will respond on the day the lamp report is published.",
    "We will respond by the time the lamp report is published.",
    "If the lamp report was published, I have not seen it.",
    "Until the lamp report has been published we can say nothing.",
    "Unless the lamp report has been published, nothing follows.",
    "Before the lamp report was published we knew nothing.",
    # asked
    "Has the lamp report been published?",
    "Can she say whether the lamp report was published?",
    "She said that the lamp report was published, did she not?”",
    "I asked whether the lamp report had been published.",
    "He asks if the lamp report was published.",
    # about something else
    "The lamp review was published in June.",
    "The lamp report was printed in June.",
    "The unpublished lamp report was read.",
]


@pytest.mark.parametrize("sentence", TOLD_AS_DONE)
def test_a_deed_told_as_a_fact_is_done(sentence: str) -> None:
    assert done(sentence, THINGS, DEEDS)


@pytest.mark.parametrize("sentence", NOT_TOLD_AS_DONE)
def test_a_deed_willed_denied_doubted_or_asked_about_is_not_done(sentence: str) -> None:
    assert done(sentence, THINGS, DEEDS) is None


def test_a_deed_of_several_words_may_share_words_with_the_thing() -> None:
    assert done("The lamp report was published in June.", ("lamp report",), ("report was published",))


def test_a_deed_of_several_words_is_denied_like_any_other() -> None:
    assert done("It is not true that the lamp report was published.", THINGS, ("was published",)) is None


def test_words_of_the_thing_itself_deny_nothing() -> None:
    assert done("The duty to report came into force in June.", ("duty to report",), ("came into force",))


def test_the_thing_and_the_deed_must_stand_in_one_sentence() -> None:
    assert done("It was published in June.", THINGS, DEEDS) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The lamp report was published on 16 June 2031.", date(2031, 6, 16)),
        ("The lamp report was published in full on 16 June.", date(2031, 6, 16)),
        ("On 16 June, the lamp report was published.", date(2031, 6, 16)),
        ("On 16 June we published the lamp report.", date(2031, 6, 16)),
        ("The lamp report was published on 16th June 2031.", date(2031, 6, 16)),
        ("The lamp report was published on 16 December.", date(2030, 12, 16)),
        ("The lamp report was published today.", SAID),
        ("I am today publishing the lamp report.", SAID),
        ("The lamp report was published today, 1 July 2031.", SAID),
        ("The lamp report was published.", None),
        ("The lamp report was published in June.", None),
        ("The lamp report was published on 31 June.", None),
        ("The lamp report was published on 16 June and published again on 18 June.", None),
        ("The lamp report was published, and will be debated on 16 July 2031.", None),
        ("The lamp report, announced on 16 January, has been published.", None),
        ("The lamp report that she promised on 16 January has been published.", None),
        ("The deadline was 16 April, and the lamp report was published.", None),
        ("The lamp report was published and today we respond to it.", None),
        ("The lamp report was published and debated on 20 June.", None),
        ("The lamp report was published before 20 June.", None),
        ("The lamp report was published in June, and we met its authors on 28 June.", None),
    ],
)
def test_the_day_of_a_deed_is_only_one_that_stands_with_it(sentence: str, day: date | None) -> None:
    things = places(sentence, THINGS)
    assert told_done(sentence, things, DEEDS, SAID, date(2030, 1, 16)).on == day


def test_days_still_to_come_are_no_days_of_a_deed() -> None:
    assert days_told("Begun on 3 June, it will end on 3 July 2031.", SAID) == (date(2031, 6, 3),)


@pytest.mark.parametrize(
    ("sentence", "old"),
    [
        ("The lamp report was published in 2029.", True),
        ("The lamp report was published in December 2030.", True),
        ("The lamp report was published in January 2031.", False),
        ("The lamp report of 2029 was published in June 2031.", False),
        ("The lamp report was published in June.", False),
        ("The lamp report was published under the Lighthouses Act 1998.", False),
    ],
)
def test_a_deed_dated_before_the_promise_is_another_deed(sentence: str, old: bool) -> None:
    assert told_of_old(sentence, date(2031, 1, 16)) is old
