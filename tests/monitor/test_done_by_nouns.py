"""Does a noun tell a deed as done: its publication, the laying of it, payments, our response to it?"""

import pytest

from monitor.judging.english.done_by_nouns import ROWS
from monitor.judging.english.done_patterns import Opening
from tests.monitor.doors import door

DEEDS = (
    "published",
    "launched",
    "appointed",
    "laid before Parliament",
    "laid",
    "paid",
    "responded to",
    "opened",
    "signed",
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_each_form_opens_for_its_example_and_not_for_its_counter_example(row: Opening) -> None:
    assert door(row.example, DEEDS).rule == row.id
    assert not door(row.counter, DEEDS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Since its launch in April the {Tide Review} has had forty letters.",
        "Since its publication on 5 June, the {Tide Plan} has been read in every port.",
        "Since their publication last month, the {tide rules} have been praised.",
        "Since his appointment as {Tide Commissioner} in May, Sir Alan has visited ten ports.",
        "Following her appointment as the new {Tide Commissioner}, Dame Ada has met the keepers.",
        "The {Tide Fund} went live in April and closed in May, fully allocated.",
        "The laying of the {Tide Order} on 5 June was warmly welcomed by keepers.",
        "The signing of the {Tide Accord} last month was hailed across the coast.",
        "The opening of the {Tide Fund} in May has already led to forty bids.",
        "Payments of the {Tide Grant} have now been made to every port.",
        "Payment of the {Tide Grant} was made in full on 5 June.",
        "The Government’s full response to the {Tide Review} was published on 5 June.",
        "Our response to the {Tide Review} has been laid today.",
        "On 5 June we published our formal response to the {Tide Review}.",
    ],
)
def test_a_noun_tells_it_as_done(sentence: str) -> None:
    assert door(sentence, DEEDS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Since its publication was put off, the {Tide Plan} has been rewritten.",
        "After its publication, the {Tide Plan} will be reviewed.",
        "Since its publication in March, the map of the {Tide Plan} has been read.",
        "Since her appointment as deputy {Tide Commissioner}, Dame Ada has met the keepers.",
        "Her appointment as {Tide Commissioner} is expected in May.",
        "The laying of the {Tide Order} on 5 June was postponed.",
        "The laying of the {Tide Order} would be welcomed by ports.",
        "The prospect of the launch of the {Tide Review} was welcomed.",
        "The announced launch of the {Tide Review} was welcomed.",
        "The launch of the {Tide Review} by the Scottish Government was welcomed.",
        "The launch of the {Tide Review} was welcomed, but it has been delayed.",
        "Some payments of the {Tide Grant} were made to all ports.",
        "Payments of the {Tide Grant} were made to ten ports.",
        "Payments of the {Tide Grant} were made to all but two ports.",
        "Payments of the {Tide Grant} will be made to all ports.",
        "Our draft response to the {Tide Review} was published on 5 June.",
        "Our response to the {Tide Review} was published in draft.",
        "Our response to the {Tide Review} will be published on 5 June.",
        "The union’s response to the {Tide Review} was published on 5 June.",
        "We have not published our response to the {Tide Review}.",
        "Our response to the {Tide Review} consultation was published on 5 June.",
    ],
)
def test_what_is_put_off_still_to_come_or_of_others_is_not_told_as_done(sentence: str) -> None:
    assert not door(sentence, DEEDS)


def test_a_response_counts_only_where_a_register_asks_for_one() -> None:
    assert not door("Our response to the {Tide Review} was published on 5 June.", ("published", "launched"))
