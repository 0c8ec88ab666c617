"""Does the register that ships call delivered what it expects, told as done, and no like deed of something else?"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from monitor.judging.judge import judge
from monitor.judging.matching.matcher import Matcher
from monitor.model.documents import Document, Passage, Version
from monitor.model.evidence import Relation
from monitor.registers import SHIPPED, load, shipped

ASKED = "To ask the Home Secretary, what has been done about grooming gangs and child sexual exploitation."

TOLD_AS_DONE = """
2025-06-30 casey-audit/published
The Government published Baroness Casey's national audit on group-based child sexual exploitation and abuse on 16
June.

2025-06-17 casey-audit/published
Yesterday we published Baroness Casey's report entitled National Audit on Group-Based Child Sexual Exploitation and
Abuse.

2025-09-12 extra-funding/local-inquiry-fund
The £5 million for local inquiries into grooming gangs has been paid to the councils that asked for it.

2025-09-12 extra-funding/local-inquiry-fund
The Home Office confirms that the £5 million fund for local inquiries has been distributed among five councils.

2025-09-12 extra-funding/police-funding
The Child Sexual Exploitation Police Taskforce has received an extra £2.5 million for its work on grooming gangs.

2025-09-12 extra-funding/police-funding
The £2.5 million for the police Taskforce, to reopen closed grooming cases, has been paid.

2025-12-12 extra-funding/whole-sum
The £10 million to tackle grooming gangs and support their victims has been spent in full.

2026-04-12 casey-recommendations/convictions-disregarded
Since 1 April the convictions for child prostitution of victims of grooming have been disregarded.

2025-11-12 local-inquiries/inquiries-held
All five local inquiries into grooming gangs have reported, Oldham's first among them.

2025-05-12 review-panel/remit-widened
The remit of the Child Sexual Abuse Review Panel has been widened to cases from after 2013.

2025-05-12 review-panel/remit-widened
Since 1 April the Child Sexual Abuse Review Panel can now consider cases closed after 2013.

2026-02-12 ethnicity-data/recording-improved
The ethnicity of suspects in child sexual exploitation cases is now recorded in nearly all forces, the figures
published today show.

2026-05-12 ethnicity-data/power-to-mandate
The power to mandate the collection of ethnicity data in child sexual exploitation cases came into force on 1 May
2026.

2026-06-12 aggravating-factor/enacted
Grooming as a statutory aggravating factor in child sexual offences is now law.

2026-06-12 aggravating-factor/enacted
Grooming was made an aggravating factor in sentencing by the Crime and Policing Act 2026.

2026-05-12 iicsa-recommendations/custody-safeguards
We have decided on the registration framework for staff who work with children in custody, as the IICSA recommendation
asked.

2026-05-12 iicsa-recommendations/custody-safeguards
The decision on IICSA's recommendation on children in custody was published on 30 April 2026.

2025-02-12 closed-cases/letter-sent
The Home Secretary has written to the National Police Chiefs' Council, asking all chief constables to look again at
closed grooming cases.

2025-02-12 closed-cases/letter-sent
We have written to all chief constables to ask them to look again at closed grooming gang cases.

2026-05-12 national-inquiry/set-up
The Inquiry into grooming gangs was formally established on 13 April 2026.

2026-02-12 iicsa-recommendations/dbs-self-employed
The Order that opens enhanced DBS checks to self-employed people who work with children, as IICSA recommended, came
into force on 21 January 2026.

2026-06-12 aggravating-factor/enacted
The Crime and Policing Act 2026 made grooming an aggravating factor in sentencing for child sexual offences.

2025-04-09 jay-timetable/timetable-published
Yesterday the Government published a timetable for taking forward the recommendations of the Independent Inquiry into
Child Sexual Abuse.

2026-06-09 iicsa-recommendations/authority-response
Last week we published our response to the consultation on the Child Protection Authority.
"""

OF_SOMETHING_ELSE = """
2025-05-20 casey-audit
While Baroness Casey's national audit on group-based child sexual exploitation goes on, the Children's Commissioner's
report was published last week.

2025-09-12 extra-funding
£5 million has been awarded to charities that help the victims of grooming gangs; what councils will have for local
inquiries is not settled.

2025-09-12 extra-funding
A helpline for victims of child sexual exploitation has received £2.5 million, and the police Taskforce will hear of
its own money in due course.

2025-12-12 extra-funding
A further £10 million has been allocated in full to sexual assault centres, which see many victims of grooming gangs.

2025-12-12 extra-funding
Of the £10 million to tackle grooming gangs, £3 million has been spent.

2026-04-12 casey-recommendations
The convictions of sub-postmasters have been quashed by Act of Parliament, and we are looking at what that teaches us
for victims of grooming.

2026-04-12 casey-recommendations
Cautions for minor theft have been disregarded, but victims of grooming gangs still wait for the law on convictions
for child prostitution.

2025-11-12 local-inquiries
Local inquiries into child sexual exploitation in Rotherham and in other towns have reported, and councils can learn
from them.

2025-11-12 local-inquiries
The local inquiry into child sexual exploitation in Telford has reported, and Oldham is preparing its own.

2025-05-12 review-panel
The appointment of the lay member of the Child Sexual Abuse Review Panel was extended by a year.

2025-05-12 review-panel
Victims can now apply to the Child Sexual Abuse Review Panel by a form on its website.

2026-02-12 ethnicity-data
Ethnicity data on those stopped and searched has improved, while in grooming cases the ethnicity of suspects is too
often left out.

2026-02-12 ethnicity-data
The collection of ethnicity data is now mandatory for homicides, and we want the same for child sexual exploitation.

2026-05-12 ethnicity-data
Regulations on ethnicity data in school records came into force last week; in child sexual exploitation cases no rule
requires it yet.

2026-06-12 aggravating-factor
The aggravating factor for spiking received Royal Assent, and that for grooming in child sexual offences will follow.

2026-06-12 aggravating-factor
The offence of coerced criminality has an aggravating factor in the Crime and Policing Act 2026; grooming in child
sexual offences is dealt with by the sentencing guidelines.

2026-05-12 iicsa-recommendations
On children in custody, of whom IICSA's recommendations speak, the governor of Feltham has decided to trial new shift
patterns.

2026-05-12 iicsa-recommendations
The Youth Justice Board has decided to publish figures on children in custody, following the IICSA recommendations.

2025-02-12 closed-cases
The Victims' Commissioner has written to chief constables to ask them to look again at closed grooming gang cases.

2025-02-12 closed-cases
The Scottish Government has written to chief constables to ask them to look again at closed grooming gang cases.

2025-08-12 closed-cases
The Home Secretary has written to all chief constables about recording ethnicity, and police forces look again at
closed grooming cases.

2026-05-12 national-inquiry
The Post Office inquiry was formally established under the Inquiries Act in 2021, and the inquiry into grooming gangs
will be set up in the same way.

2026-05-12 national-inquiry
The final terms of reference of the national inquiry into grooming gangs have been agreed, and will be published next
week.

2026-05-12 mandatory-reporting
A new duty on social media firms became law, and the duty to report child sexual abuse will be next.

2026-02-12 iicsa-recommendations
A levy on self-employed drivers was introduced, and DBS checks of those who work with children, which IICSA asked for,
will follow.

2026-06-12 aggravating-factor
The Crime and Policing Act 2026 made strangulation an aggravating factor, and grooming is already weighed in
sentencing for child sexual offences.

2025-04-09 jay-timetable
A survivors' network has published a timetable for taking forward the recommendations of the Independent Inquiry into
Child Sexual Abuse.

2026-06-09 iicsa-recommendations
The NSPCC's response to the consultation on the Child Protection Authority was published last week.

2026-06-09 iicsa-recommendations
The limitation period for claims against builders was removed, and for claims of child sexual abuse a Bill is awaited.
"""


def cases(told: str) -> Iterator[tuple[str, str, str]]:
    """Yield the day, the commitment or milestone, and the words of each answer of a list."""
    for case in told.strip().split("\n\n"):
        head, *lines = case.splitlines()
        day, about = head.split()
        yield day, about, " ".join(lines)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load(shipped(), SHIPPED).commitments)


def answered(day: str, reply: str) -> Version:
    """Return an answer of a day to a question about all of it."""
    document = Document(
        source="written-questions",
        key="1",
        url="https://questions-statements.parliament.uk/written-questions/detail/1",
        title="Child Sexual Abuse: Offences",
        kind="written-answer",
        published_on=date.fromisoformat(day),
        body="Home Office",
        passages=(Passage("question", ASKED), Passage("answer", reply)),
    )
    return Version(document, 1, datetime(2026, 8, 1, tzinfo=UTC), document.published_on)


def kept(matcher: Matcher, told: Version) -> set[str]:
    return {f"{e.commitment}/{e.milestone}" for e in judge(matcher, told) if e.relation is Relation.DELIVERS}


@pytest.mark.parametrize(("day", "milestone", "reply"), tuple(cases(TOLD_AS_DONE)))
def test_what_was_expected_delivers_when_it_is_told_as_done(
    matcher: Matcher, day: str, milestone: str, reply: str
) -> None:
    assert kept(matcher, answered(day, reply)) == {milestone}


@pytest.mark.parametrize(("day", "commitment", "reply"), tuple(cases(OF_SOMETHING_ELSE)))
def test_a_like_deed_of_something_else_delivers_nothing(
    matcher: Matcher, day: str, commitment: str, reply: str
) -> None:
    told = answered(day, reply)
    assert kept(matcher, told) == set()
    assert commitment in {match.commitment.id for match in matcher.match(told)}, "else nothing was tried"
