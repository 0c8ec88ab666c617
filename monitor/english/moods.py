"""Which words make of a deed what is denied, supposed, wished for, doubted or only heard of? Each rule is a row."""

import re

from monitor.english import days
from monitor.english.deeds import Kind
from monitor.english.rules import Refusal, Test, within
from monitor.english.speakers import HEARSAY, REFERRAL
from monitor.english.telling import OUR, T, Telling
from monitor.english.verbs import FINITE, Reading

_THAT_IT_WAS = re.compile(
    rf"(?P<verb>[\w'’]+)(?: (?:me|us|him|her|them|you|the House|Members|Parliament))? that{OUR} $"
)
_TELLING = re.compile(
    r"(?:confirm\w*|pleased|delighted|glad|proud|note[sd]?|remind|sa(?:y|id)|announced?|know\w*|aware|welcome[sd]?|"
    r"reassure|report|fact|is|was|happy|grateful|recall|acknowledge[sd]?|recognise[sd]?|shows?|means?|repeat|stress|"
    r"emphasise|clear|add|see|relieved|satisfied|sure|certain|doubt|told|state|remember|points? out|so|now|changed|"
    r"rules?|given)",
    re.IGNORECASE,
)
_WILLED = re.compile(r"\b(?:will|shall|would|could|should|may|might|must|can|cannot|to be|be)\b[^,;]*$")


def _reads(*readings: Reading) -> Test:
    return lambda told: told.deed.group.reading in readings


def _unreal(told: Telling) -> bool:
    if told.deed.form.kind is Kind.SPELT:
        return bool(_WILLED.search(told.stretch("deed's clause")))
    return told.deed.group.reading is Reading.UNREAL


def _only_going_on(told: Telling) -> bool:
    doing = told.deed.form.kind is Kind.DOING and told.deed.group.reading is not Reading.ACTIVE
    going = told.deed.group.reading is Reading.PENDING or doing
    return going and not days.today(told.text, told.deed.group.start, told.deed.end)


def _not_doing(told: Telling) -> bool:
    return told.deed.form.kind is Kind.DOING and told.deed.group.reading not in (Reading.DOING, Reading.ACTIVE)


def _embedded(told: Telling) -> bool:
    """“We dispute that it was published”: only who confirms, announces or is glad of a thing tells it."""
    that = _THAT_IT_WAS.search(told.stretch("before") if told.ahead else told.stretch("deed's clause"))
    return that is not None and not _TELLING.fullmatch(that["verb"])


def _with_its_verb(told: Telling) -> bool:
    """Whether a deed has a verb group of its own, or is parted from the thing: “we have the plan, published in May”."""
    alone = told.deed.form.kind is Kind.VERB and told.deed.group.reading is Reading.BARE
    return not (alone and told.ahead and "," not in told.gap)


# fmt: off
ROWS = (
    Refusal("asked", "it is a question", within("whole", r"\?[\s\"”’')\]]*$"),
        "Has the minister seen that the {lamp plan} was published?", "The {lamp plan} was published."),
    Refusal("refers-elsewhere", "it only refers to another answer", within("whole", REFERRAL.pattern),
        "I refer her to the answer of 3 June, when the {lamp plan} was published.", "The {lamp plan} was published "
        "on 3 June."),
    Refusal("denied-by-its-verb", "its verb denies it, or puts it off", _reads(Reading.DENIED),
        "The {lamp plan} was never published.", "The {lamp plan} was not only published but read."),
    Refusal("not-yet-real", "will be, was to be, would have been: it is not told as done", _unreal,
        "The {lamp plan} will have been published by May.", "The {lamp plan} had been published by May."),
    Refusal("going-on", "it is being done, and not told as done today", lambda t: _only_going_on(t) or _not_doing(t),
        "The {lamp plan} is being published in stages.", "The {lamp plan} is being published today."),
    Refusal("wished-for", "it is only wished for, or to be seen",
        within("thing's clause", r"\b(?:see|sees|seeing|have|having|get|getting|want\w*|like|need\w*|wish\w*|"
            r"expect\w*|keep|await\w*|call\w* for|hop\w* for|due)\b[^,;]*$", but=_with_its_verb),
        "We should like to have the {lamp plan} published last week.", "We have the {lamp plan}, published last week."),
    Refusal("denied", "what stands before it denies it",
        within("thing's clause, deed's clause", r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|"
            r"just|least|simply|merely))|never|none|nor|neither|nobody|nothing|cannot|without|unable|\w+n['’]t|"
            r"fail(?:s|ed|ing)? to|refus\w+ to|far from|anything but|short of|falsely|wrongly|mistakenly|incorrectly|"
            r"hardly)\b"),
        "No {lamp plan} was published.", "There is no doubt: the {lamp plan} was published."),
    Refusal("untrue", "it is told as untrue or unsure",
        within("before", r"(?:\b(?:not|cannot|no|never|untrue|incorrect|wrong|false|unclear|unlikely|unaware|"
            r"impossible|mistaken)|n['’]t)\b(?! (?:only|doubt))[^;:.]{0,40}\b(?:that|to say)\b[^;]*$"),
        "It is not the case that, for all our work, the {lamp plan} was published.", "I said that the {lamp plan} "
        "was published."),
    Refusal("on-condition", "it is told as a condition",
        within("thing's clause, deed's clause", r"\b(?:once|until|unless|if|whether|whenever|provided(?! for| by|"
            r" in| under| with)(?: that)?|in case|in the event|assuming|supposing|suppose|before|by the time|"
            r"only when|not until|on the day|pending|subject to|even if|only if|as though|as if|lest)\b"),
        "If the {lamp plan} was published, I have not seen it.", "Since the {lamp plan} was published, we know."),
    Refusal("when-it-is", "“when it has been” is still to come",
        within("thing's clause, deed's clause", rf"\b(?:when|after|where(?:ver)?|as soon as|the moment)\b|"
            rf"\bthe (?:very )?(?:day|week|month|year|minute|time|hour){OUR} ?$",
            but=lambda t: not re.search(r"\b(?:has|have|is|are)\b", t.stretch("verb"))),
        "We will respond when the {lamp plan} has been published.", "We wept when the {lamp plan} was published."),
    Refusal("had-it-been", "“had it been” is not real",
        within("up to", rf"(?:^|[,;] |\bthat )(?:had|were|should|has|have|was) (?:the|it|this|that|there|an?|any|we|"
            rf"they|i|he|she|our|(?-i:[A-Z]\w+)|{T}+)(?!\w)[^,;]*$"),
        "Had we published the {lamp plan}, he would know.", "We had the map, and the {lamp plan} was published."),
    Refusal("aimed-at", "it is only an aim, a hope or a belief",
        within("up to", r"\b(?:work(?:s|ing)|aim\w*|seek\w*|look(?:s|ing)|need\w*|plan(?:s|ned|ning)?|prepar\w*|"
            r"will \w+)\b[^,;]*\bso that\b|\b(?:ensur(?:e|es|ing)|mak(?:e|ing) sure|where(?:ver)? (?:the|an?|any|it|"
            r"this|such))\b[^,;]*$|\b(?:day|date|moment|time|point|year|month)\b[^,;]{0,30} (?:on|by|at|from|"
            r"in) which\b[^,;]*$|\byet to\b[^,;]*$|(?:^|[,;] )(?:assuming|provided|providing|supposing|"
            r"imagine)\b[^,;]*$|\bwhether\b(?! to\b| or not\b)[^;]*$|\b(?:I|we|they|he|she|ministers|members|keepers|"
            r"officials|you|who) (?:\w+ly |all |now |also |had )?(?:hopes?|hoped|wish\w*|expect\w*|trust|understand|"
            r"understood|believed?|think|thought|assumed?|gather|suspect\w*|intend\w*|want\w*|promised|feared?|"
            r"ask(?:s|ed)?|call(?:s|ed)? for)\b(?!,)[^;]*$|\b(?:ready|due|set|expected|scheduled|planned|likely|"
            r"about|hoped|intended|bound|supposed|able|poised) (?:to|for)\b[^,;]*$|\b(?:fears?|risk|threat|danger|"
            r"chance|prospect|question|hope|aim|goal|intention|ambition|possibility) (?:of|that|is|was)\b[^,;]*$|"
            r"\b(?:perhaps|maybe|possibly|probably|conceivably|presumably|arguably|it (?:may|might|could|would|must|"
            r"should) be|(?:as|so) far as|to (?:my|our|the best of)|in (?:his|her|their) view|it (?:seems|appears|"
            r"sounds|looks|feels))\b[^;]*$|\b(?:all but|as good as|more or less|next best thing to|"
            r"short of) (?:\w+ )?$|^\W*(?:if|unless|suppose|supposing|assuming)\b[^;]*$"),
        "We hoped that the {lamp plan} was published.", "We met with hope, and the {lamp plan} was published."),
    Refusal("not-vouched-for", "who says so does not vouch for it", _embedded,
        "We dispute that the {lamp plan} was published.", "We confirm that the {lamp plan} was published."),
    Refusal("hearsay", "it is told as somebody else's word", within("before", HEARSAY),
        "According to the papers, the {lamp plan} was published.", "The Home Secretary said that the {lamp plan} "
        "was published."),
    Refusal("so-they-say", "it is told as somebody else's word",
        within("rest, gap", r"\b(?:or so|so) (?:I|we|they|he|she|it|the|some)\b|\bI (?:am|was) (?:told|led|informed|"
            r"advised|given)\b|\bI (?:understand|believe|think|gather|hear|suppose|assume)\b|\b(?:he|she|they|it is|"
            r"campaigners|critics|some|others|the (?:report|committee|member|press|media|paper|"
            r"opposition)\w*) (?:has |have )?(?:claim\w*|alleg\w*|said|says?|report(?:s|ed)|argue[sd]?|suggest\w*|"
            r"assert\w*|insist\w*|maintain\w*|believe[sd]?|thought)\b|\b(?:it (?:is|was) )(?:said|claimed|alleged|"
            r"reported|rumoured)\b|\bif (?:the )?(?:reports?|press|papers|rumours?)\b"),
        "The {lamp plan} was published in June, campaigners claim.", "The {lamp plan} was published in June, as we "
        "promised."),
    Refusal("its-doing-is-told-of", "something is told of its doing, and not that it was done",
        lambda t: t.deed.form.kind is Kind.NOUN and bool(re.match(rf"['’]? {FINITE}\b", t.text[t.last :])),
        "Since the publication of the {lamp plan} was put off, keepers wait.", "Since the publication of the {lamp "
        "plan}, keepers rest."),
    Refusal("told-as-wrong", "it is called wrong",
        within("rest", r"\b(?:is|was|are|were|would be) (?:quite |simply |plainly |just |also )?(?:wrong|false|"
            r"untrue|incorrect|mistaken|misleading|nonsense|a myth|not true|absurd|premature|a lie|not correct|"
            r"inaccurate|not the case)\b"),
        "That the {lamp plan} was published is wrong.", "The {lamp plan} was published, which is right."),
    Refusal("at-which", "it is only told where or when it is to be done",
        within("before", rf"\b(?:in|on|by|from|to|for|at|under|through|of|with|upon) (?:which|whom|whose){OUR} $"),
        "The website on which the {lamp plan} is published is down.", "The website is down, but the {lamp plan} was "
        "published."),
    Refusal("as-a-habit", "it is told of what happens again and again",
        within("up to, deed's after", r"\b(?:annually|yearly|monthly|quarterly|weekly|regularly|routinely|normally|"
            r"usually|generally|typically|then only|only then|on request|each (?:year|month|quarter)|every (?:year|"
            r"month|quarter|spring|autumn|\w+ years))\b",
            but=lambda t: t.deed.group.reading not in (Reading.PRESENT, Reading.BARE)),
        "The {lamp plan} is published every year.", "The {lamp plan}, one of those written every year, was published."),
)
# fmt: on
