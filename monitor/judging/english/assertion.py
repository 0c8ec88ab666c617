"""Is what a sentence tells of a thing asserted by the government itself? Or denied, feared, supposed, or hearsay?

What a sentence says is learned (monitor.judging.claims). These rules, most of them the door's own, take it back.
What a verb tells of the thing itself (“it has been scrapped”) needs no learning.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from monitor.judging.english import other_actors, unreal_moods
from monitor.judging.english.clauses import Refusal, Said, Telling, either, masked, unquoted, within
from monitor.judging.english.deed_forms import DeedForm, Kind
from monitor.judging.english.deeds import Deed
from monitor.judging.english.speakers import GOVERNMENTS, WHO_ACTS
from monitor.judging.english.verb_groups import VerbReading, group

Spans = Sequence[tuple[int, int]]
_SETBACKS = {
    "late": (
        r"delay\w*|postpon\w*|defer(?:red|ring|ral|s)?|slip(?:ped|ping|s)?|slippage|paus(?:ed?|es|ing)|put back|"
        r"push(?:ed|ing)? back|put off|behind schedule|overr[au]n\w*|(?:more|further|additional) time|"
        r"(?:taken|taking|takes?|took)(?: \w+){0,3} longer|longer than|later than|extension|set ?backs?|on hold|"
        r"awaiting|no longer (?:expected|due)|rather than in|missed|held up"
    ),
    "refused": (
        r"no (?:current |immediate )?plans?|not (?:now )?(?:be )?(?:proceed\w*|go\w* ahead|tak\w+ forward|pursu\w+|"
        r"continu\w+|commission\w+)|abandon\w*|scrap(?:ped|ping)?|cancel\w*|drop(?:ped|ping)?|rul(?:ed?|ing) out|"
        r"scal(?:ed|ing) back|decided (?:against|not)|declin\w+|withdr[ae]wn?|narrow\w*|limited to|only for|"
        r"reduced (?:scope|scale|remit)|cut back|smaller|fewer than|watered down|curtail\w*|ceas\w+|end(?:ed|ing)"
    ),
    "replaced": (
        r"replac\w+|supersed\w+|subsum\w+|success(?:or|ors|ion)|instead|in place of|in favour of|discontinu\w+|"
        r"tak(?:en|ing|es?) over|merg\w+|fold(?:ed|ing) into|overtaken|absorb\w+|incorporat\w+ (?:in|into)|"
        r"brought together"
    ),
}
SETBACKS = {says: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for says, words in _SETBACKS.items()}
"""Families of words by which a thing is told to be late, refused or replaced; each is too rare to be learned alone."""
_ANY_SETBACK = re.compile("|".join(rf"\b(?:{words})\b" for words in _SETBACKS.values()), re.IGNORECASE)
_OUTRIGHT = {
    "late": r"delayed|postponed|deferred|paused|put back|pushed back|put off|held up",
    "refused": (
        r"abandoned|scrapped|cancelled|dropped|withdrawn|shelved|called off|ruled out|scaled back|cut back|"
        r"watered down|no (?:current |immediate )?plans to (?:publish|introduce|bring (?:in|forward)|lay|launch|"
        r"establish|set up|open|hold|appoint|proceed with|implement|take forward|create|build|fund|commission)"
    ),
    "replaced": r"replace[sd]?|supersede[sd]?|subsumed|discontinued|overtaken|absorbed",
}
OUTRIGHT = {says: re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE) for says, verbs in _OUTRIGHT.items()}
"""Verbs that tell it outright where they are told of the thing itself: “it has been shelved”, “we shelved it”."""
_OWNED = re.compile(r"['’]s? \w")
_WHOLE = re.compile(r"\W*$| (?:at (?:this|the|present)\b|currently)", re.IGNORECASE)
_ARTICLE = re.compile(r" (?:(?:the|an?|our|its|this|that|both) )?(?:[\w-]+ )?$")
_BY_ANYONE = re.compile(
    r"^(?:(?:will|shall|has|have)\b.*)?(?:replace|supersede)[sd]?$|\bno\b.* plans to \w", re.IGNORECASE
)
"""What tells it of the thing, whoever does it: “the board will replace it”, “there are no plans to publish it”."""
_VERB = re.compile(
    r"\b(?:\w{2,}(?:ed|ing)|begun|began|met|held|set|sent|put|laid|led|made|brought|taken|took|given|gave|written|wrote|"
    r"built|spent|paid|won|run|drawn|grown|kept|left|lost|risen|chosen|seen|done|gone|bought|sought|said|found|told|"
    r"heard|thought|understood|under ?way|in (?:train|progress|hand)|ongoing)\b",
    re.IGNORECASE,
)
_ONLY_SAID = re.compile(
    r"(?:(?:sa(?:id|ying)|found|told|heard|thought|understood)\b(?! (?:to|from|at|here|on|in)\b)|(?:claim|argu|believ|"
    r"promis|pledg)(?:ed|ing)\b|(?:made|making|given|giving)(?: [\w’']+){0,3}? (?:clear|commitments?|promises?|"
    r"pledges?|statements?|announcements?|points?|assurances?)\b)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:go(?:ing)? ahead|proceed\w*|be \w+(?:ed|ilt)) after all\b|\b(?:reinstat|reviv)(?:ed?|ing)\b|"
    r"\b(?:taken up|brought back|started) again\b",
    re.IGNORECASE,
)
"""Words by which what was given up is taken up again."""
_FORM = DeedForm("", Kind.VERB)


_PART = re.compile(
    r"(?:(?P<of>[\w’'-]+) (?:of|for|on|in|to|under|about|with|at|from|by|into|behind|between)(?: [\w’'-]+){0,3}|"
    r"\b(?:previous|earlier|former|old|last|second|another))\W*$",
    re.IGNORECASE,
)
"""What makes a thing the complement of another noun, or another one: “the chair of it”, “the previous one”."""
_DEED_OF_IT = re.compile(
    r"(?:publication|launch|introduction|implementation|commencement|start|roll-?out|delivery|completion|release|opening|"
    r"decisions?|work|progress|delays?|postponement|all|both|some|one|each)$",
    re.IGNORECASE,
)


def _of_a_part(told: Telling) -> bool:
    """Whether it is told of another noun to which the thing belongs: “the chair of it”, “its annex”, “the old one”."""
    part = _PART.search(told.stretch("thing's clause")) if told.ahead else None
    owned = told.ahead and _OWNED.match(told.stretch("tail"))
    return bool(owned or (part and not _DEED_OF_IT.match(part["of"] or "")))


# fmt: off
ROWS = (
    Refusal("quoted", "it stands in a quotation", lambda told: not told.text[told.deed.start : told.deed.end].strip(),
        "The keeper said: “The {lamp plan} is delayed.”", "The “new” {lamp plan} is delayed."),
    Refusal("only-said", "it only tells what was said", lambda told: bool(_ONLY_SAID.match(told.text, told.deed.start)),
        "We made a firm promise of the {lamp plan}.", "We made a map for the {lamp plan}."),
    Refusal("by-another-government", "another government does it",
        within("verb's clause", rf"(?-i:{GOVERNMENTS})\W*$"),
        "The Scottish Government has dropped its {lamp plan}.",
        "As the Scottish Government knows, we dropped the {lamp plan}."),
    Refusal("supposed", "it is told as a condition", either(
        within("deed's clause", r"\b(?:once|until|unless|if|whether|whenever|as soon as|provided that|in case)\b"),
        within("deed's clause", r"\b(?:when|before|after|where|by the time)\b[^,;]*\b(?:has|have|is|are)\b"),
        within("up to", r"(?:^|[,;] )(?:had|were|should) (?:the|it|this|that|there|an?|any|we|they|i|s?he)\b[^,;]*$|"
            r"^\W*(?:if|unless|suppos\w+|assuming|imagine)\b[^;]*$")),
        "If the {lamp plan} is delayed, we will say so.", "Asked if we know, we say: the {lamp plan} is delayed."),
    Refusal("is-denied", "it is denied", either(
        within("deed's clause",
            r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|just|least|simply))|never|none|nor|"
            r"neither|nobody|nothing|cannot|without|unable|\w+n['’]t)\b"),
        within("deed's after", r"^ (?:no|nothing|none|neither)\b(?! (?:doubt|secret|mistake|less|fewer|longer))")),
        "Nobody has seen a delay to the {lamp plan}.", "There is no doubt: the {lamp plan} is delayed."),
    Refusal("only-perhaps", "it may, might or would be", within("deed's clause",
        r"\b(?:may|might|could|would|can)(?: (?:not|also|then|well|\w+ly))*(?: (?:be|have|have been))? ?$"),
        "The {lamp plan} may be delayed.", "The {lamp plan}, due in May, is delayed."),
    Refusal("feared-or-wanted", "it is only feared, avoided, wanted or allowed", either(
        within("up to", r"\b(?:(?:fears?|risks?|threats?|danger|possibility|chance|prospect|question) of|(?:avoid|"
            r"prevent|minimis|preclud|reduc|tackl)\w*) (?:\w+ )?$"),
        within("up to", r"\b(?:ask(?:s|ed)?|call(?:s|ed|ing)?|want(?:s|ed)?|wish(?:es|ed)?|urged?|demand(?:s|ed)?|"
            r"allow\w*|enabl\w+|permit\w*|fear\w*)\b[^,;]*\b(?:to|that)\b[^,;]*$")),
        "The risk of a delay to the {lamp plan} was looked at.", "There is a risk: the {lamp plan} is delayed."),
    Refusal("of-a-reply", "it is told of an answer or a letter", within("deed's after",
        r"^(?: in| to)? (?:my |our |the )?(?:respon[ds]\w*|reply\w*|replie[sd]|answer\w*|writing)\b"),
        "I am sorry for the delay in replying on the {lamp plan}.", "I am sorry for the delay of the {lamp plan}."),
    Refusal("of-something-else", "it is told of something else", within("gap",
        r";|\b(?:while|whilst|whose|where|why|although)\b"),
        "The {lamp plan} is read while we have dropped the buoys.", "While we read, the {lamp plan} was dropped."),
    Refusal("of-a-part", "it is told of what belongs to it, or of another one", _of_a_part,
        "The chair of the {lamp plan} has been replaced.", "The launch of the {lamp plan} has been delayed."),
    Refusal("before-the-promise", "its time is before the promise", other_actors.before_the_promise,
        "The {lamp plan} was delayed in 2012.", "The {lamp plan} was delayed in May 2031."),
)
# fmt: on
_EVERY = {row.id: row for row in (*unreal_moods.ROWS, *other_actors.ROWS, *ROWS)}
_NO_FACT = ("by-another-government", "hearsay", "denied-by-its-verb", "is-denied", "supposed", "only-perhaps")
_WORK = tuple(_EVERY[name] for name in ("only-said", *_NO_FACT, "of-something-else"))
_PLAN = tuple(_EVERY[name] for name in (*_NO_FACT, "asked-how", "not-vouched-for", "another-government", "of-a-part"))
_TAKEN_UP = (
    *(_EVERY[name] for name in ("denied-by-its-verb", "is-denied", "supposed", "only-perhaps", "asked-how")),
    Refusal("said-by-some", "it is only told that some say, hope or ask so", within("up to",
        r"\b(?:say|says|said|claim|hope|believe|think|thought|fear|ask|call|want|urge|suggest|whether)\w*\b"),
        "Keepers say that the {lamp plan} is reinstated.", "The {lamp plan} is reinstated."),
)  # fmt: skip
_SETBACK = tuple(dict.fromkeys((*_PLAN, *ROWS)))
_RULES = {
    "work": (_VERB, _WORK),
    "plan": (_VERB, _PLAN),
    **{says: (words, _SETBACK) for says, words in SETBACKS.items()},
}
"""By which words it is told, and which rules can take them back."""


def taken_back(told_as: str, sentence: str, things: Spans, said_on: date, promised_on: date) -> Refusal | None:
    """Return the rule that takes back what a sentence says of the thing at some places in it; None where it stands.

    It stands where one of the words that tell it is asserted, or where there is none of them: then it was learned
    from other words, of which nothing is known here.
    """
    words, rows = _RULES[told_as]
    if rows is _SETBACK and not words.search(sentence):
        words = _ANY_SETBACK
    refused = None
    for told in _tellings(Said(sentence, said_on, promised_on), things, words):
        willed = told.deed.group.reading is VerbReading.UNREAL
        if told_as == "plan" and not (willed and told.deed.group.start < told.deed.start):
            continue
        row = next((row for row in rows if row.test(told)), None)
        if row is None and (told_as == "plan" or not willed):
            return None
        refused = refused or row
    only_quoted = refused is None and words.search(sentence) and not words.search(unquoted(sentence))
    return _EVERY["quoted"] if only_quoted else refused


def taken_up_again(sentence: str, said_on: date) -> bool:
    """Return whether a sentence says that what was given up is taken up again, with nothing to take that back."""
    told = _tellings(Said(sentence, said_on, date.min), (), _AGAIN)
    return any(not any(row.test(one) for row in _TAKEN_UP) for one in told)


def outright(sentence: str, things: Spans, said_on: date, promised_on: date) -> frozenset[str]:
    """Return which setbacks a sentence tells of the thing outright, with nothing that takes them back."""
    said, text = Said(sentence, said_on, promised_on), masked(sentence, tuple(things))
    return frozenset(
        says
        for says, verbs in OUTRIGHT.items()
        if verbs.search(text)
        for told in _tellings(said, things, verbs)
        if _of_the_thing(told) and not any(row.test(told) for row in _SETBACK)
    )


def _of_the_thing(told: Telling) -> bool:
    """Whether a verb stands beside the thing as its own: after it as a passive, or before it as what we did to it."""
    verb = told.text[told.deed.group.start : told.deed.end]
    if told.ahead:
        passive = told.deed.group.reading in (VerbReading.PASSIVE, VerbReading.PRESENT)
        return passive and not told.gap.strip(" ,") and not _of_a_part(told)
    if _BY_ANYONE.search(verb):
        whole = " plans " not in verb or _WHOLE.match(told.stretch("tail"))
        return bool(_ARTICLE.match(told.gap) and whole)
    actor = WHO_ACTS.search(told.stretch("verb's clause"))
    return told.deed.group.reading in (VerbReading.ACTIVE, VerbReading.BARE) and bool(
        _ARTICLE.match(told.gap) and actor
    )


def _tellings(said: Said, things: Spans, words: re.Pattern[str]) -> Iterator[Telling]:
    """Yield each of some words as it is told of the thing nearest to it; where there is none, the things themselves."""
    text = masked(said.sentence, tuple(things))
    found = [m.span() for m in words.finditer(text)]
    quoted = not found and words.search(said.sentence)
    for start, end in () if quoted else found or things:
        verb = group(text, start, doing=text[start:end].endswith("ing"))
        near = min(things, key=lambda place: abs(place[0] - start), default=(end, end))
        yield Telling(said, text, near, Deed(start, end, _FORM, verb))
