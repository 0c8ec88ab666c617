"""Which words tell that others did it, elsewhere, for some only, or at another time? Each rule is a row."""

import re

from monitor.english import days
from monitor.english.rules import Refusal, within
from monitor.english.speakers import BODIES, COUNTRIES, DEMONYMS, GOVERNMENTS, OURS, PUBLIC
from monitor.english.telling import OUR, Telling
from monitor.english.verbs import FINITE, Reading

_BY = re.compile(
    r"[^,;:]{0,70}?,? by (?!(?:then|now|\d|the (?:end|time|deadline|date)|Easter|Christmas|(?:Jan|Febr|Mar|Apr|May|"
    r"Ju|Aug|Sept|Oct|Nov|Dec)\w*|\w+ing\b))(?P<who>[^,;:]{1,80})"
)
_OWNER = re.compile(r"(?P<owner>(?:\w+ )?[\w-]+)['’]s?(?: (?!the\b|and\b)[\w-]+){0,4} $")
_OUR_OWNERS = re.compile(
    r"\b(?:year|month|week|autumn|spring|today|yesterday|government|department|ministry|secretary|minister|"
    r"chancellor|treasury|office|uk|britain|england|nation|country|world|parliament|house|it|that|here|review\w*|"
    r"inquiry|inspector|chair|defra|hmrc|ofsted|nhs|(?:baroness|lord|lady|dame|sir|professor|dr|mr|mrs|ms) \w+)$",
    re.IGNORECASE,
)
_BODY_LAST = re.compile(rf"{BODIES}(?:(?!{OURS.pattern})[^,;])*$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?!(?:and|then|also|now|so|has|have|had|today|yesterday)\b)[\w'’]+")
_ATTRIBUTIVE = re.compile(
    r"(?:^|\b(?:in|under|through|by|on|of|to|with|from|the|our|its|a|since|having|and) ?)$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:[-–/]\d{2,4})?(?:['’]s)?(?: [\w-]+){0,2} $")
_YEAR_AFTER = re.compile(r",? \(?(?:of |from |for )?(?P<year>(?:19|20)\d\d)\b")
_PLACES = (
    r"(?:in (?:Scotland|Wales|Northern Ireland|(?:an|the |all |all the |any )?other (?:countr\w+|areas?|"
    r"jurisdictions?|nations?|count(?:y|ies)|regions?|towns?|cit(?:y|ies)|parts?|places?)|(?:a |the )?neighbouring|"
    r"Europe|"
    rf"{COUNTRIES}|"
    r"(?:much|most|parts?|some|bits|corners|one|half|all but \w+) of|(?:only |just |about |over |the )*(?:most|some|"
    r"many|several|certain|a few|a (?:number|handful) of|selected|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d{1,3}(?![\d,])|one|pilot|trial) (?!years?|months?|weeks?|days?|ways?|respects?|volumes?|languages?|formats?|"
    r"(?:Jan|Febr|Mar|Apr|May|Ju|Aug|Sept|Oct|Nov|Dec))\w+)(?!,? (?:and|or) (?:in )?England|, (?:Wales|England|"
    r"Northern Ireland))|elsewhere|nowhere|overseas|abroad)\b"
)
_PLACE_BEFORE = re.compile(rf"\b{_PLACES}(?:(?!\b{FINITE}\b)[^;])*$", re.IGNORECASE)
_GOVERNMENT = re.compile(GOVERNMENTS)
_UNDER = re.compile(rf"[^,;:]{{0,80}}?\b(?:in opposition|under (?:the |my |our )?{GOVERNMENTS})", re.IGNORECASE)
_COUNTRY_OWNS = re.compile(
    rf"\b(?:{COUNTRIES})(?:['’]s?)?(?: (?:has|have|had|recently|also|already|now|\w+ed))*{OUR} ?$", re.IGNORECASE
)
_COUNTRY_ACTS = re.compile(rf"\b(?:{COUNTRIES})\W*(?:\w+ly )?$", re.IGNORECASE)
_OF_THERE = re.compile(rf"\b{DEMONYMS}{OUR} $", re.IGNORECASE)
_OF_PLACE = re.compile(rf" (?:for |in |of |\()(?:{COUNTRIES})\b(?! and England)", re.IGNORECASE)
_PLACE_AFTER = re.compile(rf"[^,;:.]{{0,90}}?\b{_PLACES}", re.IGNORECASE)


def _by_others(told: Telling) -> bool:
    """“Published by the harbour board”: whoever did it is named, and is not the government."""
    by = _BY.match(told.stretch("deed's after"))
    return by is not None and bool(_GOVERNMENT.search(by["who"]) or not OURS.search(by["who"]))


def _owned_by_others(told: Telling) -> bool:
    """“The union's plan”: whose it is is named, and is neither the government nor a person who was asked for it."""
    owner = _OWNER.search(told.stretch("thing's clause"))
    return owner is not None and not _OUR_OWNERS.search(owner["owner"])


def _active(told: Telling) -> bool:
    return told.deed.group.reading in (Reading.BARE, Reading.ACTIVE, Reading.DOING) and not (
        told.ahead and told.deed.form.moves
    )


def _body_acts(told: Telling) -> bool:
    """Whether who did it is a body that is not the government, or nobody known to act for it."""
    if not _active(told):
        return False
    if _BODY_LAST.search(told.stretch("deed's clause")):
        return True
    if told.form not in ("we-did-it", "which-we-did", "doing-it-today"):
        return False
    clause = told.stretch("verb's clause")
    who = clause if _NAMED.search(clause) else told.stretch("up to")
    return not (_ATTRIBUTIVE.search(who) or OURS.search(who) or PUBLIC.search(who))


def _of_other_years(told: Telling) -> bool:
    """“The 2021 strategy”, “the strategy of 2021”: a thing of that name from before the promise."""
    beside = _YEAR_BEFORE.search(told.text[max(0, told.thing[0] - 40) : told.thing[0]])
    behind = _YEAR_AFTER.match(told.stretch("tail"))
    years = [int(m["year"]) for m in (beside, behind) if m]
    return any(year < told.said.promised_on.year for year in years)


def _out_of_time(told: Telling) -> bool:
    if told.said.on < told.said.promised_on or days.told_of_old(told.text, told.said.promised_on):
        return True
    given = days.days_told(told.text, told.said.on)
    return bool(given and max(given) < told.said.promised_on) or days.out_of_time(
        told.text, told.last, told.said.promised_on, told.said.on
    )


def _other_government(told: Telling) -> bool:
    clauses = told.stretch("deed's clause"), told.stretch("thing's clause")
    return any(_GOVERNMENT.search(clause) for clause in clauses) or bool(_UNDER.match(told.stretch("deed's after")))


def _other_country(told: Telling) -> bool:
    whose = told.stretch("thing's clause")
    acts = _active(told) and _COUNTRY_ACTS.search(told.stretch("deed's clause"))
    return bool(acts or _COUNTRY_OWNS.search(whose) or _OF_THERE.search(whose))


def _elsewhere(told: Telling) -> bool:
    before = told.stretch("thing's clause"), told.stretch("verb's clause")
    after = told.stretch("deed's after"), told.stretch("tail")
    return (
        any(_PLACE_BEFORE.search(clause) for clause in before)
        or any(_PLACE_AFTER.match(clause) for clause in after)
        or bool(_OF_PLACE.match(after[1]))
    )


# fmt: off
ROWS = (
    Refusal("another-government", "another government did it",
        _other_government,
        "The Scottish Government’s {lamp plan} was published.", "The UK Government’s {lamp plan} was published."),
    Refusal("another-country", "it is another country's",
        _other_country,
        "Denmark’s {lamp plan} was published.", "In England the {lamp plan} was published."),
    Refusal("another-body", "a body that is not the government did it", _body_acts,
        "The Lighthouse Association published the {lamp plan}.", "The Department published the {lamp plan}, asked "
        "by campaigners."),
    Refusal("by-another", "who did it is not the government", _by_others,
        "The {lamp plan} was published by a firm of printers.", "The {lamp plan} was published by my Department."),
    Refusal("owned-by-others", "whose it is is named, and is not the government", _owned_by_others,
        "The union’s {lamp plan} was published.", "The Department’s new {lamp plan} was published."),
    Refusal("elsewhere", "it was done in another place, or only in parts",
        _elsewhere,
        "The {lamp duty} is in force in Scotland.", "The {lamp duty} is in force in England and Wales."),
    Refusal("not-to-all", "it went only to some",
        within("verb, rest, gap", r"\b(?:internally|privately|confidentially|in confidence|in private|in secret|"
            r"behind closed doors|leaked|on (?:a|an) (?:restricted|limited|confidential|internal|intranet)|(?:on|"
            r"over) (?:the|our|its|their) (?:\w+ )?intranet|not (?:yet )?(?:public|publicly|to the public|"
            r"made public)|within (?:the|my|our) (?:department|government|ministry)|for (?:internal|official|"
            r"ministers|officials|members)\b|(?:for|to|among|with|between) (?:\w+ )?(?:ministers|officials|staff|"
            r"civil servants|members|colleagues|insiders|subscribers|stakeholders|select\w*|cabinet|partners|experts|"
            r"the (?:board|police|committee|panel|group))(?: \w+){0,2} only|only (?:to|for|among|within|in|as|with)|"
            r"(?:for|to) (?:\w+ ){1,3}(?:alone|only)|embargo\w*|under embargo|to (?:ministers|officials|staff|"
            r"civil servants|select(?:ed)?|cabinet|colleagues)|to an? (?:limited|small|restricted|closed|chosen|"
            r"inner|private)|within whitehall|across government)\b"),
        "The {lamp plan} was published internally.", "The {lamp plan} was published to great applause."),
    Refusal("still-to-come", "its time is still to come",
        within("deed's after, tail", r"^(?:(?!\b(?:will|shall|and|which|to|sets?|but|"
            r"who)\b)[^;:]){0,60}?\b(?:tomorrow|(?:(?:from|by|in|on|the) )next (?:week|month|year|\w+day|spring|"
            r"summer|autumn|winter|session)|next (?:week|month|year)|later (?:this|next|in)|in due course|shortly|"
            r"soon|in (?:the|a) (?:coming|new|few|near)|from (?:\d{1,2} )?\w+ next)\b"),
        "The {lamp plan} is published tomorrow.", "The {lamp plan} is published, and will be read later this year."),
    Refusal("of-another-year", "it is one of an earlier year", _of_other_years,
        "The 2024 {lamp plan} was published.", "The 2031 {lamp plan} was published."),
    Refusal("out-of-time", "its time is not between the promise and the day it was said", _out_of_time,
        "The {lamp plan} was published in 2029.", "The {lamp plan} was published in May 2031."),
)
# fmt: on
