"""What takes back that a thing is told as done? Each rule is a row; a newcomer adds one.

A row refuses where its words stand in one of the stretches of a sentence (telling). In its example the thing stands
between braces, and so it does in what it must leave alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from monitor.english import days
from monitor.english.deeds import Kind
from monitor.english.speakers import BODIES, COUNTRIES, DEMONYMS, GOVERNMENTS, HEARSAY, OURS, PUBLIC, REFERRAL
from monitor.english.telling import OUR, T, Telling
from monitor.english.verbs import FINITE, Reading

Test = Callable[[Telling], bool]


@dataclass(frozen=True)
class Refusal:
    """A rule that takes a deed back, what it says to people, a sentence that it refuses and one that it leaves alone."""

    id: str
    why: str
    test: Test
    example: str
    counter: str


def _in(stretches: str, shape: str, *, but: Test | None = None) -> Test:
    """Return the test whether words of a shape stand in one of some stretches (parted by commas)."""
    names, wanted = stretches.split(", "), re.compile(shape, re.IGNORECASE)
    return lambda told: any(wanted.search(told.stretch(name)) for name in names) and not (but and but(told))


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


def _by_others(told: Telling) -> bool:
    """“Published by the harbour board”: whoever did it is named, and is not the government."""
    by = _BY.match(told.stretch("deed's after"))
    return bool(by) and bool(re.search(GOVERNMENTS, by["who"]) or not OURS.search(by["who"]))


def _owned_by_others(told: Telling) -> bool:
    """“The union's plan”: whose it is is named, and is neither the government nor a person who was asked for it."""
    owner = _OWNER.search(told.stretch("thing's clause"))
    return bool(owner) and not _OUR_OWNERS.search(owner["owner"])


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
    return any(year < told.promised_on.year for year in years)


def _out_of_time(told: Telling) -> bool:
    if told.said_on < told.promised_on or days.told_of_old(told.text, told.promised_on):
        return True
    given = days.days_told(told.text, told.said_on)
    return bool(given and max(given) < told.promised_on) or days.out_of_time(
        told.text, told.last, told.promised_on, told.said_on
    )


def _does_another_thing(told: Telling) -> bool:
    """“The plan launched a fund”: what was done is what stands after the deed."""
    if told.form == "it-moved" and _THAT.match(told.text, told.deed.end):
        return True
    acts = (
        told.ahead and told.deed.group.reading in (Reading.BARE, Reading.ACTIVE) and told.gap.strip(" ,whicat()") == ""
    )
    return acts and not told.deed.form.spelt and bool(_OBJECT.match(told.text, told.deed.end))


def _head_of_its_own(told: Telling) -> bool:
    """“The annex to the plan was published”: the plan is no subject where a preposition stands before it."""
    if told.deed.form.kind is Kind.NOUN or told.deed.form.spelt or not told.ahead:
        return False
    clause = told.stretch("thing's clause")
    if told.form in ("it-published-then", "which-we-did") or _RELATIVE.search(told.gap):
        return bool(_PART_OF.search(clause) or _OF.search(clause))
    return bool(_PREPOSITION.search(clause) or _VERB_BEFORE.search(clause))


def _of_the_next_clause(told: Telling) -> bool:
    """“We published a map, and the plan is late”: the thing is what the next clause tells of."""
    return not told.ahead and bool(_JOINS.search(told.gap)) and bool(_DOES.match(told.stretch("tail")))


def _unusual(told: Telling) -> bool:
    """Whether what follows a deed is none of the words that usually do: nobody thought of all the ways to take it back."""
    after = told.ahead and told.deed.form.kind in (Kind.VERB, Kind.STATE) and not told.deed.form.spelt
    return after and told.form != "which-we-did" and not _USUAL.match(told.text, told.deed.end)


def _embedded(told: Telling) -> bool:
    """“We dispute that it was published”: only who confirms, announces or is glad of a thing tells it."""
    that = _THAT_IT_WAS.search(told.stretch("before") if told.ahead else told.stretch("deed's clause"))
    return bool(that) and not _TELLING.fullmatch(that["verb"])


def _compound(told: Telling) -> bool:
    """“The plan consultation”, “the plan's annex”: another noun follows, and it is that of which all is told."""
    if told.deed.form.spelt or (told.ahead and told.deed.form.kind is Kind.NOUN):
        return False
    tail = told.stretch("tail")
    return (not told.ahead and not _ENDS.match(tail)) or (told.ahead and bool(_OWNS.match(tail) or _NAMED_AFTER.match(tail)))


_SEASON = "spring|summer|autumn|winter"
_USUAL = re.compile(
    rf"\W*$|[,.;:)\u2013-]| \W| (?:on (?:the )?(?:\w+day|\d+\w*|GOV|time|schedule|Government|Department|UK|evening|morning)|in (?:the )?(?:{days.MONTH}|"
    rf"\d{{4}}|early|late|mid|{_SEASON}|last|first|full|UK|Great Britain|(?:England|Scotland|Wales|Northern Ireland)(?!['’])|Parliament|both Houses|House|Lords|Commons|line with|"
    r"response|accordance|conjunction|partnership|time\b(?! for)|London|Geneva|\w+ (?:weeks|months)|Budget|King)|last|earlier|today|yesterday|"
    r"this|now|recently|\d+\w*|ahead|late|later|early|shortly after|and|which|that|who|by|as (?!an?\b)|"
    r"to (?:help|support|ensure|address|enable|provide|consider|lead|look|review|advise|improve|give|make|tackle|oversee|bring|strengthen|protect|set|"
    r"allow|deliver|examine|investigate|inform|guide|reflect|raise|reduce|drive|applications|all|everyone|Parliament|the (?:public|House\b(?! of Lords))|great)|"
    r"for (?:the first|all|applications|new|good|a further|England|\w+ weeks|public|everyone)|into (?:law|force|effect|place|use|the [A-Z])|from|"
    r"at (?:the )?(?:\w+ )?(?:Budget|Spending|Statement|start|end|beginning|same|\d+|summit|conference)|following|alongside|after|since|across|"
    r"throughout|with|within|under (?:the )?[^,;]{0,50}(?:\bAct|section|powers|Regulations)|under (?:the|our|this) Government|through|until|between|"
    r"during|via|online|here|together|jointly|among|to (?:the )?(?!protest|criticism|cheer)\w+s|before (?:the|both|Parliament|Christmas|Easter|\w+day)|nationally|formally|successfully|fully|or|but|again|of|"
    r"several|two|three|four|five|six|some|just|at last|setting|outlining|will|has|is|are|was|were|have)\b",
    re.IGNORECASE,
)
_THAT_IT_WAS = re.compile(rf"(?P<verb>[\w'’]+)(?: (?:me|us|him|her|them|you|the House|Members|Parliament))? that{OUR} $")
_TELLING = re.compile(
    r"(?:confirm\w*|pleased|delighted|glad|proud|note[sd]?|remind|sa(?:y|id)|announced?|know\w*|aware|welcome[sd]?|reassure|report|fact|is|was|"
    r"happy|grateful|recall|acknowledge[sd]?|recognise[sd]?|shows?|means?|repeat|stress|emphasise|clear|add|see|relieved|satisfied|sure|"
    r"certain|doubt|told|state|remember|points? out|so|now|changed|rules?|given)",
    re.IGNORECASE,
)
_WILLED = re.compile(r"\b(?:will|shall|would|could|should|may|might|must|can|cannot|to be|be)\b[^,;]*$")
_BY = re.compile(
    r"[^,;:]{0,70}?,? by (?!(?:then|now|\d|the (?:end|time|deadline|date)|Easter|Christmas|(?:Jan|Febr|Mar|Apr|May|Ju|Aug|"
    r"Sept|Oct|Nov|Dec)\w*|\w+ing\b))(?P<who>[^,;:]{1,80})"
)
_OWNER = re.compile(r"(?P<owner>(?:\w+ )?[\w-]+)['’]s?(?: (?!the\b|and\b)[\w-]+){0,4} $")
_OUR_OWNERS = re.compile(
    r"\b(?:year|month|week|autumn|spring|today|yesterday|government|department|ministry|secretary|minister|chancellor|treasury|"
    r"office|uk|britain|england|nation|country|world|parliament|house|it|that|here|review\w*|inquiry|inspector|chair|defra|hmrc|"
    r"ofsted|nhs|(?:baroness|lord|lady|dame|sir|professor|dr|mr|mrs|ms) \w+)$",
    re.IGNORECASE,
)
_BODY_LAST = re.compile(rf"{BODIES}(?:(?!{OURS.pattern})[^,;])*$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?!(?:and|then|also|now|so|has|have|had|today|yesterday)\b)[\w'’]+")
_ATTRIBUTIVE = re.compile(r"(?:^|\b(?:in|under|through|by|on|of|to|with|from|the|our|its|a|since|having|and) ?)$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:[-–/]\d{2,4})?(?:['’]s)?(?: [\w-]+){0,2} $")
_YEAR_AFTER = re.compile(r",? \(?(?:of |from |for )?(?P<year>(?:19|20)\d\d)\b")
_OBJECT = re.compile(
    r"(?: (?:the|a|an|our|its|their|his|her|some|these|this|new|no|more|further|\d[\d,]*) [^\W\d]| [A-Za-z]+s\b(?<!as)(?<!this))"
)
_THAT = re.compile(r" (?:that|how|whether|why)\b")
_VERB_BEFORE = re.compile(rf"\b{FINITE}\b(?![^,;]*\b(?:that|how|why)\b)[^,;]*$")
_RELATIVE = re.compile(r"\b(?:which|that|who)\b")
_PREPOSITION = re.compile(
    r"(?:(?<!\ball )(?<!\bboth )(?<!\beach )\bof|\b(?:on|to|for|about|into|in|from|towards|with|behind|under|through|within|by|at|as|via|regarding|concerning|over|"
    rf"around|against|unlike|like|than|without|beside|including)){OUR} $|\b(?:to [a-z]+|(?:advis|support|overs?ee|runn?|includ|"
    rf"cover|explain|accompany|regard|concern|replac|follow|implement|deliver|prepar|develop|monitor)\w*ing|(?:to|for|of|on|about|by|in|"
    rf"before|without) \w+ing) (?:the|our|its|an?)\b{OUR} $",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:(?:draft|part|summar(?:y|ie)|extract|excerpt|section|chapter|outline|version|edition|volume|index|glossary|"
    r"terms of reference|consultation|response|repl(?:y|ie)|foreword|introduction|annex(?:e)?|appendix|appendice|addend(?:um|a)|"
    r"supplement|corrigend(?:um|a)|correction|update|detail|finding|timetable|plan|scope|remit|date|cost|preparation|guide|"
    r"guidance|work|progress|phase|stage|tranche|strand|procurement|secretariat|board|chair|view|proposal|option|suggestion|"
    r"methodology|training|pilot|team|office|representation|application|bid|recommendation|amendment|statement|letter|note|"
    r"report|review|evaluation|assessment|survey|debate|website|page|press release|evidence|commentary|article|"
    r"critique|map|list|table|page|paragraph|sentence|clause|line|half|third|quarter|most|some|one|two|three|few|many)s?) "
    rf"(?:of|on|to|for|about|into|in|from|towards|behind|accompanying|explaining|supporting|underpinning){OUR} $",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?!(?:part|heart|core|context|light|terms|aims?|ambitions?|commitments?|publication|launch|basis|goals?|objectives?|centre|"
    rf"result|because|ahead|outside|spirit|pages?|virtue|all|both|delivery|implementation|means)\b)[\w'’]+ of{OUR} $",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:,? ?\([^()]{1,60}\))?(?:\s*(?:$|[,.;:!?)”\"’]|[-–—] )|,? (?:of|for|on|in|at|to|from|with|by|under|over|as|and|or|but|"
    r"which|that|who|whose|last|this|earlier|today|yesterday|alongside|following|after|before|since|until|when|where|while|so|"
    r"is|are|was|were|has|have|had|will|would|should|can|could|into|online|recently|now|also|because|is|does|did|across|the|an?|our|its|their|"
    r"\d[\d-]*|\w+ing|\w+ly|\w+ed|sets?|says?|made|here|through|within|up|back|again|together|both|ahead|via|per|if|then|too)\b)"
)
_JOINS = re.compile(r",|\band\b")
_DOES = re.compile(
    rf"(?:,? ?\([^()]{{1,60}}\))? (?:(?:now|also|then|\w+ly) )?(?:{FINITE}|\w+ed (?:the|an?|our|its|on|in)|sets? out)\b"
)
_NAMED_AFTER = re.compile(
    r" (?:consultation|response|delivery|implementation|update|progress|annex|guidance|board|workforce|task ?force|team|unit|"
    r"budget|process|milestones?|roadmap|report|terms of reference|call for evidence|impact|summary|draft|review|evaluation|"
    r"pilot|committee|group|panel|forum|council|recommendations?|amendments?|index|launch event|website|secretariat)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s? \w")
_PLACES = (
    r"(?:in (?:Scotland|Wales|Northern Ireland|(?:an|the |all |all the |any )?other (?:countr\w+|areas?|jurisdictions?|nations?|count(?:y|ies)|"
    r"regions?|towns?|cit(?:y|ies)|parts?|places?)|(?:a |the )?neighbouring|Europe|"
    rf"{COUNTRIES}|"
    r"(?:much|most|parts?|some|bits|corners|one|half|all but \w+) of|(?:only |just |about |over |the )*(?:most|some|many|several|certain|a few|"
    r"a (?:number|handful) of|selected|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}(?![\d,])|one|pilot|trial) "
    r"(?!years?|months?|weeks?|days?|ways?|respects?|volumes?|languages?|formats?|(?:Jan|Febr|Mar|Apr|May|Ju|Aug|Sept|Oct|Nov|Dec))\w+)"
    r"(?!,? (?:and|or) (?:in )?England|, (?:Wales|England|Northern Ireland))|elsewhere|nowhere|overseas|abroad)\b"
)
_PLACE_BEFORE = re.compile(rf"\b{_PLACES}(?:(?!\b{FINITE}\b)[^;])*$", re.IGNORECASE)
_OF_PLACE = re.compile(rf" (?:for |in |of |\()(?:{COUNTRIES})\b(?! and England)", re.IGNORECASE)
_PLACE_AFTER = re.compile(rf"[^,;:.]{{0,90}}?\b{_PLACES}", re.IGNORECASE)
_KINDS = (
    r"(?:draft|interim|preliminary|provisional|partial|initial|summary|outline|shortened|abridged|redacted|consultation|"
    r"incomplete|skeleton|pilot|shadow|prototype|beta|unfinished|leaked|mock|fake|spoof|unofficial|rival|alternative|"
    r"so-called|old|older|previous|former|predecessor|outdated|out-of-date|existing|separate|similar|different|another|"
    r"vice|deputy|acting|assistant|private members?['’]s?|opposition|backbench|ten[- ]minute[- ]rule|"
    r"earlier|original|last year['’]s|easy[- ]read|children['’]s|young people['’]s|illustrative|indicative|proposed|planned|"
    r"future|forthcoming|upcoming|working|half-finished|non-statutory|regional|local|county|borough)"
)
_UNDO = (
    r"(?:withdrawn|removed|retracted|rescinded|revoked|repealed|quashed|annulled|struck (?:down|out)|cancelled|suspended|reversed|"
    r"deleted|unpublished|pulled|recalled|paused|halted|abandoned|scrapped|dropped|taken (?:down|offline|back|off)|overturned|"
    r"set aside|disapplied|undone|voided|invalidated|superseded|replaced|unavailable|shelved|called off|discontinued|"
    r"abolished|dismantled|re-?(?:issued|published|done|written|drawn|launched|laid|run|submitted)|disbanded|dissolved|wound (?:up|down)|stood down|nullified|lapsed|expired)"
)
# fmt: off
REFUSALS = (
    Refusal("asked", "it is a question", _in("whole", r"\?[\s\"”’')\]]*$"),
        "Has the minister seen that the {lamp plan} was published?", "The {lamp plan} was published."),
    Refusal("refers-elsewhere", "it only refers to another answer", _in("whole", REFERRAL.pattern),
        "I refer her to the answer of 3 June, when the {lamp plan} was published.", "The {lamp plan} was published on 3 June."),
    Refusal("denied-by-its-verb", "its verb denies it, or puts it off", _reads(Reading.DENIED),
        "The {lamp plan} was never published.", "The {lamp plan} was not only published but read."),
    Refusal("not-yet-real", "will be, was to be, would have been: it is not told as done", _unreal,
        "The {lamp plan} will have been published by May.", "The {lamp plan} had been published by May."),
    Refusal("going-on", "it is being done, and not told as done today", lambda t: _only_going_on(t) or _not_doing(t),
        "The {lamp plan} is being published in stages.", "The {lamp plan} is being published today."),
    Refusal("wished-for", "it is only wished for, or to be seen",
        _in("thing's clause", r"\b(?:see|sees|seeing|have|having|get|getting|want\w*|like|need\w*|wish\w*|expect\w*|keep|await\w*|"
            r"call\w* for|hop\w* for|due)\b[^,;]*$", but=lambda t: not t.ahead or "," in t.gap or t.deed.form.kind is not Kind.VERB or t.deed.group.reading is not Reading.BARE),
        "We should like to have the {lamp plan} published last week.", "We have the {lamp plan}, published last week."),
    Refusal("denied", "what stands before it denies it",
        _in("thing's clause, deed's clause", r"\b(?:no(?! (?:longer|doubt|later|less|fewer|\d))|not(?! (?:only|just|least|simply|"
            r"merely))|never|none|nor|neither|nobody|nothing|cannot|without|unable|\w+n['’]t|fail(?:s|ed|ing)? to|refus\w+ to|"
            r"far from|anything but|short of|falsely|wrongly|mistakenly|incorrectly|hardly)\b"),
        "No {lamp plan} was published.", "There is no doubt: the {lamp plan} was published."),
    Refusal("untrue", "it is told as untrue or unsure",
        _in("before", r"(?:\b(?:not|cannot|no|never|untrue|incorrect|wrong|false|unclear|unlikely|unaware|impossible|mistaken)|n['’]t)\b"
            r"(?! (?:only|doubt))[^;:.]{0,40}\b(?:that|to say)\b[^;]*$"),
        "It is not the case that, for all our work, the {lamp plan} was published.", "I said that the {lamp plan} was published."),
    Refusal("on-condition", "it is told as a condition",
        _in("thing's clause, deed's clause", r"\b(?:once|until|unless|if|whether|whenever|provided(?! for| by| in| under| with)(?: that)?|in case|in the event|"
            r"assuming|supposing|suppose|before|by the time|only when|not until|on the day|pending|subject to|even if|only if|as though|as if|lest)\b"),
        "If the {lamp plan} was published, I have not seen it.", "Since the {lamp plan} was published, we know."),
    Refusal("when-it-is", "“when it has been” is still to come",
        _in("thing's clause, deed's clause", rf"\b(?:when|after|where(?:ver)?|as soon as|the moment)\b|\bthe (?:very )?(?:day|week|month|year|minute|time|hour){OUR} ?$",
            but=lambda t: not re.search(r"\b(?:has|have|is|are)\b", t.stretch("verb"))),
        "We will respond when the {lamp plan} has been published.", "We wept when the {lamp plan} was published."),
    Refusal("had-it-been", "“had it been” is not real",
        _in("up to", rf"(?:^|[,;] |\bthat )(?:had|were|should|has|have|was) (?:the|it|this|that|there|an?|any|we|they|i|he|she|our|"
            rf"(?-i:[A-Z]\w+)|{T}+)(?!\w)[^,;]*$"),
        "Had we published the {lamp plan}, he would know.", "We had the map, and the {lamp plan} was published."),
    Refusal("aimed-at", "it is only an aim, a hope or a belief",
        _in("up to", r"\b(?:work(?:s|ing)|aim\w*|seek\w*|look(?:s|ing)|need\w*|plan(?:s|ned|ning)?|prepar\w*|will \w+)\b[^,;]*\bso that\b"
            r"|\b(?:ensur(?:e|es|ing)|mak(?:e|ing) sure|where(?:ver)? (?:the|an?|any|it|this|such))\b[^,;]*$"
            r"|\b(?:day|date|moment|time|point|year|month)\b[^,;]{0,30} (?:on|by|at|from|in) which\b[^,;]*$|\byet to\b[^,;]*$"
            r"|(?:^|[,;] )(?:assuming|provided|providing|supposing|imagine)\b[^,;]*$|\bwhether\b(?! to\b| or not\b)[^;]*$"
            r"|\b(?:I|we|they|he|she|ministers|members|keepers|officials|you|who) (?:\w+ly |all |now |also |had )?(?:hopes?|hoped|wish\w*|"
            r"expect\w*|trust|understand|understood|believed?|think|thought|assumed?|gather|suspect\w*|intend\w*|want\w*|promised|"
            r"feared?|ask(?:s|ed)?|call(?:s|ed)? for)\b(?!,)[^;]*$"
            r"|\b(?:ready|due|set|expected|scheduled|planned|likely|about|hoped|intended|bound|supposed|able|poised) (?:to|for)\b[^,;]*$"
            r"|\b(?:fears?|risk|threat|danger|chance|prospect|question|hope|aim|goal|intention|ambition|possibility) "
            r"(?:of|that|is|was)\b[^,;]*$|\b(?:perhaps|maybe|possibly|probably|conceivably|presumably|arguably|it (?:may|might|could|would|must|"
            r"should) be|(?:as|so) far as|to (?:my|our|the best of)|in (?:his|her|their) view|it (?:seems|appears|sounds|looks|feels))\b[^;]*$|\b(?:all but|as good as|more or less|next best thing to|short of) (?:\w+ )?$"
            r"|^\W*(?:if|unless|suppose|supposing|assuming)\b[^;]*$"),
        "We hoped that the {lamp plan} was published.", "We met with hope, and the {lamp plan} was published."),
    Refusal("not-vouched-for", "who says so does not vouch for it", _embedded,
        "We dispute that the {lamp plan} was published.", "We confirm that the {lamp plan} was published."),
    Refusal("hearsay", "it is told as somebody else's word", _in("before", HEARSAY),
        "According to the papers, the {lamp plan} was published.", "The Home Secretary said that the {lamp plan} was published."),
    Refusal("so-they-say", "it is told as somebody else's word",
        _in("rest, gap", r"\b(?:or so|so) (?:I|we|they|he|she|it|the|some)\b|\bI (?:am|was) (?:told|led|informed|advised|given)\b|\bI (?:understand|believe|think|gather|"
            r"hear|suppose|assume)\b|\b(?:he|she|they|it is|campaigners|critics|some|others|the (?:report|committee|member|press|media|"
            r"paper|opposition)\w*) (?:has |have )?(?:claim\w*|alleg\w*|said|says?|report(?:s|ed)|argue[sd]?|suggest\w*|assert\w*|"
            r"insist\w*|maintain\w*|believe[sd]?|thought)\b|\b(?:it (?:is|was) )(?:said|claimed|alleged|reported|rumoured)\b|\bif (?:the )?"
            r"(?:reports?|press|papers|rumours?)\b"),
        "The {lamp plan} was published in June, campaigners claim.", "The {lamp plan} was published in June, as we promised."),
    Refusal("another-government", "another government did it",
        lambda t: bool(re.search(GOVERNMENTS, t.stretch("deed's clause")) or re.search(GOVERNMENTS, t.stretch("thing's clause"))
            or re.match(rf"[^,;:]{{0,80}}?\b(?:in opposition|under (?:the |my |our )?{GOVERNMENTS})", t.stretch("deed's after"))),
        "The Scottish Government’s {lamp plan} was published.", "The UK Government’s {lamp plan} was published."),
    Refusal("another-country", "it is another country's",
        lambda t: bool(re.search(rf"\b(?:{COUNTRIES})(?:['’]s?)?(?: (?:has|have|had|recently|also|already|now|\w+ed))*{OUR} ?$",
            t.stretch("thing's clause")) or re.search(rf"\b{DEMONYMS}{OUR} $", t.stretch("thing's clause")) or (_active(t) and re.search(rf"\b(?:{COUNTRIES})\W*(?:\w+ly )?$", t.stretch("deed's clause")))),
        "Denmark’s {lamp plan} was published.", "In England the {lamp plan} was published."),
    Refusal("another-body", "a body that is not the government did it", _body_acts,
        "The Lighthouse Association published the {lamp plan}.", "The Department published the {lamp plan}, asked by campaigners."),
    Refusal("by-another", "who did it is not the government", _by_others,
        "The {lamp plan} was published by a firm of printers.", "The {lamp plan} was published by my Department."),
    Refusal("owned-by-others", "whose it is is named, and is not the government", _owned_by_others,
        "The union’s {lamp plan} was published.", "The Department’s new {lamp plan} was published."),
    Refusal("elsewhere", "it was done in another place, or only in parts",
        lambda told: bool(_PLACE_BEFORE.search(told.stretch("thing's clause")) or _PLACE_BEFORE.search(told.stretch("verb's clause"))
            or _OF_PLACE.match(told.stretch("tail"))
            or _PLACE_AFTER.match(told.stretch("deed's after")) or _PLACE_AFTER.match(told.stretch("tail"))),
        "The {lamp duty} is in force in Scotland.", "The {lamp duty} is in force in England and Wales."),
    Refusal("in-part", "it was done only in part",
        _in("deed's after, after, gap, rest", r"^[^;:]{0,90}?\b(?:in draft|(?:as|in) an? (?:draft|summary|outline|skeleton|pilot|trial|prototype|"
            r"first step|interim|series)|in part|in principle|only partly|partially|partly|piecemeal|in (?:stages|phases|instalments|outline|"
            r"summary|skeleton)|on (?:a|an) (?:\w+ )?(?:trial|pilot|interim|provisional|temporary|voluntary|limited)|so far only|"
            r"for (?:some|certain|selected|a few)|apart from|except|up to (?:chapter|part|page|section|volume|stage)|with the exception|but not (?:yet )?(?:the|its|in|for|to)|"
            r"minus|save for|excluding|in (?:shadow|name|theory|embryo|beta|prototype|Welsh|Gaelic|braille|easy[- ]read)|on paper|on a rolling|"
            r"(?:to|for|by|among|at) (?:some|certain|several|many|most|a few|half|only)|not in full|(?:heavily |partly )?redacted|incomplete|"
            r"unfinished|withheld|held back|missing|omitted|left out|the (?:rest|remainder|last part|remaining \w+)|in all but|"
            r"(?:real|full|final|proper|actual|complete|whole|rest|others?)(?: \w+)? (?:will|is to|is still|are to|are still|remains?|follows?))\b"),
        "We published the {lamp plan} in draft.", "We published the {lamp plan} in full."),
    Refusal("a-volume-of-it", "it is only one part of it",
        _in("tail", r"^(?:,|:| [-–])? ?\(?(?:the )?(?:\w+ )?(?:part|volume|vol\.?|phase|chapters?|stage|tranche|annex\w*|section|draft|"
            r"summary|interim|amendment|book)\b(?! of (?:our|the|a) (?:wider|work|commitment|drive|plan|mission))"),
        "The {lamp plan}, part one, was published.", "The {lamp plan}, with its maps, was published."),
    Refusal("not-the-thing-itself", "it is a draft, a forerunner or a namesake",
        _in("thing's clause", rf"\b{_KINDS}(?: (?!and\b|the\b)[\w’'-]+){{0,3}} $", but=lambda t: t.deed.form.kind is Kind.NOUN),
        "The interim {lamp plan} was published.", "The new {lamp plan} was published."),
    Refusal("some-of-it", "it is told of some, not of all",
        _in("thing's clause", r"\b(?:some|several|many|most|half|few|part|a number|a third|a quarter|majority|almost all|nearly all|"
            r"any|such|whichever|whatever|hypothetical|£[\d.,]+ ?\w*(?: out)?|\d+ per ?cent|\d+%)(?: (?:of|out of))?(?: (?:the|our|its|these"
            r"|those|all))*(?: \w+){0,1} $"),
        "Most {lamp plans} were published.", "Both {lamp plans} were published."),
    Refusal("something-about-it", "it is told of something on it or in it", _head_of_its_own,
        "An index to the {lamp plan} was published.", "All of the {lamp plans} were published."),
    Refusal("named-after-it", "it is told of something named after it", _compound,
        "The Department published the {lamp plan} consultation.", "The Department published the {lamp plan} on Monday."),
    Refusal("of-the-next-clause", "it is told of something else, and the thing comes after", _of_the_next_clause,
        "The Department published a map, and the {lamp plan} is late.", "We published a map and the {lamp plan}, which is long."),
    Refusal("does-another-thing", "it is told of what the thing did", _does_another_thing,
        "The {lamp plan} launched a fund for keepers.", "The {lamp fund} launched on 5 June."),
    Refusal("its-doing-is-told-of", "something is told of its doing, and not that it was done",
        lambda t: t.deed.form.kind is Kind.NOUN and bool(re.match(rf"['’]? {FINITE}\b", t.text[t.last :])),
        "Since the publication of the {lamp plan} was put off, keepers wait.", "Since the publication of the {lamp plan}, keepers rest."),
    Refusal("told-as-wrong", "it is called wrong",
        _in("rest", r"\b(?:is|was|are|were|would be) (?:quite |simply |plainly |just |also )?(?:wrong|false|untrue|incorrect|mistaken|misleading|"
            r"nonsense|a myth|not true|absurd|premature|a lie|not correct|inaccurate|not the case)\b"),
        "That the {lamp plan} was published is wrong.", "The {lamp plan} was published, which is right."),
    Refusal("contrasted", "it is set against what was not done",
        _in("deed's after, after", r"^[^;:]{0,80}, (?:and |but )?not (?!only|just|least|before|without|as|because|simply|merely)\w"),
        "The {lamp plan} was published in print, not online.", "The {lamp plan} was published, not before time."),
    Refusal("at-which", "it is only told where or when it is to be done",
        _in("before", rf"\b(?:in|on|by|from|to|for|at|under|through|of|with|upon) (?:which|whom|whose){OUR} $"),
        "The website on which the {lamp plan} is published is down.", "The website is down, but the {lamp plan} was published."),
    Refusal("figure-of-speech", "the words mean something else",
        _in("deed's after", r"^ (?:practice|fact|policy|principle|that|dead|gone|void)\b|^ to (?:fail|debate|question|interpretation|abuse|challenge|doubt|suggestions?|persuasion|change|criticism|"
            r"discussion|offers|the idea|misuse|all kinds|(?:an?(?:other)?|the) (?:different|other|new)|another)\b"),
        "The {lamp plan} was launched to criticism.", "The {lamp plan} was launched to all keepers."),
    Refusal("undone", "it is told as undone since, or done in error",
        _in("rest, gap, thing's clause", rf"\b(?:has|have|had|was|were|been|being|is|are|be|then|now|and|since|later|but|got|subsequently|"
            rf"again|immediately|briefly|promptly|temporarily) (?:\w+ly )?{_UNDO}\b|\b(?:in|by|due to an?) (?:error|mistake|oversight)\b|"
            r"\b(?:accidentally|inadvertently|prematurely|erroneously|mistakenly|briefly|temporarily|unlawfully|no longer (?:available|in "
            r"force|open|applies|stands|live|online|exists?))\b|\b(?:but|and|has|have|since|then|later) (?:has |have |since |then |later |already )*(?:"
            r"resigned|declined|stepped (?:down|aside)|quit|refused|collapsed|folded|failed)\b|\b(?:withdrew|retracted|took (?:it|them) down|pulled (?:it|them)|unpublished|"
            r"(?:set|struck|threw|pulled|took|called) (?:it|them|this) (?:aside|down|out|back|off)|ceased to|withdrawal of|before (?:being|it was|they were) (?:withdrawn|taken|removed|pulled))\b|\bfor (?:only |just )?(?:a few|an?|one|"
            r"two|three|several) (?:hours?|minutes|days?)\b"),
        "The {lamp plan} was published, and has since been taken down.", "The {lamp plan} was published, and removes all doubt."),
    Refusal("not-to-all", "it went only to some",
        _in("verb, rest, gap", r"\b(?:internally|privately|confidentially|in confidence|in private|in secret|behind closed doors|leaked|"
            r"on (?:a|an) (?:restricted|limited|confidential|internal|intranet)|(?:on|over) (?:the|our|its|their) (?:\w+ )?intranet|"
            r"not (?:yet )?(?:public|publicly|to the public|made public)|within (?:the|my|our) (?:department|government|ministry)|"
            r"for (?:internal|official|ministers|officials|members)\b|(?:for|to|among|with|between) (?:\w+ )?(?:ministers|officials|staff|"
            r"civil servants|members|colleagues|insiders|subscribers|stakeholders|select\w*|cabinet|partners|experts|the (?:board|police|"
            r"committee|panel|group))(?: \w+){0,2} only|only (?:to|for|among|within|in|as|with)|(?:for|to) (?:\w+ ){1,3}(?:alone|only)|"
            r"embargo\w*|under embargo|to (?:ministers|officials|staff|civil servants|select(?:ed)?|cabinet|colleagues)|"
            r"to an? (?:limited|small|restricted|closed|chosen|inner|private)|within whitehall|across government)\b"),
        "The {lamp plan} was published internally.", "The {lamp plan} was published to great applause."),
    Refusal("for-comment", "it was put out for comment, and is not final",
        _in("deed's after, after", r"^[^;:]{0,80}?\b(?:for|as (?:a|part of a)|as the basis of a?|in) (?:\w+ ){0,2}(?:consultation|comments?|"
            r"discussion|feedback|review|responses|views|debate|scrutiny|testing|information only|illustration)\b(?! with)|^[^;:]{0,40}?"
            r"\bto (?:gather|seek|invite|test|canvass|collect|elicit|start|begin) (?:\w+ )?(?:views|comments?|feedback|opinions?|responses?|debate|an?)\b"),
        "The {lamp plan} was published for consultation.", "The {lamp plan} was published after consultation."),
    Refusal("subject-to", "something must still happen",
        _in("rest, gap, thing's clause", r"\b(?:subject to|conditional (?:on|upon)|contingent (?:on|upon)|awaiting|pending|dependent (?:on|upon)|"
            r"provided that|on (?:the understanding|condition) that|but (?:has|have|is|are|was|were) (?:yet to|not)|yet to (?:come|be|start|begin|take)|not (?:yet )?(?:in force|final|"
            r"complete|approved|finished|commenced|begun|open|published))\b"),
        "The {lamp plan} was published, subject to the House’s approval.", "The {lamp plan} was published, and we thank its authors."),
    Refusal("still-to-come", "its time is still to come",
        _in("deed's after, tail", r"^(?:(?!\b(?:will|shall|and|which|to|sets?|but|who)\b)[^;:]){0,60}?\b(?:tomorrow|(?:(?:from|by|in|on|the) )next "
            r"(?:week|month|year|\w+day|spring|summer|autumn|winter|session)|next (?:week|month|year)|later (?:this|next|in)|in due course|"
            r"shortly|soon|in (?:the|a) (?:coming|new|few|near)|from (?:\d{1,2} )?\w+ next)\b"),
        "The {lamp plan} is published tomorrow.", "The {lamp plan} is published, and will be read later this year."),
    Refusal("stood-before", "it tells how things stood, or still stand, and not that they came to",
        lambda t: t.deed.form.kind is Kind.STATE and bool(re.search(r"\b(?:remains?|still|continues?)\b", t.stretch("verb"))
            or (re.search(r"\b(?:was|were)\b", t.stretch("verb")) and not re.match("open", t.text[t.deed.start :]))),
        "The {lamp duty} was in force.", "The {lamp duty} is now in force."),
    Refusal("as-a-habit", "it is told of what happens again and again",
        _in("up to, deed's after", r"\b(?:annually|yearly|monthly|quarterly|weekly|regularly|routinely|normally|usually|generally|typically|then only|only then|on request|each "
            r"(?:year|month|quarter)|every (?:year|month|quarter|spring|autumn|\w+ years))\b",
            but=lambda t: t.deed.group.reading not in (Reading.PRESENT, Reading.BARE)),
        "The {lamp plan} is published every year.", "The {lamp plan}, one of those written every year, was published."),
    Refusal("unusual", "what follows is none of the words that usually follow a deed", _unusual,
        "The {lamp plan} was launched onto a sea of troubles.", "The {lamp plan} was launched on Monday."),
    Refusal("of-another-year", "it is one of an earlier year", _of_other_years,
        "The 2024 {lamp plan} was published.", "The 2031 {lamp plan} was published."),
    Refusal("out-of-time", "its time is not between the promise and the day it was said", _out_of_time,
        "The {lamp plan} was published in 2029.", "The {lamp plan} was published in May 2031."),
)
# fmt: on
