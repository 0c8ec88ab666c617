"""Is a thing from which a part is left out told as done? Never, wherever that is said."""

import pytest

from tests.monitor.doors import door

DEEDS = ("completed", "published", "opened", "paid")


@pytest.mark.parametrize(
    "sentence",
    [
        "The {Tide Review} is complete but for its maps.",
        "The {Tide Review} has been published, save for its second volume.",
        "The {Tide Review}, bar its annex, was published in June.",
        "The {Tide Review} was completed apart from two chapters.",
        "We published the {Tide Review} except its tables.",
        "With the exception of one map, the {Tide Review} has been published.",
        "With one exception, the {Tide Review} has been published.",
        "The {Tide Review} is all but complete.",
        "The {Tide Grant} has been paid to all but four ports.",
        "The {Tide Fund} has opened in every region but one.",
        "The {Tide Review} was published minus its appendices.",
        "The {Tide Review} is complete, short of a foreword.",
        "But for its foreword, the {Tide Review} is complete.",
        "Its foreword aside, the {Tide Review} has been completed.",
        "The {Tide Review} is complete, its foreword excepted.",
        "The {Tide Review} is complete, with one volume to come.",
        "We have published the {Tide Review} other than its annex.",
    ],
)
def test_what_leaves_a_part_out_is_no_delivery_of_the_whole(sentence: str) -> None:
    assert not door(sentence, DEEDS)


@pytest.mark.parametrize(
    "sentence",
    [
        "Apart from the map, we also published the {Tide Review}.",
        "The {Tide Review} was published in June, but for the first time without a map.",
        "The {Tide Review} was completed in June, well short of its deadline.",
        "The {Tide Fund} opened in June and will help save the oldest piers.",
    ],
)
def test_the_same_words_of_something_else_take_nothing_out(sentence: str) -> None:
    assert door(sentence, DEEDS)
