"""Is a deed refused that stands in a sentence with the thing, but is told of something beside it, or only asked about?

In each sentence the thing stands between braces. All were made up for this, over subjects that no rule was written for.
"""

from collections.abc import Sequence

import pytest

from tests.monitor.doors import door

BESIDE = """
Guidance is in place for keepers who work under the {Lamp Plan}.
A separate process is in place under the {Lamp Plan}.
New rules are in place thanks to the {Lamp Plan}.
A separate process is in place for SFA that is utilised under the {Afghan Resettlement Programme}.
We will consult in the new year on how the {scheme} is designed and implemented.
We will set out next month when the {scheme} was introduced and what it is for.
A helpline has been set up for tenants covered by the {Renters Charter}.
The portal, like the {Port Register}, was opened in May.
A map has been published that is longer than the {Port Strategy}.
We have appointed advisers to the {Water Commission}.
The fund that pays for the {Youth Hubs} was launched in June.
A body that inspects the {hospital} has been set up.
The agency that runs the {register} published its accounts.
We have introduced safeguards for those on the {grant}.
Homes covered by the {levy} are now open.
The review of those who wrote the {Port Strategy} was published in May.
A framework is in place to support the {ban}.
Arrangements are in place ahead of the {ban}.
Support is in place through the {Harbour Fund}.
Systems are in place so that the {levy} works.
The team, formed for the {inquiry}, has been set up.
The Chancellor has signed a letter about the {treaty}.
The date, set in the {Port Strategy}, was published in May.
A register, as the {Port Act} requires, is in place.
Ministers opened a debate on the {Port Strategy}, which was launched in May by campaigners.
The consultation that preceded the {Port Strategy} closed in May.
We published figures in May, as the {Port Strategy} had promised.
Training has been launched in preparation for the {Lamp Duty}.
The rules came into force in May, a year before the {Lamp Duty}.
The rules came into force in May with the help of the {Lamp Board}.
The guidance was published in June under the {Lamp Duty}.
The number of homes built under the {scheme} was published in May.
Whether the {scheme} is in place will be told in May.
We will explain what the {scheme} has introduced.
We will report on what has been introduced under the {scheme}.
We will look at how the {scheme} was introduced in Leeds.
Ministers will decide when the {scheme} has been opened.
We will tell the House which {hubs} have been opened.
I will write to her about who was appointed to the {Water Board}.
The Secretary of State will set out why the {site} was closed.
The case for the {treaty}, signed in May by ten mayors, is strong.
Half the cost of the {hospital} has been paid.
The owner of the {hospital} has been appointed to the Lords.
The opening date of the {hospital} was published in May.
The {hospital}, whose wards opened in May, is new.
The {hospital}, unlike the hubs opened in May, is late.
Like the {Port Strategy}, the map was published in May.
As with the {Port Strategy}, we published the map in May.
In line with the {Port Strategy}, we launched a fund in May.
The map, not the {Port Strategy}, was published in May.
The map rather than the {Port Strategy} was published in May.
The work that led to the {Port Strategy} was completed in June.
Industry has in place plans for the {ban}.
A process is in place whereby the {grant} can be sought.
The board is in place that will oversee the {grant}.
New rules have been introduced because of the {inquiry}.
The {hospital}'s landlord was appointed in June.
Guidance on rights under the {Tenancy Act} has been published.
A scheme has been set up, modelled on the {Youth Guarantee}.
The {Ferry Fund}'s chief critic was appointed on 5 June.
The bridge opened on 5 June, the day the {Ferry Fund} was due.
On 5 June, the deadline for the {Ferry Fund}, we published a map.
The {Ferry Fund}, a scheme like the one launched in May, is late.
The {Ferry Fund}, sister of the Port Fund launched in May, is late.
The minister for the {Ferry Fund} was appointed in May.
A minister, responsible for the {Ferry Fund}, was appointed in May.
A better {Ferry Fund} has been launched by Denmark.
More than the {Ferry Fund} was launched in May.
As much as the {Ferry Fund}, the map was launched in May.
The first ferry paid for by the {Ferry Fund} was launched in May.
Ferries that the {Ferry Fund} paid for were launched in May.
The ferry for which the {Ferry Fund} paid was launched in May.
The map, which the {Ferry Fund} paid for, was published in May.
Applicants to the {Ferry Fund} set up a forum in May.
The pilot stage of the {Ferry Fund} closed in May.
The window for the {Ferry Fund} closed in May.
The plans for the {Ferry Fund} were published in May.
We plan that the {Ferry Fund} is launched in May.
The plan is that the {Ferry Fund} opened in May.
The council launched the {Ferry Fund} in May.
The Isle of Wight Council's {Ferry Fund} was launched in May.
My constituents launched a {Ferry Fund} in May.
Our friends in Norway launched a {Ferry Fund} in May.
The regulator, not the Government, launched the {Ferry Fund}.
The House of Commons Library published a {Ferry Plan} in May.
Government critics published the {Ferry Plan} in May.
Department stores launched the {Ferry Fund} in May.
Members of our review panel published a {Ferry Plan} in May.
A friend of the Prime Minister launched the {Ferry Fund} in May.
The {Ferry Plan} was published in full by a newspaper.
The {Ferry Plan} was published in May by a newspaper.
The {Ferry Plan} was published in May for the islands only.
The {Ferry Plan} was published in May without its costings.
The {Ferry Plan} has been published alongside the draft map for views.
We decided what the {Ferry Plan} introduced.
We asked how far the {Ferry Plan} was introduced.
We will report on the extent to which the {Ferry Plan} was introduced.
She will say in which ports the {Ferry Fund} was launched.
The report tells us where the {Ferry Fund} was launched.
We have published guidance on applying to the {Ferry Fund}.
We launched, with the {Ferry Fund} in mind, a survey.
We published a map to go with the {Ferry Plan}.
We published a map and a survey of the {Ferry Plan}.
We published the Port Plan, and not the {Ferry Plan}.
We published either the map or the {Ferry Plan}.
We published the map ahead of the {Ferry Plan}.
We introduced ferries under the {Ferry Plan}.
We introduced fares for users of the {Ferry Fund}.
Since the publication of the {Ferry Plan} timetable, we have met ports.
Since the launch of the search for the {Ferry Chair}, we have met ports.
Following the opening of the {Ferry Port} car park in May, we met ports.
It follows that the {Ferry Plan} was published.
The Government intended the {Ferry Plan}, published on 5 June 2019, to last.
Those who published the {Ferry Plan} have resigned.
"""
ASKED = (
    (
        "published",
        "launched",
        "came into force",
        "appointed",
        "opened",
        "set up",
        "introduced",
        "signed",
        "closed",
        "paid",
    ),
    ("is in place", "in place", "has been set up", "is utilised", "was published", "designed"),
    ("set out", "established", "began", "completed", "responded to"),
)


@pytest.mark.parametrize("deeds", ASKED, ids=("done", "spelt", "others"))
@pytest.mark.parametrize("proposed", [False, True], ids=("alone", "proposed"))
@pytest.mark.parametrize("sentence", BESIDE.strip().splitlines())
def test_what_is_told_beside_the_thing_opens_nothing(sentence: str, deeds: Sequence[str], *, proposed: bool) -> None:
    assert not door(sentence, deeds, proposed=proposed)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("is in place", "The {ban} is now in place."),
        ("have accepted all but one", "We have accepted all but one of the recommendations of the {review}."),
        ("launched", "Following the launch of the {fund} in May, ports have ferries."),
        ("published", "That is why on 1 June we published the {plan}."),
        ("published", "The map, published alongside the {plan}, is long."),
        ("published", "My right hon. Friend the Chancellor published the {plan}."),
        ("published", "The Secretary of State for Energy Security and Net Zero has published the {plan}."),
        ("published", "Skills England have published a {plan}."),
    ],
)
def test_what_is_told_of_the_thing_itself_is_done(asked: str, told: str) -> None:
    assert door(told, (asked,))


LIGHTLY = """
The {Tide Plan}, published with the help of keepers in May, names ten ports.
The {Tide Plan} (TP) (published on 5 June) names ten ports.
The {Tide Plan}, A Sea for All, published in May, names ten ports.
The {plan on tidal ports}/tidal harbours (TP), published in May, names ten ports.
The {Tide Plan} is available on GOV.UK.
The {Tide Plan} is now available online.
The {Tide Plan} was published this May.
Under the {Tide Plan} published this spring, ports are dredged.
More generally, we published a {Tide Plan} in May.
The Government’s recently published {Tide Plan} has ten aims.
At the launch of the {Tide Plan} in May we met keepers.
Here is what ports need: the {Tide Plan}, published in May, tells them.
"""
NOT_EVEN_LIGHTLY = """
The {Tide Plan} will be available on GOV.UK.
The {Tide Plan} is not available.
The {Tide Plan} is available on request.
The {Tide Plan} is available to staff.
A draft {Tide Plan} is available online.
A summary of the {Tide Plan} is available on GOV.UK.
The {Tide Plan} is available in draft.
The {Tide Plan} consultation is available online.
The Welsh Government’s {Tide Plan} is available online.
The 2019 {Tide Plan} is available online.
The {Tide Plan} is no longer available.
The {Tide Plan} should be available by June.
The {Tide Plan}, published by the Pilots’ League in May, names ten ports.
The {Tide Plan}, published in draft in May, names ten ports.
The {Tide Plan}, published for comment by ports in May, names ten ports.
The {Tide Plan}, to be published with the help of keepers in May, names ten ports.
The {Tide Plan}, last published with the help of keepers in 2019, names ten ports.
The Pilots’ League’s recently published {Tide Plan} names ten ports.
A published {Tide Plan} will name ten ports.
The updated {Tide Plan} will name ten ports.
Our initial report “{Tide Plan}: first thoughts” was published in May.
We announced the launch of a {Tide Plan}.
We confirmed the publication of the {Tide Plan}.
At the launch of the {Tide Plan} we will meet keepers.
Ahead of the launch of the {Tide Plan} in May we met keepers.
"""


@pytest.mark.parametrize("sentence", LIGHTLY.strip().splitlines())
def test_a_deed_told_in_passing_is_told(sentence: str) -> None:
    assert door(sentence, ("published", "launched"))


@pytest.mark.parametrize("sentence", NOT_EVEN_LIGHTLY.strip().splitlines())
def test_what_is_told_in_passing_of_a_draft_another_body_or_a_day_to_come_opens_nothing(sentence: str) -> None:
    assert not door(sentence, ("published", "launched", "updated"))


@pytest.mark.parametrize(
    "sentence",
    [
        "We are developing a {Tide Plan} which sets out how ports are dredged.",
        "The Government intends to launch a {Tide Board} which has ten members.",
        "As set out in the {Tide Plan}, we will dredge ports.",
        "We announced funding that will be set out in the {Tide Plan}.",
        "We announced the map in the run-up to the {Tide Plan}.",
        "The forthcoming {Tide Plan} sets out how ports are dredged.",
        "The {Tide Plan} is a framework for ports.",
        "Once published, the {Tide Plan} commits us to ten ports.",
        "The draft {Tide Plan} sets out how ports are dredged.",
        "The {Tide Plan} will have set out how ports are dredged.",
        "We have authorised keepers to register a charity which they propose to call the {Tide Fund}.",
        "The Scottish {Tide Plan} sets out how ports are dredged.",
    ],
)
def test_what_is_being_made_or_only_referred_to_is_not_shown_to_be_there(sentence: str) -> None:
    assert not door(sentence, ("published", "set up"), proposed=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The {Tide Plan} commits us to ten ports.",
        "We announced money for ten ports as part of the {Tide Plan}.",
        "Under the {Tide Plan} we announced money for ten ports.",
    ],
)
def test_what_is_said_in_a_thing_shows_that_it_is_there(sentence: str) -> None:
    assert door(sentence, ("published",), proposed=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Since its launch in April, the {Tide Review} has had forty letters.",
        "Since its publication on 5 June, the {Tide Plan} has been read in every port.",
        "Since their publication last month, the {tide rules} have been praised.",
    ],
)
def test_a_noun_before_the_thing_looks_back_at_its_deed(sentence: str) -> None:
    assert door(sentence, ("published", "launched"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Since its publication was put off, the {Tide Plan} has been rewritten.",
        "After its publication, the {Tide Plan} will be reviewed.",
        "Since its publication in March, the map of the {Tide Plan} has been read.",
        "Since its launch, the board of the {Tide Review} has met twice.",
    ],
)
def test_a_noun_before_another_thing_or_of_what_is_to_come_tells_nothing(sentence: str) -> None:
    assert not door(sentence, ("published", "launched"))
