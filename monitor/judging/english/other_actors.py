"""Which words tell that others did it, elsewhere, for some only, or at another time? Each rule is a row."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from monitor.deadlines import windows
from monitor.deadlines.text import WRITTEN_MONTH
from monitor.judging.english import deed_days
from monitor.judging.english.clauses import JOINING, OUR, THE, Refusal, Telling, either, within
from monitor.judging.english.speakers import ELSEWHERE, GOVERNMENTS, OURS, WE, WHO_ACTS
from monitor.judging.english.verb_groups import FINITE, VerbReading

_BY = re.compile(
    rf"[^,;:]{{0,70}}?,? by (?!(?:then|now|\d+\w*|the (?:end|time|deadline|date)|Easter|Christmas|"
    rf"{WRITTEN_MONTH}|\w+ing)\b)(?P<who>[^,;:]{{1,80}})"
)
_OWNER = re.compile(r"(?P<owner>(?:\w+ )?[\w-]+)['’]s?(?: (?!the\b|and\b)[\w-]+){0,4} $")
_OUR_OWNERS = re.compile(
    r"\b(?:year|month|week|autumn|spring|today|yesterday|uk|britain|england|nation|country|parliament|house|office|it|"
    rf"that|here|review\w*|inquiry|inspector|chair|ofsted|nhs|{WE}|(?:baroness|lord|lady|dame|sir|professor|dr|mr|mrs|ms)"
    r" \w+)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?!(?:and|then|also|now|so|has|have|had|today|yesterday)\b)[\w'’]+")
_BEFORE_A_NOUN = re.compile(
    r"(?:^|\b(?:in|under|through|by|on|of|to|with|from|the|our|its|a|since|having|and) ?|['’]s? ?)$",
    re.IGNORECASE,
)
_ANOTHERS = re.compile(r"\b(?:of|not|than)(?: the| our| this| my)? (?:[A-Z]\w+ )*$")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_BEFORE = re.compile(rf"\b{_YEAR}(?:[-–/]\d{{2,4}})?(?:['’]s)?(?: [\w-]+){{0,2}} $")
_YEAR_AFTER = re.compile(rf",? \(?(?:of |from |for )?{_YEAR}\b")
_SOME = (
    r"(?:only |just |about |over |the )*(?:most|some|many|several|certain|a few|a (?:number|handful) of|selected|two|"
    r"three|"
    rf"four|five|six|seven|eight|nine|ten|\d{{1,3}}(?![\d,])|one|pilot|trial) (?!(?:year|month|week|day|way|volume|"
    rf"{WRITTEN_MONTH}))"
)
_PLACES = (
    rf"(?:in (?:{ELSEWHERE}|(?:an?|the|all|any)? ?(?:all |the )?other \w+|(?:a |the )?neighbouring|"
    rf"(?:much|most|parts?|some|one|half|all but \w+) of|{_SOME}\w+)(?!,? (?:and|or) (?:in )?England|"
    r", (?:Wales|England|Northern Ireland))|elsewhere|nowhere|overseas|abroad)\b"
)
_MONTH = timedelta(days=20)
_OF_ANY = """
    new first final full same own whole latest national expert dedicated permanent major independent statutory
    long-awaited landmark comprehensive ambitious important government uk british english relevant published released
    promised announced expected completed finished updated revised
"""
_NEUTRAL = frozenset(_OF_ANY.split())
"""Words before a noun that make no other thing of it; neither do adverbs (“the newly finished map”) nor figures."""
_NO_MODIFIER = re.compile(rf"{JOINING}|{FINITE}|.*['’]s?|[^\w]+", re.IGNORECASE)
_DETERMINER = re.compile(THE, re.IGNORECASE)
_LAST_GOVERNMENT = re.compile(
    r"\b(?:in|during|under) the (?:last|previous|former) (?:Parliament|government|administration)\b", re.IGNORECASE
)
_BY_PEOPLE = ("we-did-it", "which-we-did", "doing-it-today", "as-the-register-says")
"""Forms in which somebody does it; but rules “apply to” things by themselves."""


def _by_others(told: Telling) -> bool:
    """“Published by the harbour board”: whoever did it is named, and is not the government."""
    by = _BY.match(told.stretch("deed's after"))
    return by is not None and bool(re.search(GOVERNMENTS, by["who"]) or not OURS.search(by["who"]))


def _owned_by_others(told: Telling) -> bool:
    """“The union's plan”: whose it is is named, and is neither the government nor a person who was asked for it."""
    owner = _OWNER.search(told.stretch("thing's clause"))
    return owner is not None and not _OUR_OWNERS.search(owner["owner"])


def _body_acts(told: Telling) -> bool:
    """Whether who did it is nobody known to act for the government."""
    if told.form not in _BY_PEOPLE or told.deed.group.reading not in (
        VerbReading.BARE,
        VerbReading.ACTIVE,
        VerbReading.DOING,
    ):
        return False
    by_itself = told.ahead or told.text[told.deed.start :].split()[0].endswith("s")
    applies = told.form == "as-the-register-says" and by_itself
    if applies or told.gap.startswith(" alongside"):  # “a map, published alongside the plan”: so the plan was, too
        return False
    clause = told.stretch("verb's clause")
    who = clause if _NAMED.search(clause) else told.stretch("up to")
    actor = WHO_ACTS.search(who)
    known = actor is not None and not _ANOTHERS.search(who[: actor.start()])
    return not (known or _BEFORE_A_NOUN.search(who))


def _of_other_years(told: Telling) -> bool:
    """“The 2021 strategy”, “the strategy of 2021”: a thing of that name from before the promise."""
    beside = _YEAR_BEFORE.search(told.text[max(0, told.thing[0] - 40) : told.thing[0]])
    years = [int(m["year"]) for m in (beside, _YEAR_AFTER.match(told.stretch("tail"))) if m]
    return any(year < told.said.promised_on.year for year in years)


def before_the_promise(told: Telling) -> bool:
    """Return whether the times that a sentence names lie before the promise: “last July”, “in the last Parliament”."""
    said, promised = told.said.on, told.said.promised_on
    given = deed_days.days_told(told.text, said)
    past = [w for w in windows(told.said.sentence, said) if w.earliest and w.latest and w.latest <= said]
    months = [w.latest for w in past if w.latest and w.earliest and w.latest - w.earliest >= _MONTH]
    return bool(
        deed_days.told_of_old(told.text, promised)
        or (given and max(given) < promised)
        or (months and max(months) < promised)
        or _LAST_GOVERNMENT.search(told.text)
    )


def another_by(before: Sequence[str], known: Callable[[str], bool] = lambda _: False) -> bool:
    """Return whether a word before a noun makes another thing of it: “the coastal strategy”, unlike “the new strategy”.

    `before`: the words of the sentence up to the noun. `known`: whether a word belongs to the thing anyway.
    """
    others = 0
    for word in reversed(before):
        if _DETERMINER.fullmatch(word):
            return others > 0
        if _NO_MODIFIER.fullmatch(word):
            return False
        figure = word[:1].isdigit() or word.endswith("ly")
        others += not (figure or word.lower() in _NEUTRAL or known(word))
    return False


def _out_of_time(told: Telling) -> bool:
    said, promised = told.said.on, told.said.promised_on
    return (
        said < promised
        or before_the_promise(told)
        or deed_days.out_of_time(told.text, told.last, promised, said)
        or deed_days.too_long_ago(told.stretch("after"), promised, said)
    )


# fmt: off
ROWS = (
    Refusal("another-government", "another government or country did it", either(
        within("deed's clause, thing's clause", rf"(?-i:{GOVERNMENTS})"),
        within("thing's clause", rf"\b(?:(?:{ELSEWHERE})(?: (?:has|have|had|also|already|now|\w+ed))*){OUR} ?$"),
        within("deed's after", rf"^[^,;:]{{0,80}}?\b(?:in opposition|under (?:the |my |our )?(?-i:{GOVERNMENTS}))")),
        "The Scottish Government’s {lamp plan} was published.", "The UK Government’s {lamp plan} was published."),
    Refusal("another-body", "whoever did it is not known to act for the government", _body_acts,
        "The Lighthouse Association published the {lamp plan}.",
        "The Department published the {lamp plan}, asked by campaigners."),
    Refusal("by-another", "who did it is not the government", _by_others,
        "The {lamp plan} was published by a firm of printers.", "The {lamp plan} was published by my Department."),
    Refusal("owned-by-others", "whose it is is named, and is not the government", _owned_by_others,
        "The union’s {lamp plan} was published.", "The Department’s new {lamp plan} was published."),
    Refusal("elsewhere", "it was done in another place, or only in parts", either(
        within("thing's clause, verb's clause", rf"\b{_PLACES}(?:(?!\b{FINITE}\b)[^;])*$"),
        within("deed's after, tail", rf"^[^,;:.]{{0,90}}?\b{_PLACES}"),
        within("tail", rf"^ (?:for |in |of |\()(?:{ELSEWHERE})\b(?! and England)")),
        "The {lamp duty} is in force in Scotland.", "The {lamp duty} is in force in England and Wales."),
    Refusal("not-to-all", "it went only to some", within("verb, rest, gap",
        r"\b(?:(?:internal|private|confidential|secret)ly|in (?:confidence|private|secret)|leaked|embargo\w*|intranet|"
        r"within (?:whitehall|(?:the|my|our) (?:department|government))|not (?:yet )?(?:made |to the )?public\w*|"
        r"(?:to|for) (?:officials?|ministers|members)|to (?:staff|civil servants|select(?:ed)?|cabinet|colleagues)|"
        r"for internal|(?:to|on|for|with) an? (?:limited|small|restricted|closed|chosen|private|confidential|internal)|"
        r"only (?:to|for|among|within|in|as|with)|(?:for|to|among|with) (?:\w+ ){1,4}(?:alone|only))\b"),
        "The {lamp plan} was published internally.", "The {lamp plan} was published to great applause."),
    Refusal("still-to-come", "its time is still to come", within("deed's after, tail",
        r"^(?:(?!\b(?:will|shall|and|which|to|sets?|but|who)\b)[^;:]){0,60}?\b(?:tomorrow|(?<!the )next (?!to\b)\w+|"
        r"later (?:this|next|in)|in due course|shortly|soon|in (?:the|a) (?:coming|new|few|near))\b"),
        "The {lamp plan} is published tomorrow.", "The {lamp plan} is published, and will be read later this year."),
    Refusal("of-another-year", "it is one of an earlier year", _of_other_years,
        "The 2024 {lamp plan} was published.", "The 2031 {lamp plan} was published."),
    Refusal("out-of-time", "its time is not between the promise and the day it was said", _out_of_time,
        "The {lamp plan} was published in 2029.", "The {lamp plan} was published in May 2031."),
)
# fmt: on
