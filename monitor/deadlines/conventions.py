"""Which conventions turn words into days? Each has a name and a sentence that people can quote."""

RULE = {
    "day": "a date means that day; without a year, the next time it comes round",
    "week": "a week runs from Monday to Sunday, or for the seven days from or to the day that it is named by",
    "week after": "a week on a day is seven days after that day next comes round",
    "next weekday": "next Tuesday, where this week's is still to come, may be either: it runs to the later",
    "same day": "this time next year is the same day of that year",
    "month": "a month runs from its first day to its last; without a year, the next time it comes round",
    "year": "a year runs from 1 January to 31 December",
    "financial year": "the financial year runs from 1 April to 31 March",
    "academic year": "the academic year runs from 1 September to 31 August",
    "tax year": "the tax year runs from 6 April to 5 April",
    "quarter": "quarters are of the calendar year, unless a financial year is named",
    "half": "halves are of the calendar year (1 January to 30 June, 1 July to 31 December), unless "
    "a financial year is named",
    "decade": "a decade runs from 1 January of its first year, such as 2030, to 31 December of its tenth",
    "decade's parts": "early in a decade is its first four years, the middle the next three, late its last three",
    "spring": "spring runs 1 March to 31 May",
    "summer": "summer runs 1 June to 31 August",
    "autumn": "autumn runs 1 September to 30 November",
    "winter": "winter runs 1 December to the end of February",
    "term": "the autumn term runs 1 September to 31 December, the spring term 1 January to 31 March, the summer term "
    "1 April to 31 July",
    "new year": "early next year and the new year run 1 January to 31 March",
    "turn of the year": "the turn of the year is December and January",
    "early": "early in a year is its first three months, early in a financial year its first two, "
    "early in a month its first ten days, early in a season its first month",
    "middle": "the middle of a year runs 1 May to 31 August, of a month from the 11th to the 20th, of "
    "a season its second month",
    "late": "late in a year runs 1 October to 31 December, late in a month from the 21st, late in "
    "a season its last month",
    "start": "the start of a stretch is its first day after 'by', its first month in a year or season, "
    "its first ten days in a month",
    "end": "at the end of a year or season means its last month, at the end of a month its last ten days",
    "weekend": "a weekend is a Saturday and a Sunday",
    "easter": "by Easter runs to Easter Sunday",
    "christmas": "Christmas runs to 24 December",
    "length": "a length of time counts from the day the words were said",
    "working days": "working days are Monday to Friday without the bank holidays of England and Wales",
    "sitting days": "sitting days are Monday to Thursday outside the Commons' recesses",
    "next days": "the next few days are 7 days",
    "coming weeks": "the coming weeks are 8 weeks",
    "coming months": "the coming months are 6 months",
    "coming year": "the coming year is 12 months",
    "event": "hangs on an event whose date the words do not give: no dates",
    "counted from": "a length of time counted from a day begins on that day",
    "start named": "what is to start or to run from a day or a stretch is to have begun by its last day",
    "denied": "what is not to be before a day is to be from that day on, without a last day",
    "first days": "the first days in office count from 5 July 2024, when this Government took office",
    "recess": "before a recess runs to the last day the Commons sit before it",
    "after recess": "after a recess runs for 30 days from the day the Commons return",
    "recess guessed": "the dates of that recess were not known: those usual at that time of year are used",
    "session": "this session runs to prorogation where that is known, else has no last day",
    "next session": "the next session begins with the next King's Speech, and has dates where these are known",
    "parliament": "a Parliament ends at the latest five years after it first met",
    "event known": "a Budget, Spending Review or King's Speech is the day it was given",
    "after": "after a date, or an event whose date is given, begins on the day that follows it, without a last day",
    "not given": "words without a date: nothing can become overdue",
    "said": "a window starts no earlier than the day the words were said, unless they name a start",
}

CONVENTIONS: tuple[tuple[str, str], ...] = tuple(RULE.items())
