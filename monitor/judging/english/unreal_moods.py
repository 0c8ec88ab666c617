"""Which words make of a deed what is denied, supposed, wished for, doubted, asked or only heard of? A row each."""

import re

from monitor.judging.english import deed_days
from monitor.judging.english.clauses import OUR, Refusal, T, Telling, Test, either, within
from monitor.judging.english.deed_forms import Kind
from monitor.judging.english.verb_groups import VerbReading

_THAT_IT_WAS = re.compile(
    rf"(?P<verb>[\w'’]+)(?: (?:me|us|him|her|them|you|the House|Members|Parliament))? that{OUR} $"
)
_VOUCHING = re.compile(
    r"(?:confirm\w*|pleased|delighted|glad|proud|happy|grateful|aware|certain|clear|note[sd]?|remind|recall|sa(?:y|id)|"
    r"told|add|repeat|announced?|report|know\w*|welcome[sd]?|reassure|acknowledge[sd]?|recognise[sd]?|shows?|means?|"
    r"fact|is|was|doubt|so|now|changed|rules?|given)",
    re.IGNORECASE,
)
_TELLS = (
    r"(?:sa(?:id|ys?)|state[sd]|(?:report|note|conclude|argue|claim|believe|insist|suggest|allege|hope|expect|assume)"
    r"(?:d|s|ed)?|f(?:inds?|ound)|th(?:inks?|ought)|heard|underst(?:ands?|ood)|wr(?:ote|ites)|tells?|told (?:us|me))"
)
_HEARSAY = (
    r"\b(?!(?:we|i|to|can|will|also|and|me|secretary|minister|chancellor|government|department|ministers|office|"
    rf"united)\b)[\w'’]+ (?:\w+ly |also |has |have |had |may |now )*{_TELLS} (?:that\b|[^,;]*$)|\baccording to\b|"
    r"\b(?:it (?:is|was|has been) (?:\w+ed|said|thought)|(?:report|claim|suggestion|rumour|allegation|expectation|"
    r"fear|concern)s?|idea|"
    r"belief|impression|understanding|has it|word is|hear|read|asks|asked|demand\w*|urged|fear\w*|told .{1,40}) that\b|"
    r"\b(?:told|informed|advised|assured|given to|led to)\b[^,;]*$|\bmember suggest\w*\b|"
    r"\b(?:said|alleged|rumoured|reported|believed|thought) to\b|"
    r"\b(?:claim|alleg|assert|den(?:y|ie)|doubt)\w* (?:that|the|this|these|it|its|our|we)\b"
)
_SO_THEY_SAY = (
    r"\b(?:or )?so (?:I|we|they|he|she|it|the|some)\b|\b(?:I am|I was|we are|we were) (?:told|led|informed|advised|"
    r"given)\b|\b(?:I|we) (?:had |have )?(?:understand|believed?|think|thought|gather|hear|suppose)\b|, according to\b|"
    r",? (?:allegedly|supposedly|reportedly|apparently|purportedly)\b|, (?:if|unless)\b|\b(?:tells?|told) (?:me|us)\b|"
    rf", {_TELLS} (?:(?:the|an?|one|some)\b|(?-i:[A-Z]))|"
    r"\b(?:he|she|they|it (?:is|was)|campaigners|critics|some|the (?:report|committee|press|opposition)\w*) "
    r"(?:has |have )?(?:claim|alleg|said|says|report|argue|suggest|rumour)"
)
_WILLED = re.compile(r"\b(?:will|shall|would|could|should|may|might|must|can|cannot|to be|be)\b[^,;]*$")

_ARTICLE = re.compile(r"\b(?:the|an?|any|our|its|this|their) $", re.IGNORECASE)
_IS_TO = re.compile(r"^[^,;]*\b(?:will|shall|would|should|could|may|might|must|to be)\b")


def _reads(*readings: VerbReading) -> Test:
    return lambda told: told.deed.group.reading in readings


def _unreal(told: Telling) -> bool:
    if told.deed.form.kind is Kind.SPELT:
        return bool(_WILLED.search(told.stretch("deed's clause")))
    group = told.deed.group
    before_it = group.reading is VerbReading.BARE and not told.ahead and not {"recently", "newly"} & set(group.adverbs)
    if before_it and _ARTICLE.search(told.text, 0, group.start) and _IS_TO.search(told.stretch("tail")):
        return True
    return group.reading is VerbReading.UNREAL


def _going_on(told: Telling) -> bool:
    """Whether it is being done, but where it is done today as it is said."""
    reading, doing = told.deed.group.reading, told.deed.form.kind is Kind.DOING
    if reading is VerbReading.PENDING or (doing and reading is VerbReading.DOING):
        return not deed_days.today(told.text, told.deed.group.start, told.deed.end)
    return doing and reading is not VerbReading.ACTIVE


def _embedded(told: Telling) -> bool:
    """“We dispute that it was published”: only who confirms, announces or is glad of a thing tells it."""
    that = _THAT_IT_WAS.search(told.stretch("before") if told.ahead else told.stretch("deed's clause"))
    return that is not None and not _VOUCHING.fullmatch(that["verb"])


def _with_its_verb(told: Telling) -> bool:
    """Whether a deed has a verb group of its own, or is parted from the thing: “we have the plan, published in May”."""
    alone = told.deed.form.kind is Kind.VERB and told.deed.group.reading is VerbReading.BARE
    return not (alone and told.ahead and "," not in told.gap)


# fmt: off
ROWS = (
    Refusal("asked", "it is a question, or refers to another answer", within("whole",
        r"\?[\s\"”’')\]]*$|\bI refer (?:the|my|her|him|them|members)\b|\bto the answer (?:I|she|he|they|given|of)\b"),
        "Has the minister seen that the {lamp plan} was published?", "The {lamp plan} was published."),
    Refusal("asked-how", "it is told how, why, when, where or on which it is done, and not that it is", either(
        within("before, deed's clause", r"\b(?:how|(?<!is )(?<!['’]s )why|whether|what)\b(?! to\b| or not\b)[^;:]*$"),
        within("before", rf"\b(?:will|shall|would|can|could|to)\b[^;]*\b(?:when|where|who){OUR} $|(?<!,) which{OUR} $"),
        within("up to", rf"\b(?:in|on|by|from|to|for|at|under|of|with) (?:which|whom|whose){OUR} ?[^,;]*$")),
        "We will consult on how the {lamp plan} was published.", "We will act, and the {lamp plan} was published."),
    Refusal("denied-by-its-verb", "its verb denies it, or puts it off", _reads(VerbReading.DENIED),
        "The {lamp plan} was never published.", "The {lamp plan} was not only published but read."),
    Refusal("not-yet-real", "will be, was to be, would have been: it is not told as done", _unreal,
        "The {lamp plan} will have been published by May.", "The {lamp plan} had been published by May."),
    Refusal("going-on", "it is being done, and not told as done today", _going_on,
        "The {lamp plan} is being published in stages.", "The {lamp plan} is being published today."),
    Refusal("wished-for", "it is only wished for, or to be seen", within("thing's clause",
        r"\b(?:see\w*|have|having|get\w*|want\w*|like|need\w*|expect\w*|await\w*|(?:call|hop)\w* for|due)\b[^,;]*$",
        but=_with_its_verb),
        "We should like to have the {lamp plan} published last week.", "We have the {lamp plan}, published last week."),
    Refusal("denied", "it is denied, or called wrong", either(
        within("thing's clause, deed's clause", r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|just|"
            r"least|simply))|never|none|nor|neither|nobody|nothing|cannot|without|unable|\w+n['’]t|fail\w* to|"
            r"refus\w+ to|far from|anything but|falsely|wrongly|mistakenly|hardly)\b"),
        within("before", r"(?:\b(?:not|cannot|no|never|untrue|wrong|false|un(?:clear|likely|aware)|impossible|"
            r"mistaken)|n['’]t)\b(?! (?:only|doubt))[^;:.]{0,40}\b(?:that|to say)\b[^;]*$"),
        within("rest", r"\b(?:is|was|are|were|be) (?:\w+ly |just |also )?(?:wrong|false|untrue|incorrect|mistaken|"
            r"misleading|nonsense|a myth|premature|a lie|not (?:true|correct|the case))\b")),
        "No {lamp plan} was published.", "There is no doubt: the {lamp plan} was published."),
    Refusal("on-condition", "it is told as a condition, or “when it has been” is still to come", either(
        within("thing's clause, deed's clause", r"\b(?:once|until|unless|if|whenever|provided(?! for| by| in| under|"
            r" with)|"
            r"in (?:case|the event)|assuming|suppos\w+|before|by the time|only when|on the day|pending|lest)\b"),
        within("thing's clause, deed's clause", rf"\b(?:when|after|where(?:ver)?|as soon as|the moment|"
            rf"the (?:day|week|month|year|time){OUR} ?$)\b",
            but=lambda t: not re.search("ha[sv]|is|are", t.stretch("verb"))),
        within("up to", rf"(?:^|[,;] |\bthat )(?:had|were|should|has|have|was) (?:{T}+|(?-i:[A-Z]\w+)|the|it|this|"
            rf"that|an?|any|we|they|i|he|she|our)(?!\w)"
            r"[^,;]*$|^\W*(?:if|unless|suppos\w+|assuming|provid\w+|imagine)\b[^;]*$")),
        "If the {lamp plan} was published, I have not seen it.", "Since the {lamp plan} was published, we know."),
    Refusal("aimed-at", "it is only an aim, a hope or a belief", within("up to",
        r"\b(?:work\w*|aim\w*|seek\w*|need\w*|plan\w*|prepar\w*|will \w+)\b[^,;]*\bso that\b|"
        r"\b(?:ensur\w+|mak(?:e|ing) sure|yet to|where(?:ver)? (?:the|an?|any|it|this))\b[^,;]*$|"
        r"\b(?:I|we|they|he|she|ministers|members|officials|you|who) (?:\w+ly |all |now |also |had )?(?:hop|wish|"
        r"expect|trust|underst|believe|think|thought|assume|gather|suspect|intend|want|promise|fear|ask|call(?:s|"
        r"ed)? for)\w*\b"
        r"(?!,)[^;]*$|\b(?:ready|due|set|expected|scheduled|planned|likely|about|intended|bound|supposed|able) (?:to|"
        r"for)\b[^,;]*$|\b(?:risk|chance|prospect|question|hope|aim|plan|target|goal|intention|possibility)\w* (?:of|"
        r"that|is|was)\b[^,;]*$|"
        r"\blook(?:ing|s|ed)? forward\b[^;]*$|"
        r"\b(?:perhaps|maybe|possibly|probably|(?:as|so) far as|to (?:my|our|the best of)|in (?:his|her|their) view|"
        r"it (?:(?:may|might|could|would|must) be|(?:seem|appear|look)s))\b[^;]*$|\b(?:all but|as good as) (?:\w+ )?$"),
        "We hoped that the {lamp plan} was published.", "We met with hope, and the {lamp plan} was published."),
    Refusal("not-vouched-for", "who says so does not vouch for it", _embedded,
        "We dispute that the {lamp plan} was published.", "We confirm that the {lamp plan} was published."),
    Refusal("hearsay", "it is told as somebody else's word",
        either(within("before", _HEARSAY), within("rest, gap", _SO_THEY_SAY)),
        "According to the papers, the {lamp plan} was published.",
        "The Home Secretary said that the {lamp plan} was published."),
    Refusal("as-a-habit", "it is told of what happens again and again", within("up to, deed's after",
        r"\b(?:(?:annual|year|month|quarter|week|regular|routine|normal|usual|(?<!more )general)ly|then only|only then|"
        r"on request|(?:each|every) (?:\w+ )?(?:years?|month|quarter|spring|autumn))\b",
        but=lambda t: t.deed.group.reading not in (VerbReading.PRESENT, VerbReading.BARE)),
        "The {lamp plan} is published every year.", "The {lamp plan}, one of those written every year, was published."),
)
# fmt: on
