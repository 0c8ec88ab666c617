"""Which words tell of a part, a draft, a namesake, another thing, or of what was undone? Each rule is a row."""

import re
from collections.abc import Iterable

from monitor.deadlines.looking_back import AGO
from monitor.deadlines.text import WRITTEN_MONTH as MONTH
from monitor.judging.english.clauses import OUR, Refusal, Telling, either, within
from monitor.judging.english.deed_forms import Kind
from monitor.judging.english.other_actors import another_by
from monitor.judging.english.verb_groups import FINITE, VerbReading

_USUAL = re.compile(
    rf"\W*$|[,.;:)\u2013-]| \W| (?:on (?!paper|condition)[a-z]+s\b|on (?:the )?(?:\w+day|\d+\w*|GOV|time|schedule|"
    rf"evening|morning)|in (?:the )?(?:{MONTH}|\d{{4}}|early|late|mid|spring|summer|autumn|winter|last|first|"
    rf"full|UK|"
    r"Great Britain|(?:England|Scotland|Wales|Northern Ireland)(?!['’])|Parliament|both Houses|House|Lords|Commons|"
    r"line with|response|accordance|partnership|time\b(?! for)|London|Geneva|\w+ (?:weeks|months)|Budget|King)|last|"
    r"earlier|today|yesterday|this|now|recently|\d+\w*|ahead|late|later|early|shortly after|and|which|that|who|by|"
    r"as (?!an?\b)|to (?:help|support|ensure|address|enable|provide|consider|lead|look|review|advise|improve|give|make|"
    r"tackle|oversee|bring|strengthen|protect|set|allow|deliver|inform|guide|reflect|raise|reduce|confirm|drive|"
    r"applications|all|everyone|Parliament|the (?:public|House\b(?! of Lords))|great|(?:the )?(?!protest|critic|"
    r"cheer)[a-z]+s\b)|for (?:the first|all|applications|new|good|a further|England|\w+ weeks|public|everyone)|"
    r"into (?:law|force|effect|place|use|the [A-Z])|from|at (?:the )?(?:\w+ )?(?:Budget|Spending|Statement|start|end|"
    r"beginning|\d+|summit|conference)|following|alongside|after|since|across|throughout|with|within|"
    r"under (?:the )?[^,;]{0,50}(?:\bAct|section|powers|Regulations|this Government)|through|until|between|during|via|"
    r"online|here|together|jointly|among|before (?:the|both|Parliament|Christmas|Easter|\w+day|\d+\w*)|"
    r"towards the end|in the week|nationally|formally|"
    rf"{AGO}|successfully|fully|or|but|again|of|just|at last|setting|outlining|will|has|is|are|was|were|have)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf" (?!{AGO})(?:(?:the|an?|our|its|their|his|her|some|these|new|"
    r"this(?! (?:spring|summer|autumn|winter|year|month|week|morning)\b)|no|more|further|\d[\d,]*) [^\W\d]|"
    r"[A-Za-z]+s\b(?<!as)(?<!this)(?<!across))"
)
_VERB_BEFORE = re.compile(
    rf"\b{FINITE}\b(?![^,;]*\b(?:that|how|why)\b)[^,;]*$|"
    r"\b(?:that|who|which)(?: \w+ly| \w+'ve| have| has)* (?:(?!this|last)\w+(?:s|ed)|wrote|led|built|made|won|ran)"
    rf" (?:the|an?|our|its|these|those|all)?\b{OUR} $",
)
_PREPOSITION = re.compile(
    r"(?:(?<!\ball )(?<!\bboth )(?<!\beach )\bof|\b(?:on|to|for|about|into|in|from|towards|with|behind|under|through|"
    r"within|"
    rf"by|at|as|via|over|around|against|unlike|like|than|without|beside|regarding|concerning|including)){OUR} $|"
    rf"\b(?:to [a-z]+|(?:for|of|on|about|by|in|before|without) \w+ing) (?:the|our|its|an?)\b{OUR} $|"
    rf"\b(?!publish|launch|introduc|open|follow)\w{{3,}}ing (?:the|our|its|an?)\b{OUR} $",
    re.IGNORECASE,
)
_ABOUT_IT = (
    "draft|summar(?:y|ie)|extract|chapter|volume|index|consultation|response|repl(?:y|ie)|annexe?|appendix|amendment|"
    "update|correction|guid(?:e|ance)|note|letter|evidence|proposal|timetable"
)
"""What is written about a thing, or is a part of it."""
_PART_OF = re.compile(
    r"\b(?!(?:heart|result|part|objective|implementation)s?\b)[\w'’]+ (?:of|on|about|behind|accompanying|explaining|"
    rf"supporting|underpinning){OUR} $|\b(?:{_ABOUT_IT}|version)s? (?:to|for|into|in|from|towards){OUR} $",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:,? ?\([^()]{1,60}\))?(?:\s*(?:$|[,.;:!?)”\"’]|[-–—] )|,? (?:of|for|on|in|at|to|from|with|by|under|over|as|"
    r"and|or|"
    r"but|which|that|who|whose|last|this|earlier|today|yesterday|alongside|following|after|before|since|until|when|"
    r"where|"
    r"while|so|into|online|recently|now|also|because|across|the|an?|our|its|their|\d[\d-]*|\w+ing|\w+ly|\w+ed|sets?|"
    r"says?|"
    rf"here|through|within|up|back|again|together|both|ahead|via|per|if|then|too|does|did|{FINITE})\b)"
)
_UNDONE = (
    r"\b(?:has|have|had|was|were|been|being|is|are|be|then|now|and|since|later|but|got|subsequently|again) (?:\w+ly )?"
    r"(?:withdr(?:awn|ew)|re(?:moved|tracted|scinded|voked|pealed|versed|called|placed|signed|fused)|quashed|annulled|"
    r"struck (?:down|out)|cancelled|suspended|deleted|(?:un|re-?)(?:published|issued|done|written|drawn|launched|laid)|"
    r"pulled|paused|halted|abandoned|scrapped|dropped|shelved|taken (?:down|offline|back|off)|overturned|set aside|"
    r"superseded|unavailable|called off|discontinued|abolished|dissolved|disbanded|wound (?:up|down)|lapsed|expired|"
    r"declined|stepped (?:down|aside)|quit|collapsed|failed|ceased|clawed)\b|"
    r"\b(?:in|by|due to an?) (?:error|mistake|oversight)\b|\b(?:accidental|inadvertent|premature|erroneous|mistaken|"
    r"brief|temporari|unlawful)ly\b|\bno longer (?:available|in force|open|applies|stands|live|online|exists?)\b|"
    r"\bwithdrew\b|\b(?:set|struck|threw|pulled|took|called) (?:it|them|this) (?:aside|down|out|back|off)\b|"
    r"\bbefore (?:being|it was|they were) (?:\w+n|\w+ed)\b|\bfor (?:only |just )?(?:a few|an?|one|two|three) (?:hour|"
    r"minute|day)s?\b"
)


_UNFINISHED = (
    "draft|interim|preliminary|provisional|partial|initial|summary|outline|shortened|abridged|redacted|incomplete|pilot|"
    "trial|test|shadow|prototype|beta|unfinished|temporary|voluntary|limited|reduced"
)
"""What is said of a thing that is not yet whole, or not yet the thing."""
_OTHER_TITLE = re.compile(rf"(?:(?:{_ABOUT_IT}|{_UNFINISHED})s?|withdrawn|superseded|cancelled|reference|easy)$")


def another_title(beside: Iterable[str]) -> str | None:
    """Return which word beside a thing's own in a title says that it is a draft, a part or about it; None for none."""
    return next((word for word in beside if _OTHER_TITLE.match(word)), None)


_KINDS = (
    rf"(?:{_UNFINISHED}|leaked|mock|fake|unofficial|rival|alternative|so-called|older|old|previous|former|outdated|"
    r"existing|separate|similar|different|another|vice|deputy|acting|assistant|opposition|backbench|earlier|original|"
    r"consultation|private members?['’]s?|last (?:year|parliament)['’]s|easy[- ]read|illustrative|indicative|proposed|"
    r"planned|future|forthcoming|upcoming|working|regional|local|county|borough)"
)
_IN_PART = (
    r", (?:and |but )?not (?!only|just|least|before|without|as|because|simply)\w|"
    rf"\b(?:(?:in|as|on|at) (?:an? (?:\w+ )?)?(?:{_UNFINISHED}|part\b(?! of)|principle|stages|phases|name|theory|paper|"
    r"Welsh|rolling|all but)\b|in part|(?:only )?part(?:ial)?ly|piecemeal|so far only|not in full|redacted|incomplete|"
    r"unfinished|withheld|but not (?:yet )?(?:the|its|in|for|to)|(?:though|albeit|but) only|"
    r"(?:to|for|by|among|at) (?:some|certain|selected|several|many|most|a few|half|only)\b|"
    r"for (?:new|existing|larger|smaller)|the (?:rest|remainder|last part|remaining \w+)|"
    r"(?:real|full|final|whole|rest|others?)(?: \w+)? (?:will|is to|is still|are to|remains?|follows?))\b"
)
_ONLY_SOME = (
    r"\b(?:cover|appl|extend|relat|concern|deal)(?:s|es|ed|y|ies|ied)?(?: (?:to|with))?"
    r"(?: only\b| [\w’' -]{2,40} (?:only|alone)\b)"
)
_REST = (
    r"[;,:–-] ?(?:and |but |while )?(?:the|its|a) (?:rest|remainder|remaining|parts?|other (?:half|parts?)|"
    r"second (?:half|part)|volumes?|chapters?|sections?)\b[^.;]{0,60}\b(?:to (?:come|follow|be)|follows?|not yet|will|"
    r"still|later)\b"
)
_A_PART = r"(?:its|their|our|his|her|the|an?|one|two|three|four|\d+|some)\b"
_EXCEPT = (
    rf"(?<!to )(?<!will )(?<!help )\b(?:save|bar|minus|less|short|leaving)(?: only| for| of| out| aside)*,? {_A_PART}"
    r"(?! (?:\w+ )?(?:deadline|target|date)\b)|\bup to (?:its|the (?:last|final)|chapter|part|page|section|volume)\b|"
    r"\b(?:barring|except(?!ional)\w*|exceptions?|excluding|exclusive of|omit\w+|lacking|missing|left out|other than|"
    r"without (?:its|the|their)|(?:apart|aside) from\b(?![^;]*\balso\b))\b|\bwith(?: \w+){1,6}? (?:outstanding|"
    r"to (?:come|follow|go|do|write|be \w+)|remaining|pending|unpublished|left|still)\b|"
    r"\bonly(?: [\w’']+){1,5} (?:remains?|to (?:come|go|follow))\b"
)
"""Words that take a part out of a whole: a preposition of exception before what it takes, or what is still to come."""
_ASIDE = r"(?:^|, | )[\w’' -]{2,40} (?:aside|apart|excepted|excluded|excluding)\s*(?:[.,;)]|$)"
_BUT = r"\bbut for (?!the first\b|now\b|more\b)|\ball(?: \w+){0,2} (?:but|bar)\b"


def _does_another_thing(told: Telling) -> bool:
    """“The plan launched a fund”: something else was done."""
    if not told.ahead:
        return False
    if told.form == "it-moved" and re.match(r" (?:that|how|whether|why)\b", told.text[told.deed.end :]):
        return True
    active = told.deed.group.reading in (VerbReading.BARE, VerbReading.ACTIVE) and not told.deed.form.spelt
    return active and told.gap.strip(" ,whicat()") == "" and bool(_OBJECT.match(told.text, told.deed.end))


def _head_of_its_own(told: Telling) -> bool:
    """“The annex to the plan was published”: the plan is no subject where a preposition stands before it."""
    if told.deed.form.kind is Kind.NOUN or told.deed.form.spelt or not told.ahead:
        return False
    clause = told.stretch("thing's clause")
    if told.form in ("it-published-then", "which-we-did") or re.search(r"\b(?:which|that|who)\b", told.gap):
        return bool(_PART_OF.search(clause))
    return bool(_PREPOSITION.search(clause) or _VERB_BEFORE.search(clause))


def _unusual(told: Telling) -> bool:
    """Whether what follows a deed is none of the words that usually do: not all ways to take it back are known."""
    after = told.ahead and told.deed.form.kind in (Kind.VERB, Kind.STATE) and not told.deed.form.spelt
    return after and told.form != "which-we-did" and not _USUAL.match(told.text, told.deed.end)


def _named_after_it(told: Telling) -> bool:
    """“The plan consultation”, “the plan's annex”: another noun follows, and it is that of which all is told."""
    return not (told.deed.form.spelt or told.ahead or _ENDS.match(told.stretch("tail")))


def _stood_before(told: Telling) -> bool:
    verb, opens = told.stretch("verb"), told.text.startswith("open", told.deed.start)
    before = re.search(r"\b(?:remains?|still|continues?)\b", verb) or (re.search("was|were", verb) and not opens)
    return told.deed.form.kind is Kind.STATE and bool(before)


_ON_ITS_WAY = re.compile(
    r"^(?: \w+){0,3}? (?:in|through|by|to|on|at|with)(?: the| its)?(?: House of)? (?:Lords|Commons|House|Committee|"
    r"Report|Parliament|(?:second|third|first) reading)\b",
    re.IGNORECASE,
)


def _a_stage(told: Telling) -> bool:
    """“Passed through Committee” is a stage, and no Bill is law by it."""
    passed = told.text.startswith("pass", told.deed.start) and not told.deed.form.spelt
    return passed and bool(_ON_ITS_WAY.match(told.stretch("deed's after")))


def _of_another_kind(told: Telling) -> bool:
    """“The Leeds lamp plan”, “a voluntary lamp duty”; before a name in capitals it may be one more word of it."""
    small = told.said.sentence[told.thing[0]].islower()
    before = told.stretch("thing's clause") if told.ahead else told.gap
    return small and another_by(before.split())


# fmt: off
ROWS = (
    Refusal("a-stage-only", "it is a stage on the way through Parliament", _a_stage,
        "The {lamp bill} passed through Committee.", "The {lamp bill} passed into law."),
    Refusal("in-part", "it was done only in part",
        within("deed's after, after, gap, rest", rf"^[^;:]{{0,90}}?(?:{_IN_PART})"),
        "We published the {lamp plan} in draft.", "We published the {lamp plan} in full."),
    Refusal("rest-to-come", "only a part of it is there yet",
        within("deed's after, after, gap, rest, tail", rf"(?:{_ONLY_SOME}|{_REST})"),
        "The {lamp plan}, published in May, covers the north only; its part on the south is to come.",
        "The {lamp plan}, published in May, covers the whole coast; work on the lamps is to follow."),
    Refusal("but-for-a-part", "a part is left out of it", either(
        within("deed's after, after, gap", rf"^[^;:]{{0,110}}?(?:{_EXCEPT}|{_ASIDE})"),
        within("rest", rf"^[^;:]{{0,110}}?(?:{_BUT})"),
        within("whole", rf"^\W*(?:(?:with [\w ]{{0,20}})?(?:{_EXCEPT}|{_BUT})|[\w’' -]{{2,40}} (?:aside|excepted),)")),
        "The {lamp plan}, save its last chapter, was published.",
        "The {lamp plan} was published, and will help save the last keepers."),
    Refusal("part-of-it", "it is told of one part, or of some and not of all", either(
        within("tail", r"^(?:,|:| [-–])? ?\(?(?:the )?(?:\w+ )?(?:part|volume|vol\.?|phase|chapters?|stage|tranche|"
            r"annex\w*|"
            r"section|draft|summary|interim|amendment|book)\b(?! of (?:our|the|a) (?:wider|work|commitment|drive|"
            r"plan))"),
        within("thing's clause", r"\b(?:some|several|many|most|half|few|(?<!as )part|a number|"
            r"a (?:third|quarter)|majority|nearly all|any|such|whichever|whatever|£[\d.,]+ ?\w*(?: out)?|\d+ per ?cent|"
            r"\d+%)(?: (?:of|out of))?(?: (?:the|our|its|these|those|all))*(?: \w+){0,1} $")),
        "Most {lamp plans} were published.", "Both {lamp plans} were published."),
    Refusal("not-the-thing-itself", "it is a draft, a forerunner or a namesake",
        within("thing's clause", rf"\b{_KINDS}(?: (?!and\b|the\b)[\w’'-]+){{0,3}} +$",
            but=lambda t: t.deed.form.kind is Kind.NOUN),
        "The interim {lamp plan} was published.", "The new {lamp plan} was published."),
    Refusal("something-about-it", "it is told of something on it or in it", _head_of_its_own,
        "An index to the {lamp plan} was published.", "All of the {lamp plans} were published."),
    Refusal("named-after-it", "it is told of something named after it", _named_after_it,
        "We published the {lamp plan} consultation.", "We published the {lamp plan} on Monday."),
    Refusal("does-another-thing", "it is told of something else, or of what the thing did", _does_another_thing,
        "The {lamp plan} launched a fund for keepers.", "The {lamp fund} launched on 5 June."),
    Refusal("undone", "it is told as undone since, or done in error", within("rest, gap, thing's clause", _UNDONE),
        "The {lamp plan} was published, and has since been taken down.",
        "The {lamp plan} was published, and removes all doubt."),
    Refusal("for-comment", "it was put out for comment, and is not final", within("deed's after, after",
        r"^[^;:]{0,80}?\b(?:for|as (?:a|part of a)|in) (?:\w+ ){0,2}(?:consultation|comments?|discussion|feedback|"
        r"review|responses|views|debate|scrutiny|testing)\b(?! with)|"
        r"^[^;:]{0,40}?\bto (?:gather|seek|invite|test|collect) (?:\w+ )?(?:views|comments?|feedback|opinions?|"
        r"responses?)\b"),
        "The {lamp plan} was published for consultation.", "The {lamp plan} was published after consultation."),
    Refusal("subject-to", "something must still happen", within("rest, gap, thing's clause",
        r"\b(?:subject to|(?:conditional|contingent|dependent) (?:on|upon)|awaiting|pending|provided that|"
        r"on (?:the understanding|condition|the basis) that|but (?:has|have|is|are|was|were) (?:yet to|not)|"
        r"yet to (?:come|be)|not (?:yet )?(?:in force|final|complete|approved|finished|ratified|open|published))\b"),
        "The {lamp plan} was published, subject to the House’s approval.",
        "The {lamp plan} was published, and we thank its authors."),
    Refusal("stood-before", "it tells how things stood, or still stand, and not that they came to", _stood_before,
        "The {lamp duty} was in force.", "The {lamp duty} is now in force."),
    Refusal("unusual", "what follows is none of the words that usually follow a deed", _unusual,
        "The {lamp plan} was launched onto a sea of troubles.", "The {lamp plan} was launched on Monday."),
    Refusal("of-another-kind", "a word beside the name makes another thing of it", _of_another_kind,
        "The Leeds {lamp plan} was published.", "The new {lamp plan} was published."),
)
# fmt: on
