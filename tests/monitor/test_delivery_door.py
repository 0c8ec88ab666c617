"""Is a promised thing told as done only in the forms that tell it, and by each rule where that rule is asked for?

In each sentence the thing stands between braces. All were made up for this.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judging.english.clauses import Refusal
from monitor.judging.english.delivery_door import REFUSALS, told_done
from monitor.judging.english.done_patterns import OPENINGS, Opening
from monitor.judging.english.existence import SHOWINGS, ExistenceForm
from tests.monitor.doors import PROMISED, SAID, door

ROW_DEEDS = ("passed", "published", "launched", "came into force", "binds", "accepted all but one", "appointed")
DEEDS = (
    *("published", "launched", "came into force", "appointed", "responded to", "laid before Parliament", "opened"),
    *("set up", "introduced", "signed", "held", "received Royal Assent", "completed", "banned", "paid", "closed"),
)


@pytest.mark.parametrize("row", OPENINGS, ids=lambda row: row.id)
def test_each_form_opens_for_its_example_and_not_for_its_counter_example(row: Opening) -> None:
    told = door(row.example, ROW_DEEDS)
    assert told.deed
    assert told.rule == row.id
    assert not door(row.counter, ROW_DEEDS).deed


@pytest.mark.parametrize("row", REFUSALS, ids=lambda row: row.id)
def test_each_rule_refuses_its_example_and_leaves_its_counter_example_alone(row: Refusal) -> None:
    told = door(row.example, ROW_DEEDS)
    assert told.deed is None
    assert told.rule == row.id
    assert row.why in told.why
    assert door(row.counter, ROW_DEEDS).deed


@pytest.mark.parametrize("row", SHOWINGS, ids=lambda row: row.id)
def test_what_only_shows_a_thing_opens_where_somebody_else_takes_it_for_done_too(row: ExistenceForm) -> None:
    deeds = ("published", "set up", "opened")
    assert not door(row.example, deeds).deed
    assert door(row.example, deeds, proposed=True).rule == row.id
    assert not door(row.counter, deeds, proposed=True).deed


def test_no_two_rows_have_one_id() -> None:
    ids = [row.id for row in (*OPENINGS, *REFUSALS)]
    assert len(set(ids)) == len(ids)


DONE = """
The {Port Strategy} was published on 5 June.
Today we are publishing the {Port Strategy}.
We are publishing the {Port Strategy} today.
We recently published the {Port Strategy}.
Since {its} publication on 5 June, ports have invested.
Following the publication of the {Port Strategy}, ports have invested.
The {Port Strategy}, published on 5 June, sets out our aims.
The {Port Strategy}, which we published in June, sets out our aims.
In the {Port Strategy} published on 5 June we set out our aims.
Under {the rules} that took effect in April, ports must report.
{The rules} came into effect in April.
{The rules} commenced on 6 April.
{The rules} are now law.
{The rules} have been in force since April 2031.
{It} was published in full on 5 June.
{Her final report} was published in June.
We have today published {this package}.
My department published {it} on 5 June.
{Both} were published in May.
The {hub} opened in May.
The {hub} is now open.
We opened the {hub} on 3 May 2031.
The {hub} was officially opened by the Prime Minister on 3 May.
The {Ports Bill} received Royal Assent on 5 June 2031.
The {Ports Bill} was introduced on 5 June, and its second reading was in July.
The {Port Board} was set up in May.
We have set up the {Port Board}.
We set the {Port Board} up in May.
The {Port Board} has been established and has met twice.
The Secretary of State has appointed Ada Marsh as {chair}.
A new {chair} was appointed in May.
Ada Marsh was appointed {chair} in May.
The Government responded to the {Port Review} in May.
We have now responded in full to the {Port Review}.
The {treaty} was signed in May.
The UK signed the {treaty} on 5 June.
The {code} was laid before Parliament on 5 June.
We laid the {code} before Parliament in May.
The {study} has been completed, and we are considering its findings.
The {study} is complete.
The {levy}, introduced in April, funds treatment.
We have introduced the {levy}.
The {ban} is in place.
We brought the {ban} into force in May.
The {consultation} launched on 5 June and closes in July.
The {consultation} was launched in May and ran for six weeks.
Last month we published the {Port Strategy}, setting out our aims.
As promised, the {Port Strategy} was published in June.
The Department has published its {Port Strategy}.
The newly published {Port Strategy} says more.
The {Port Strategy} has been published on GOV.UK and laid before the House.
The {Port Strategy} was published alongside the Budget in June.
The {Port Strategy} was published later than we had hoped, on 5 June.
I am delighted that the {Port Strategy} has been published.
The {payments} have now been paid.
With the launch of the {hub} in May, ports have a place to turn to.
The {Port Strategy} was published in June and will be updated every year.
The {Port Strategy}, which will guide us for ten years, was published in June.
Alongside the map, the {Port Strategy} was published in June.
The {Port Strategy} (PS), which was published in June, will be reviewed.
The {Youth Strategy} was published last Tuesday.
Last year we published the {Youth Strategy}.
As the House knows, we published the {Youth Strategy} in May.
On Monday my right hon. Friend the Chancellor published the {Youth Strategy}.
I published the {Youth Strategy} in May.
The {Youth Strategy} was jointly published by the Department for Education and the Home Office.
The {Youth Strategy} was finally published in May.
Earlier this year, the Department for Work and Pensions published the {Youth Strategy}, which sets out twelve actions.
The {Youth Strategy}, which was published by my Department in May, has been well received.
Our {Youth Strategy}, published in May, includes £5 million for clubs.
The Government's {Youth Strategy} (May 2031), published alongside the Budget, includes it.
Since publishing the {Youth Strategy} in May, we have met clubs.
Having published the {Youth Strategy} in May, we are now recruiting.
We welcomed the publication of the {Youth Strategy} in May.
With {its} publication in May, the work has begun.
{This} was published in May and can be found on GOV.UK.
{They} came into force on 6 April.
{These regulations} came into force on 6 April 2031.
The {Tenancy Act} came fully into force on 1 May.
The {Tenancy Act} has been in force since 1 May.
Since the {Tenancy Act} came into force on 1 May, tenants are safer.
The {Tenancy Act}, which came into force on 1 May, protects tenants.
The {Tenancy Act} received Royal Assent on 5 June and came into force on 1 July.
We brought into force the {Tenancy Act} on 1 May.
The {hospital} opened its doors on 5 June.
The {hospital} was opened on 5 June by the Health Secretary.
The {hospital}, which opened in June, has treated 400 patients.
All 40 {hospitals} have opened.
All of the {hospitals} are now open.
The {commissioner} was appointed on 5 June.
We have appointed the {commissioner}.
Dame Ada Marsh has been appointed as the {commissioner}.
Following the appointment of the {commissioner} in June, work has begun.
The {inquiry} was set up in June under the Inquiries Act.
The {inquiry} has been set up and its chair appointed.
The {consultation} opened on 5 June.
The {consultation} was launched on 5 June and closes on 5 August.
We launched the {consultation} on 5 June.
The {regulations} were laid on 5 June.
The {grant} was paid in full in May.
The {treaty} was signed in Geneva on 5 June.
The Prime Minister signed the {treaty} on 5 June.
The {ban} was introduced in April and is working.
The {ban} is now law.
The {summit} was held in London on 5 June.
The {site} was closed for good on 5 June.
The {site} closed in June.
We closed the {site} in June, as promised.
The Government has now responded to the {inquiry}.
"""
NOT_DONE = """
The {Port Strategy} was published in error and has since been removed.
The {Port Strategy}, which was published on 2 April, has since been taken down.
The {Port Strategy} was published on 2 April 2031 but withdrawn the next day.
The {Port Strategy} was published and then retracted.
The {Port Strategy} has been published internally.
We have published the {Port Strategy} to ministers only.
The first volume of the {Port Strategy} has been published.
Part one of the {Port Strategy} has been published.
The opening chapters of the {Port Strategy} were published in May.
The {Port Strategy} (volume 1) was published in May.
An interim {Port Strategy} was published in May.
A draft {Port Strategy} was published in May.
A summary version of the {Port Strategy} was published in May.
The {Port Strategy} was published for consultation in May.
The {Port Strategy} has been published by the Port Users' Association.
A think tank has published the {Port Strategy}.
Campaigners launched the {Port Strategy} in May.
Elections were held in another county for the {mayor}.
An index to the {Port Strategy} was published in May.
An annex to the {Port Strategy} was published in May.
We published a consultation on the {Port Strategy} in May.
A consultation on the {Port Strategy} has been launched.
The {Ports Bill} amendment was laid before Parliament.
Amendments to the {Ports Bill} were laid before Parliament in May.
The {Ports (Amendment) Bill} was not introduced.
The {hubs} have been opened in three areas.
The {hubs} were opened in parts of the North.
The {Port Strategy} has not been published.
Unless the {Port Strategy} is published, nothing follows.
Campaigners say the {Port Strategy} has been published.
It has been reported that the {Port Strategy} has been published.
The hon. Member said that "the {Port Strategy} has been published".
Has the {Port Strategy} been published?
I wish the {Port Strategy} had been published by now.
We would like to see the {Port Strategy} published.
The {Port Strategy} has been published subject to clearance.
The {Port Strategy} is ready to be published.
By June the {Port Strategy} will have been published.
The {Port Strategy} was due to be published in June.
The {Port Strategy} was published in 2029.
The French Government has published its {Port Strategy}.
France has published its {Port Strategy}.
The Welsh Government published the {Port Strategy} in May.
The {2021 Port Strategy} would have been published.
The 2021 {Port Strategy} was published under the last government.
The {Port Strategy} would have been published but for the election.
The {Port Strategy} could by now have been published.
The {Port Strategy} remains unpublished.
We are about to publish the {Port Strategy}.
The {Port Strategy} was almost published in May.
Publication of the {Port Strategy} has been delayed.
The publication of the {Port Strategy} is expected in May.
We look forward to the publication of the {Port Strategy}.
Since the publication of the {Port Strategy} was put off, ports have waited.
Following publication of the {Port Strategy}, ports will be asked to respond.
Ahead of the publication of the {Port Strategy}, we met ports.
With the publication of the {Port Strategy} we will set out more.
The {Port Strategy}, expected to be published in May, will say more.
The {Port Strategy}, last published in 2019, will be renewed.
The {Port Strategy} published in the autumn will say more.
The {chair} has been appointed on an interim basis.
An interim {chair} was appointed in May.
The vice {chair} was appointed in May.
The {chair} of the panel will be appointed once the board has been set up.
We appointed a headhunter for the {chair}.
The deputy to the {chair} was appointed in May.
The {Port Rules} came into force in Scotland in May.
The {Port Rules} are not yet in force.
The {Port Rules} will come into force once they have been laid before Parliament.
The {Port Rules} were to have come into force in May.
Only section 3 of the {Port Rules} has come into force.
The {Port Rules} came into force in part in May.
Some {Port Rules} came into force in May.
The {Port Rules} came into force in May and were quashed by the High Court in June.
The {Port Rules} came into force in May but have since been suspended.
The {Port Rules} came into force in May for large ports only.
The {Port Rules} that came into force in 2019 are being revised.
Had the {Port Rules} come into force in May, ports would be safer.
If the {Port Rules} had come into force in May, ports would be safer.
We responded to a letter on the {Port Review}.
We have responded to the consultation on the {Port Review}.
We have responded to part of the {Port Review}.
The Port Authority responded to the {Port Review}.
Labour responded to the {Port Review} in opposition.
We have opened talks on the {hub}.
The {hub} has opened its books.
The {hub} opened the door to new trade.
We opened a pilot of the {hub} in May.
The {hub} was opened for one day.
The {hub} was opened and shut again within a week and has been abandoned.
The {hub} is open to debate.
The {hub} is almost open.
The {hub} is due to be open in May.
The {treaty} has been signed by France.
The {treaty} has been signed but not ratified, and its terms are pending.
The {treaty} is ready to be signed.
Negotiators initialled the {treaty}, which has yet to be signed.
The {Ports Bill} has completed its committee stage.
The {Ports Bill} was introduced by an Opposition Member.
A Private Member's {Ports Bill} was introduced in May.
The {Ports Bill} would have received Royal Assent in May.
The {Ports Bill} is expected to have received Royal Assent by May.
The {study} was completed in draft in May.
Half of the {study} was completed in May.
The first phase of the {study} was completed in May.
The {study} was nearly completed in May.
We cannot say that the {study} was completed.
No part of the {study} has been completed.
It is false that the {study} has been completed.
Nobody believes the {study} was completed.
The {payments} have been paid to some victims.
Some of the {payments} have been paid.
The {payments} have been paid in two of nine regions.
The {payments} were paid by mistake and have been recovered.
It is a matter of regret that the {Port Strategy} was never published.
The {Port Strategy} was meant to be published in May.
The {Port Strategy} has been submitted to be published.
The {Port Strategy} was sent to the printers so that it could be published.
I am told the {Port Strategy} has been published.
I understand that the {Port Strategy} has been published.
The {Port Strategy} has reportedly been published.
Let us suppose the {Port Strategy} was published.
We promised that the {Port Strategy} would be published.
Our aim is that the {Port Strategy} is published by May.
We want the {Port Strategy} published.
We are working to get the {Port Strategy} published.
The {Port Strategy} and its annexes are to be published.
The {Port Strategy} was leaked, not published.
The {Port Strategy} was published on a restricted website.
The {Port Strategy} was published on the staff intranet.
The {Port Strategy} was shared with ministers, and a note on it was published.
A Port Strategy unlike the {Port Strategy} was published.
Irish ministers published a {Port Strategy} in May.
The {Port Strategy} for Wales was published by the Senedd.
The council has published its own {Port Strategy}.
The London Assembly published a {Port Strategy}.
Labour's {Port Strategy} was published in opposition.
The old {Port Strategy} was published in a different form.
A rival {Port Strategy} was published in May.
An early version of the {Port Strategy} was published in May.
The {Port Strategy} timetable was published in May.
The {Port Strategy}'s terms of reference were published in May.
A report on the {Port Strategy} was published in May.
Details of the {Port Strategy} were published in May.
The date of the {Port Strategy} was announced and published.
The minutes of the {Port Board} were published.
The {Port Board} has been set up in shadow form.
The {Port Board} was set up only on paper.
A working group to advise the {Port Board} has been set up.
The {Port Board} was to be set up in May.
The secretariat of the {Port Board} has been set up.
The {ban} is in place in three ports.
The {ban} has been in force in Norway since 2018.
The {ban} was brought into force by Norway.
Norway brought the {ban} into force in May.
We will bring the {ban} into force, as we brought the Ports Act into force.
The {Port Strategy} was published, sadly not in full.
The {Port Strategy} was published with large parts missing.
The {Port Strategy} was published, though heavily redacted.
We have published all but the last chapter of the {Port Strategy}.
The {Port Strategy} is published on a rolling basis, and the last part is to come.
The {Port Strategy} was published on the understanding that it would be changed.
The {Port Strategy} was published under the previous Administration.
The previous Administration published the {Port Strategy} in May.
My predecessor published the {Port Strategy}.
The {Port Strategy} was published in March 2030.
The {Port Strategy} has been published since 2028.
The {Port Strategy} has long been published by trade bodies.
In May a {Port Strategy} was published in the Netherlands.
The {Port Strategy} has been printed but is not published.
Neither the map nor the {Port Strategy} was published.
Not one {Port Strategy} has been published.
Why was the {Port Strategy} published late, she asked?
We shall have published the {Port Strategy} by then.
The {Port Strategy} gets published next week.
The {Port Strategy} is published next week.
The {Port Strategy} is published tomorrow.
After the {Port Strategy} is published, we will act.
The week the {Port Strategy} is published we will act.
The {Port Strategy} will, once it has been published, be read.
Were the {Port Strategy} to be published, we would act.
Whoever says the {Port Strategy} was published is wrong.
To say the {Port Strategy} was published is wrong.
The suggestion the {Port Strategy} was published is wrong.
It would be wrong to say the {Port Strategy} was published.
The {Port Strategy} was supposedly published in May.
The {Port Strategy} has been all but published.
The {Port Strategy} has been as good as published.
The {Youth Strategy} was uploaded to GOV.UK by mistake and published for an hour before being pulled.
The {Youth Strategy} had been published prematurely and was recalled.
Although the {Youth Strategy} was published in March, it was quashed on judicial review in May.
The {Youth Strategy} has been published, but only as an executive summary.
What has been published is the executive summary of the {Youth Strategy}.
A children's version of the {Youth Strategy} has been published.
The foreword to the {Youth Strategy} was published in May.
Volume two of the {Youth Strategy} was published in May.
The {Youth Strategy: Part 1} will be followed by what was published in 2019.
We have published the call for evidence for the {Youth Strategy}.
We published the evidence that will inform the {Youth Strategy}.
Following the publication of the {Youth Strategy} next month, we will act.
Once we have published the {Youth Strategy} we will act.
We had hoped to have published the {Youth Strategy} by now.
It was our intention that the {Youth Strategy} was published before Easter.
Our predecessors published the {Youth Strategy} in draft.
The Local Government Association has published its {Youth Strategy}.
Manchester City Council has published a {Youth Strategy}.
The {Youth Strategy} was published by Manchester City Council in May.
The YMCA's {Youth Strategy} was published in May.
Oxford University published the {Youth Strategy} in May.
The Mayor of London published the {Youth Strategy} in May.
Sinn Féin published its {Youth Strategy} in May.
The Irish Youth Strategy was published, and the {Youth Strategy} will follow.
The {Youth Strategy} will follow the map, which was published in May.
The {Youth Strategy} sets out how reports will be published.
The {Youth Strategy} says that data has been published.
The {Youth Strategy} builds on the review that was published in May.
The {Youth Strategy} will be informed by the review published on 5 May.
Alongside the {Youth Strategy} we published nothing.
A statement on the {Youth Strategy} has been published on GOV.UK.
Guidance under the {Youth Strategy} has been published.
An update on progress towards the {Youth Strategy} has been published.
The impact assessment for the {Youth Strategy} was published in June.
The team behind the {Youth Strategy} was set up in June.
The tender for the {Youth Strategy} was published in June.
The contract for the {hospital} has been signed.
The foundation stone of the {hospital} was laid in June.
The {hospital} has opened a new wing.
A new wing of the {hospital} opened in June.
The {hospital} opened to staff only in June.
Two wards of the {hospital} opened in June.
The car park at the {hospital} opened in June.
The business case for the {hospital} was completed in June.
The {hospital} will be open once staff have been appointed.
The {hospital} is open in name only.
The {hospital} is nearly completed.
The {hospital} would be open today had the contractor not collapsed.
The {hospital} was to open in June.
Half the {hospitals} have opened.
Some of the {hospitals} are open.
12 of the 40 {hospitals} have opened.
Of the {hospitals}, three have opened.
None of the {hospitals} has opened.
No {hospital} has opened.
The {commissioner} was appointed to a different role in June.
An acting {commissioner} was appointed in June.
The previous {commissioner} was appointed in 2022.
The {commissioner} was appointed in 2022.
The panel that will choose the {commissioner} has been appointed.
The {commissioner} appointed a deputy in June.
The {commissioner} has appointed her staff.
We are delighted to launch the search for the {commissioner} who is to be appointed.
A preferred candidate for {commissioner} has been announced, and will be appointed.
The {Tenancy Act} came into force in Wales in December.
Parts of the {Tenancy Act} came into force in June.
The {Tenancy Act} has come into force only in part.
The {Tenancy Act} comes into force in October.
The {Tenancy Act} is not in force.
The {Tenancy Act} is no longer in force.
The {Tenancy Act} was in force until it was repealed.
The {Tenancy Act} is law in Scotland.
It is as if the {Tenancy Act} had never come into force.
Before the {Tenancy Act} came into force, landlords could do so.
Until the {Tenancy Act} came into force, landlords could do so.
The House was wrongly told that the {Tenancy Act} had come into force.
I do not recognise the claim that the {Tenancy Act} has come into force.
My hon. Friend believes the {Tenancy Act} is in force.
He may think the {Tenancy Act} is in force.
Landlords say it is unclear whether the {Tenancy Act} is in force.
The {Bill} was laid before Parliament in draft.
The {Bill} received its Second Reading, and will receive Royal Assent.
A {Bill} was introduced in the Lords by Lord Marsh.
A {Bill} of that name was introduced by the Welsh Government.
The {Bill} (Amendment) Order was laid before Parliament in June.
The {regulations} were laid before Parliament and then withdrawn.
The {regulations} were laid before Parliament but have not been approved.
The {regulations} have been made, and will be laid before Parliament.
The {grant} has been paid to half of those due.
The {grant} was paid, and later clawed back because it had been paid in error.
The {grant} was paid by the Welsh Government.
Only £2 million of the {grant} has been paid.
The first instalment of the {grant} has been paid.
The {elections} were held in Kent, not Surrey.
The {elections} were held in neighbouring counties.
The {elections} were held in the other counties.
Mock {elections} were held in schools.
The {summit} was held in private by the opposition.
The {summit} was held virtually, and the real one will follow.
The {inquiry} was set up by the Scottish Government.
Campaigners set up the {inquiry} themselves.
The {inquiry} was set up in 2019 and is to be replaced.
The {inquiry} will be set up as others have been set up.
The {inquiry}, once set up, will report.
Calls for the {inquiry} to be set up have been heard.
Had the {inquiry} been set up, we should know.
The {inquiry} has been all but set up.
The {consultation} was launched by mistake.
The {consultation} has been launched, but responses are not yet open.
The {consultation} was launched, then paused.
A consultation like the {consultation} was launched in Wales.
We responded to the {consultation} only in part.
We will have responded to the {consultation} by June.
An answer was given, but we have not responded to the {consultation}.
The {consultation} closed in error.
The {site} was closed for a day.
The {site} was closed temporarily in June.
The {sites} have been closed to new arrivals only.
The {ban} on sales was announced, not introduced.
The {ban} has been introduced on a voluntary basis.
The {ban} was introduced in France.
The {ban} introduced by France works well.
The {treaty} was signed by everyone but us.
The {treaty} was signed on the basis that it can be undone.
The {treaty} has been signed in principle.
The {treaty} has been initialled rather than signed.
She asked why the {Youth Strategy} was published so late.
She asked me to confirm that the {Youth Strategy} was published.
You would think the {Youth Strategy} had been published.
The {Youth Strategy} might as well have been published.
The {Youth Strategy} is published online each year in January.
The website on which the {Youth Strategy} is published is down.
The {Youth Strategy}, which was to have been published in May, is late.
The {Youth Strategy}, whose draft was published in May, is late.
The {Youth Strategy}, of which a draft was published in May, is late.
The {Youth Strategy}, for which a plan was published in May, is late.
The {Youth Strategy}, on which we published a consultation in May, is late.
The {Youth Strategy}, before it was published, was leaked.
The {Youth Strategy} was, until last week, to be published today.
The {Youth Strategy} would, had we published it, have helped.
I look forward to the day when the {Youth Strategy} is published.
I am sorry the {Youth Strategy} was not published.
Sadly the {Youth Strategy} was never launched or published.
It is a scandal that no {Youth Strategy} has been published.
Few believe that the {Youth Strategy} has been published.
The {Youth Strategy} has been published in all but name.
The {Youth Strategy} was published with the wrong figures and has been replaced.
The {Youth Strategy} has been re-published every year since 2019.
The {Youth Strategy} is 'published' on a register_cache.
The minister wrongly told the House that the {Youth Strategy} was published.
We published a list of those who will write the {Youth Strategy}.
We published, last May, a map; the {Youth Strategy} is still to come.
We are publishing today the terms of the {Youth Strategy}.
Today we are publishing a draft {Youth Strategy}.
We are today announcing when the {Youth Strategy} will be published.
We are today launching work on the {Youth Strategy}.
The {Youth Strategy} is being published next week.
The {Youth Strategy} is today being prepared to be published.
The {Water Plan} went up on GOV.UK and was published, but we took it down the same day.
The {Water Plan} was published; it was later retracted.
The {Water Plan} was published last week, then unpublished.
The {Water Plan} has been published and is being withdrawn.
The {Water Plan} was published without authority and will be replaced.
The {Water Plan} was published in the wrong form and is to be reissued.
The {Water Plan} was published to a limited circle of stakeholders.
The {Water Plan} has been published to local authorities only.
The {Water Plan} has been published within Whitehall.
The {Water Plan} was published under embargo.
Copies of the {Water Plan} were released to members of the panel.
An extract from the {Water Plan} was published in The Times.
The Times published the {Water Plan} in May.
The BBC published the {Water Plan} in May.
Leaked copies of the {Water Plan} were published by The Guardian.
The {Water Plan} was published by Thames Water.
Thames Water has published its {Water Plan}.
Ofwat's {Water Plan} was published in May.
Each company has published its {Water Plan}.
Every council published a {Water Plan} in May.
Severn Trent launched its {Water Plan} in May.
The German {Water Plan} was published in May.
The {Water Plan} for Scotland was published in May.
The {Water Plan} (Wales) was published in May.
The Senedd's {Water Plan} was published in May.
The {Water Plan} was published for Northern Ireland alone.
The {Water Plan} of 2022 was published on time.
The first {Water Plan} was published in 2019.
Last Parliament's {Water Plan} was published late.
The {Water Plan} was first published in 2018.
The {Water Plan}, as published in 2018, stands.
The title of the {Water Plan} has been published.
The contents page of the {Water Plan} has been published.
A timetable for publishing the {Water Plan} has been published.
A press notice on the {Water Plan} was published.
A leaflet explaining the {Water Plan} was published.
The responses to the {Water Plan} have been published.
The Government response to the {Water Plan} was published.
A critique of the {Water Plan} was published.
The methodology behind the {Water Plan} was published.
The {Water Plan} data were published in May.
The {Water Plan} website was launched in May.
The {Water Plan} advisory board was appointed in May.
The {Water Plan} prize was launched in May.
The {Water Plan} has been published as a draft for comment.
The {Water Plan} has been published as a consultation document.
The {Water Plan} was published in order to gather views.
The {Water Plan} has been published, except for its costings.
The {Water Plan} has been published save for two chapters.
The {Water Plan} has been published up to chapter four.
The {Water Plan} has largely been published.
The {Water Plan} has mostly been published.
Much of the {Water Plan} has been published.
The bulk of the {Water Plan} has been published.
Most, though not all, of the {Water Plan} has been published.
The {Water Plan} has only partly been published.
The {Water Plan} is half published.
The {Water Plan} is as yet unpublished.
The {Water Plan} isn't published.
The {Water Plan} ain't been published.
The {Water Plan} has still not been published.
The {Water Plan} has, to my regret, not been published.
The {Water Plan} has in no sense been published.
In no sense has the {Water Plan} been published.
Nor has the {Water Plan} been published.
Never has a {Water Plan} been published.
At no point was the {Water Plan} published.
Only when the {Water Plan} was published would we know.
Not until the {Water Plan} was published did we know.
Pending the day the {Water Plan} is published, nothing changes.
In the event that the {Water Plan} was published early, we would act.
Assuming the {Water Plan} has been published, we would act.
Imagine that the {Water Plan} was published.
If, as he says, the {Water Plan} was published, good.
Were it true that the {Water Plan} was published, good.
Perhaps the {Water Plan} was published.
Maybe the {Water Plan} has been published.
Possibly the {Water Plan} was published in May.
It may be that the {Water Plan} was published.
It seems that the {Water Plan} was published.
It appears the {Water Plan} was published.
I have heard that the {Water Plan} was published.
I read that the {Water Plan} was published.
Some say that the {Water Plan} was published.
Rumour has it that the {Water Plan} was published.
The petition demands that the {Water Plan} be published.
The petition asks for the {Water Plan} to be published.
They called for the {Water Plan} published in full.
Her letter asks why the {Water Plan} was published in secret.
We expect that the {Water Plan} was published.
We are confident the {Water Plan} will be published.
We remain on track to have published the {Water Plan} by May.
We have yet to publish, or to have published, the {Water Plan}.
We have all but published the {Water Plan}.
We have failed to see the {Water Plan} published.
We have neither published nor launched the {Water Plan}.
We have delayed, not published, the {Water Plan}.
We have not, I regret, published the {Water Plan}.
We might have published the {Water Plan}.
We ought to have published the {Water Plan}.
We could not have published the {Water Plan}.
We would not have published the {Water Plan}.
We never published the {Water Plan}.
We published everything but the {Water Plan}.
We published everything except the {Water Plan}.
We published a map instead of the {Water Plan}.
We published a note saying the {Water Plan} was late.
We published a promise of a {Water Plan}.
We published our intention to write a {Water Plan}.
We launched the drafting of the {Water Plan}.
We launched a website for the {Water Plan}.
We launched a competition to name the {Water Plan}.
We are launching the {Water Plan}.
We are publishing the {Water Plan}.
We are today laying the groundwork for the {Water Plan}.
Today we are publishing our response to the {Water Plan}.
Later today we will be publishing the {Water Plan}.
The {Water Plan} launches in May.
The {Water Plan} publishes in May.
The {Water Duty} came into force for new homes only.
The {Water Duty} came into force in one region.
The {Water Duty} came into force on a pilot basis.
The {Water Duty} came into force and was struck down.
The {Water Duty} has been in force abroad for years.
The {Water Duty} in force in Wales is strict.
The {Water Duty} is in force in Wales, not England.
The {Water Duty} is in effect dead.
The {Water Duty} should be in force by now.
The {Water Duty} is set to come into force.
The {Water Duty} was in force under the last Government.
The {Water Board} has been set up to fail.
The {Water Board} is a set up.
The {Water Board} has set up a panel.
The {Water Board} set up home in Leeds.
A shadow {Water Board} has been set up.
A board like the {Water Board} has been set up.
The {chair} has been appointed subject to vetting.
The {chair} was appointed but has since resigned.
The {chair} was appointed but declined.
The {chair} was appointed temporarily.
The {chair} who was appointed in 2020 has left.
The {chair}'s secretary was appointed in May.
The {bill} was paid in part.
The {bill} was paid by the Welsh Government.
The {bill} has been paid in two areas.
The {Rail Code} was published, but a court has since set it aside.
The {Rail Code} was published on Tuesday and revoked on Friday.
Publication of the {Rail Code} was cancelled at the last minute.
The {Rail Code} was published by Network Rail.
Transport for London published a {Rail Code} in May.
The {Rail Code} of the European Union was published in May.
The {Rail Code} came into force on the Continent in May.
The {Rail Code} has been introduced at two stations.
The {Rail Code} has been introduced for freight only.
A shortened {Rail Code} has been published.
The {Rail Code}'s first chapter has been published.
A sample of the {Rail Code} has been published.
The {Rail Code} consultation response was published in May.
We have published our thinking on the {Rail Code}.
We have published a paper that paves the way for the {Rail Code}.
We have published more than half of the {Rail Code}.
The {Rail Code} is drafted, and we hope to have it published soon.
We would have published the {Rail Code} by now had the election not come.
The {Rail Code} ought to have come into force by now.
The {Rail Code} stands ready to come into force.
The {Rail Code} is expected to come into force once it has been laid before Parliament.
The unions say the {Rail Code} came into force in May.
We dispute that the {Rail Code} came into force in May.
The Select Committee reported that the {Rail Code} had been published.
My officials advise me that the {Rail Code} has been published.
As far as I know, the {Rail Code} has been published.
To the best of my knowledge the {Rail Code} was published in May.
The {Rail Code} was published, I am led to believe.
I do not know whether the {Rail Code} was published.
Who knows when the {Rail Code} was published?
The {Rail Code} was published only in the minds of Ministers.
The {Rail Code} was published under the Coalition.
Under the last Conservative Government the {Rail Code} was published.
In 2019 we published the {Rail Code}.
The {Rail Code} was launched as a prototype.
The {Rail Code} was launched as a trial in Leeds.
The {Rail Code} has been launched in beta.
A {Rail Code} has been adopted by operators, who published it themselves.
The {Rail Code} was signed by the unions.
The {Rail Code} was signed by neither side.
The {Rail Code} was signed off internally.
The {ombudsman} has been appointed to the House of Lords.
An {ombudsman} for Wales has been appointed.
The {ombudsman} was appointed by the regulator, not by us.
The {ombudsman} designate has been appointed.
The {station} will have opened by Easter.
The {station} opened to protests that it was not finished.
The {station} is open for viewing only.
The {station} has opened its consultation.
The {station} car park is open.
The {fund} opened for expressions of interest.
The {fund} has been launched in England's largest cities only.
The {fund} launched a website in May.
The {fund} was closed before it was opened.
The {register} is open to landlords in the pilot areas.
The {register} is live in test form.
The {register} was live for a week.
The {register} has been completed by most landlords.
Landlords have completed the {register} in part.
The {levy} has been paid by one firm.
The {levy} is law in all but name.
The {levy} was introduced and abolished within a month.
The {levy} was introduced at a reduced scope.
The {levy} has been introduced in shadow form.
"""


@pytest.mark.parametrize("sentence", DONE.strip().splitlines())
def test_what_is_told_as_done_is_found_in_any_form_and_however_the_thing_is_called(sentence: str) -> None:
    assert door(sentence, DEEDS).deed


@pytest.mark.parametrize("sentence", NOT_DONE.strip().splitlines())
def test_what_is_undone_partial_elsewhere_anothers_or_only_spoken_of_is_not_done(sentence: str) -> None:
    told = door(sentence, DEEDS)
    assert told.deed is None
    assert told.on is None
    assert told.why


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("published", "We are publishing the {map} today."),
        ("has been published", "Since the publication of the {map}, keepers rest."),
        ("was laid", "We have laid the {map} before Parliament."),
        ("is in force", "The {rules} took effect in May."),
        ("came into force", "The {rules} are now law."),
        ("was set up", "The {board} has been established."),
        ("opened", "The {hub} is now open."),
        ("was launched", "The {hub} opened in May."),
        ("appointed", "Since the appointment of the {keeper} in May, lamps are lit."),
        ("became law", "The {Bill} received Royal Assent in May."),
        ("has reported", "The {review} reported in May."),
        ("is mandatory", "The {lamp} is now mandatory."),
        ("applies to", "The {duty} now applies to all keepers."),
        ("have named", "We have named the {keepers}."),
    ],
)
def test_a_deed_in_a_register_stands_for_its_forms(asked: str, told: str) -> None:
    assert door(told, (asked,)).deed


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("opened", "The {hub} was launched in May."),
        ("received Royal Assent", "The {Bill} was introduced in May."),
        ("published", "The {review} was launched in May."),
        ("published", "The {map} was printed in May."),
        ("appointed", "The {keeper} was announced in May."),
        ("is mandatory", "The {lamp} will be mandatory."),
    ],
)
def test_one_deed_is_not_told_by_another(asked: str, told: str) -> None:
    assert not door(told, (asked,)).deed


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.lists(st.tuples(st.integers(-5, 250), st.integers(-5, 250)), max_size=4))
def test_no_text_and_no_place_makes_the_door_raise(text: str, things: list[tuple[int, int]]) -> None:
    assert told_done(text, things, DEEDS, SAID, PROMISED) == told_done(text, things, DEEDS, SAID, PROMISED)


def test_a_sentence_as_long_as_may_be_is_soon_read() -> None:
    text = ("the lamp report, the map and the guide of the keepers was, as they said, published and " * 60)[:3999]
    things = [(n, n + 11) for n in range(len(text)) if text.startswith("lamp report", n)]
    assert told_done(text, things, DEEDS, SAID, PROMISED).why


@pytest.mark.parametrize(
    "sentence",
    [
        "A separate process is in place under the Lamp Plan.",
        "Guidance is in place for keepers who work under the Lamp Plan.",
        "New rules are in place thanks to the Lamp Plan.",
    ],
)
def test_a_thing_that_stands_behind_a_state_is_not_in_that_state(sentence: str) -> None:
    start = sentence.index("Lamp Plan")
    door = told_done(
        sentence, [(start, start + 9)], ("is in place", "are in place"), date(2025, 6, 25), date(2024, 9, 1)
    )
    assert not door


@pytest.mark.parametrize(
    "sentence",
    [
        "The {lamp plan} has been published, according to the Member for Upton.",
        "The {lamp plan} was published, allegedly.",
        "The {lamp plan} has been published, reports the Gazette.",
        "The {lamp plan} has been published, we are told.",
        "The {lamp plan} has been published, if the papers are to be believed.",
        "I look forward to the day when we can say that the {lamp plan} was published.",
        "The {lamp plan} was published in the last Parliament.",
        "The {lamp plan} was published last December.",
        "The London {lamp plan} was published in March.",
        "The industry {lamp plan} was published in March.",
        "A voluntary {lamp duty} has come into force.",
        "We published our coastal {lamp plan} in March.",
        "The {lamp bill} passed through Committee.",
        "The {lamp bill} was passed to the Lords.",
        "The {lamp duty} has come into force for new contracts.",
        "The {lamp plan} was published, minus its annexes.",
        "The {lamp plan} was published, though only the first chapter.",
    ],
)
def test_hearsay_after_the_deed_a_time_before_the_promise_and_anothers_plan_open_nothing(sentence: str) -> None:
    assert not door(sentence, ROW_DEEDS)
