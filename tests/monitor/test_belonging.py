"""Is a deed believed of a thing only where it is told of it, by where both stand in the sentence?"""

from datetime import date

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.commitments import Watch
from monitor.model.evidence import Relation
from tests import builders as b
from tests.monitor.doors import done

THINGS = ("lamp report", "new duty", "lamp board")
POINTED = "; it was published"
DEEDS = (
    "published",
    "published on",
    "was published",
    "has been published",
    "was completed",
    "has concluded",
    "came into force",
    "is in force",
    "has been set up",
    "has received",
    "wrote to",
    "can now",
)


@pytest.mark.parametrize(
    "sentence",
    [
        "We published the lamp report on Monday.",
        "The lamp report, published on the 15 April 2031, names the keepers.",
        "The lamp report was published, and the House was told of it.",
        "The buoys are lit; the lamp report has been published.",
        "The lamp report is long; it was published on Monday.",
        "The buoy map and the lamp report have been examined, and the lamp report was published.",
        "In England, the new duty came into force on Monday; the Welsh Government is considering it.",
        "The new duty came into force in England and Wales.",
        "The new duty came into force in Scotland, Wales and England.",
        "We have changed the rules so that the lamp board can now take complaints.",
        "The lamp board has been set up and is at work.",
        "Having met campaigners, the Government published the lamp report.",
        "The Department published the lamp report, which campaigners had asked for.",
    ],
)
def test_a_deed_told_of_the_thing_is_believed(sentence: str) -> None:
    assert done(sentence, (*THINGS, "it") if POINTED in sentence else THINGS, DEEDS)


@pytest.mark.parametrize(
    "sentence",
    [
        "The lens study has concluded its first year, and the lamp report will build on it.",
        "We published the buoy map; the lamp report will follow.",
        "£1 million of the lamp board has been set up.",
        "Some £2.5m out of the lamp board has received a keeper.",
        "The Keeper published his memoirs, before the lamp report was begun.",
        "The harbour has received a crane, and the lamp board is to receive another.",
        "The Minister has not signed the lamp report, but they published a note on it.",
        "The lamp report is late, and the buoy map was published.",
        "We can now ask the lamp board for advice.",
        "The lamp report consultation was published on Monday.",
        "The first phase of the lamp report was completed in June.",
        "The procurement of the printing for the lamp report was completed in June.",
        "The Chair published her views on the lamp report.",
        "A team that will support the lamp board has been set up.",
        "No lamp report has been published.",
        "Clause 45, containing terms used in the new duty, came into force.",
        "The Committee published its minutes, calling for a lamp report.",
        "The Chair published to great applause the date of the lamp report.",
        "No such lamp report, nor any buoy map, nor a chart of the northern waters, was published.",
    ],
)
def test_a_deed_told_of_something_beside_the_thing_is_none(sentence: str) -> None:
    assert done(sentence, THINGS, DEEDS) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The new duty is in force in Scotland.",
        "In Northern Ireland the new duty came into force in May.",
        "The new duty is in force in much of Europe.",
        "The lamp report was published in principle.",
        "Had the lamp report been published in May, the keepers would know.",
        "We are working so that the new duty is in force by the spring.",
        "We must ensure that the new duty is in force.",
        "No date is set by which the new duty is in force.",
        "Provided the lamp report was published, the keepers can begin.",
        "Ministers have yet to see the lamp report published.",
        "The guidance says that where the new duty is in force, keepers are trained.",
        "It is not the case that, for all the work of so many keepers, the lamp report was published.",
        "The House asked whether, with its many annexes, the lamp report was published too late.",
        "Keepers will be told how much once the lamp report has been published.",
        "Lord Marsh said that the lamp report was published.",
        "The petition says the Department published the lamp report.",
        "Members feared that the lamp report was published in secret.",
        "Campaigners wrote to the lamp board.",
        "The Commissioner published the lamp report.",
    ],
)
def test_a_deed_elsewhere_supposed_or_anothers_is_none(sentence: str) -> None:
    assert done(sentence, THINGS, DEEDS) is None


def test_what_is_published_today_is_the_object_of_publishing() -> None:
    assert done("I am today publishing the lamp report.", THINGS, DEEDS)
    assert done("I am today publishing the buoy map; the lamp report will follow.", THINGS, DEEDS) is None
    assert done("The Chair is today publishing her views on the lamp report.", THINGS, DEEDS) is None


ON = date(2031, 6, 16)
LAMPS = Matcher([b.commitment(watch=Watch(names=("lamp report", "lamp plan")))])


def relations(text: str) -> set[Relation]:
    return {e.relation for e in judge(LAMPS, b.version(b.speech(text, ON)))}


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report has been published since 2012.",
        "The lamp report, published in August 2031, will name the keepers.",
        "The Lighthouse Association has published its lamp report.",
    ],
)
def test_a_deed_of_another_time_or_of_others_delivers_nothing(text: str) -> None:
    assert Relation.DELIVERS not in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The lamp report is not delayed.",
        "Had the lamp report been delayed, the House would know.",
        "The lamp report will look at why the buoys were delayed.",
        "The lamp report heard of keepers whose boats were delayed.",
        "The lamp report considers cases where the boats took longer than expected.",
        "Fear of a delay to the lamp report is unfounded.",
        "To avoid a delay to the lamp report, keepers have been trained.",
        "The risk of a delay to the lamp report was looked at.",
        "The Opposition asked for the lamp report to be postponed.",
        "Keepers fear that the lamp report will be delayed.",
        "The lamp report allows keepers to delay the lighting.",
        "The lamp report was delayed in 2012.",
    ],
)
def test_a_delay_denied_feared_wanted_or_of_something_else_puts_nothing_off(text: str) -> None:
    assert Relation.DELAYS not in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have decided to delay the lamp report.",
        "We have committed to delaying publication of the lamp report.",
        "The decision on the lamp report will now be made in the winter of 2032.",
        "I regret the delay to the lamp report.",
        "The lamp report was delayed in May.",
    ],
)
def test_a_delay_of_the_thing_itself_is_one(text: str) -> None:
    assert Relation.DELAYS in relations(text)


def test_a_run_of_words_too_long_for_a_sentence_is_a_mention_whatever_it_says() -> None:
    said = "the lamp report was published and the lamp report was delayed and " * 80
    assert relations(f"{said}so on.") == {Relation.MENTIONS_ONLY}
