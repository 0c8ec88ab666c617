"""Which words tell of a part, a draft, a namesake, another thing, or of what was undone? Each rule is a row."""

import re

from monitor.english import days
from monitor.english.deeds import Kind
from monitor.english.rules import Refusal, within
from monitor.english.telling import OUR, Telling
from monitor.english.verbs import FINITE, Reading

_SEASON = "spring|summer|autumn|winter"
_USUAL = re.compile(
    rf"\W*$|[,.;:)\u2013-]| \W| (?:on (?!paper|condition)[a-z]+s\b|on (?:the )?(?:\w+day|\d+\w*|GOV|time|schedule|"
    rf"Government|Department|UK|evening|"
    rf"morning)|in (?:the )?(?:{days.MONTH}|\d{{4}}|early|late|mid|{_SEASON}|last|first|full|UK|Great Britain|"
    rf"(?:England|Scotland|Wales|Northern Ireland)(?!['’])|Parliament|both Houses|House|Lords|Commons|line with|"
    r"response|accordance|conjunction|partnership|time\b(?! for)|London|Geneva|\w+ (?:weeks|months)|Budget|King)|"
    r"last|earlier|today|yesterday|this|now|recently|\d+\w*|ahead|late|later|early|shortly after|and|which|that|who|"
    r"by|as (?!an?\b)|to (?:help|support|ensure|address|enable|provide|consider|lead|look|review|advise|improve|give|"
    r"make|tackle|oversee|bring|strengthen|protect|set|allow|deliver|examine|investigate|inform|guide|reflect|raise|"
    r"reduce|drive|applications|all|everyone|Parliament|the (?:public|House\b(?! of Lords))|great)|for (?:the first|"
    r"all|applications|new|good|a further|England|\w+ weeks|public|everyone)|into (?:law|force|effect|place|use|"
    r"the [A-Z])|from|at (?:the )?(?:\w+ )?(?:Budget|Spending|Statement|start|end|beginning|same|\d+|summit|"
    r"conference)|following|alongside|after|since|across|throughout|with|within|under (?:the )?[^,;]{0,50}(?:\bAct|"
    r"section|powers|Regulations)|under (?:the|our|this) Government|through|until|between|during|via|online|here|"
    r"together|jointly|among|to (?:the )?(?!protest|criticism|cheer)\w+s|before (?:the|both|Parliament|Christmas|"
    r"Easter|\w+day)|nationally|formally|successfully|fully|or|but|again|of|several|two|three|four|five|six|some|"
    r"just|at last|setting|outlining|will|has|is|are|was|were|have)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?: (?:the|a|an|our|its|their|his|her|some|these|this|new|no|more|further|\d[\d,]*) [^\W\d]|"
    r" [A-Za-z]+s\b(?<!as)(?<!this))"
)
_THAT = re.compile(r" (?:that|how|whether|why)\b")
_VERB_BEFORE = re.compile(rf"\b{FINITE}\b(?![^,;]*\b(?:that|how|why)\b)[^,;]*$")
_RELATIVE = re.compile(r"\b(?:which|that|who)\b")
_PREPOSITION = re.compile(
    r"(?:(?<!\ball )(?<!\bboth )(?<!\beach )\bof|\b(?:on|to|for|about|into|in|from|towards|with|behind|under|through|"
    r"within|by|at|as|via|regarding|concerning|over|"
    rf"around|against|unlike|like|than|without|beside|including)){OUR} $|\b(?:to [a-z]+|(?:advis|support|overs?ee|"
    rf"runn?|includ|cover|explain|accompany|regard|concern|replac|follow|implement|deliver|prepar|develop|"
    rf"monitor)\w*ing|(?:to|for|of|on|about|by|in|before|without) \w+ing) (?:the|our|its|an?)\b{OUR} $",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:(?:draft|part|summar(?:y|ie)|extract|excerpt|section|chapter|outline|version|edition|volume|index|"
    r"glossary|terms of reference|consultation|response|repl(?:y|ie)|foreword|introduction|annex(?:e)?|appendix|"
    r"appendice|addend(?:um|a)|supplement|corrigend(?:um|a)|correction|update|detail|finding|timetable|plan|scope|"
    r"remit|date|cost|preparation|guide|guidance|work|progress|phase|stage|tranche|strand|procurement|secretariat|"
    r"board|chair|view|proposal|option|suggestion|methodology|training|pilot|team|office|representation|application|"
    r"bid|recommendation|amendment|statement|letter|note|report|review|evaluation|assessment|survey|debate|website|"
    r"page|press release|evidence|commentary|article|critique|map|list|table|page|paragraph|sentence|clause|line|"
    r"half|third|quarter|most|some|one|two|three|few|many)s?) "
    rf"(?:of|on|to|for|about|into|in|from|towards|behind|accompanying|explaining|supporting|underpinning){OUR} $",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\b(?!(?:part|heart|core|context|light|terms|aims?|ambitions?|commitments?|publication|launch|basis|goals?|"
    r"objectives?|centre|"
    rf"result|because|ahead|outside|spirit|pages?|virtue|all|both|delivery|implementation|means)\b)[\w'’]+ of{OUR} $",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:,? ?\([^()]{1,60}\))?(?:\s*(?:$|[,.;:!?)”\"’]|[-–—] )|,? (?:of|for|on|in|at|to|from|with|by|under|over|as|"
    r"and|or|but|which|that|who|whose|last|this|earlier|today|yesterday|alongside|following|after|before|since|until|"
    r"when|where|while|so|is|are|was|were|has|have|had|will|would|should|can|could|into|online|recently|now|also|"
    r"because|is|does|did|across|the|an?|our|its|their|\d[\d-]*|\w+ing|\w+ly|\w+ed|sets?|says?|made|here|through|"
    r"within|up|back|again|together|both|ahead|via|per|if|then|too)\b)"
)
_JOINS = re.compile(r",|\band\b")
_DOES = re.compile(
    rf"(?:,? ?\([^()]{{1,60}}\))? (?:(?:now|also|then|\w+ly) )?(?:{FINITE}|\w+ed (?:the|an?|our|its|on|in)|sets? out)\b"
)
_NAMED_AFTER = re.compile(
    r" (?:consultation|response|delivery|implementation|update|progress|annex|guidance|board|workforce|task ?force|"
    r"team|unit|budget|process|milestones?|roadmap|report|terms of reference|call for evidence|impact|summary|draft|"
    r"review|evaluation|pilot|committee|group|panel|forum|council|recommendations?|amendments?|index|launch event|"
    r"website|secretariat)\b",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s? \w")
_KINDS = (
    r"(?:draft|interim|preliminary|provisional|partial|initial|summary|outline|shortened|abridged|redacted|"
    r"consultation|incomplete|skeleton|pilot|shadow|prototype|beta|unfinished|leaked|mock|fake|spoof|unofficial|"
    r"rival|alternative|so-called|old|older|previous|former|predecessor|outdated|out-of-date|existing|separate|"
    r"similar|different|another|vice|deputy|acting|assistant|private members?['’]s?|opposition|backbench|"
    r"ten[- ]minute[- ]rule|earlier|original|last year['’]s|easy[- ]read|children['’]s|young people['’]s|"
    r"illustrative|indicative|proposed|planned|future|forthcoming|upcoming|working|half-finished|non-statutory|"
    r"regional|local|county|borough)"
)
_UNDO = (
    r"(?:withdrawn|removed|retracted|rescinded|revoked|repealed|quashed|annulled|struck (?:down|out)|cancelled|"
    r"suspended|reversed|deleted|unpublished|pulled|recalled|paused|halted|abandoned|scrapped|dropped|taken (?:down|"
    r"offline|back|off)|overturned|set aside|disapplied|undone|voided|invalidated|superseded|replaced|unavailable|"
    r"shelved|called off|discontinued|abolished|dismantled|re-?(?:issued|published|done|written|drawn|launched|laid|"
    r"run|submitted)|disbanded|dissolved|wound (?:up|down)|stood down|nullified|lapsed|expired)"
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
    """Whether what follows a deed is none of the words that usually do: not all ways to take it back are known."""
    after = told.ahead and told.deed.form.kind in (Kind.VERB, Kind.STATE) and not told.deed.form.spelt
    return after and told.form != "which-we-did" and not _USUAL.match(told.text, told.deed.end)


def _compound(told: Telling) -> bool:
    """“The plan consultation”, “the plan's annex”: another noun follows, and it is that of which all is told."""
    if told.deed.form.spelt or (told.ahead and told.deed.form.kind is Kind.NOUN):
        return False
    tail = told.stretch("tail")
    return (not told.ahead and not _ENDS.match(tail)) or (
        told.ahead and bool(_OWNS.match(tail) or _NAMED_AFTER.match(tail))
    )


# fmt: off
ROWS = (
    Refusal("in-part", "it was done only in part",
        within("deed's after, after, gap, rest", r"^[^;:]{0,90}?\b(?:in draft|(?:as|in) an? (?:draft|summary|"
            r"outline|skeleton|pilot|trial|prototype|first step|interim|series)|in part|in principle|only partly|"
            r"partially|partly|piecemeal|in (?:stages|phases|instalments|outline|summary|skeleton)|on (?:a|"
            r"an) (?:\w+ )?(?:trial|pilot|interim|provisional|temporary|voluntary|limited)|so far only|for (?:some|"
            r"certain|selected|a few)|apart from|except|up to (?:chapter|part|page|section|volume|stage)|"
            r"with the exception|but not (?:yet )?(?:the|its|in|for|to)|minus|save for|excluding|in (?:shadow|name|"
            r"theory|embryo|beta|prototype|Welsh|Gaelic|braille|easy[- ]read)|on paper|on a rolling|(?:to|for|by|"
            r"among|at) (?:some|certain|several|many|most|a few|half|only)|not in full|(?:heavily |partly )?redacted|"
            r"incomplete|unfinished|withheld|held back|missing|omitted|left out|the (?:rest|remainder|last part|"
            r"remaining \w+)|in all but|(?:real|full|final|proper|actual|complete|whole|rest|"
            r"others?)(?: \w+)? (?:will|is to|is still|are to|are still|remains?|follows?))\b"),
        "We published the {lamp plan} in draft.", "We published the {lamp plan} in full."),
    Refusal("a-volume-of-it", "it is only one part of it",
        within("tail", r"^(?:,|:| [-–])? ?\(?(?:the )?(?:\w+ )?(?:part|volume|vol\.?|phase|chapters?|stage|tranche|"
            r"annex\w*|section|draft|summary|interim|amendment|book)\b(?! of (?:our|the|a) (?:wider|work|commitment|"
            r"drive|plan|mission))"),
        "The {lamp plan}, part one, was published.", "The {lamp plan}, with its maps, was published."),
    Refusal("not-the-thing-itself", "it is a draft, a forerunner or a namesake",
        within("thing's clause", rf"\b{_KINDS}(?: (?!and\b|"
            rf"the\b)[\w’'-]+){{0,3}} $", but=lambda t: t.deed.form.kind is Kind.NOUN),
        "The interim {lamp plan} was published.", "The new {lamp plan} was published."),
    Refusal("some-of-it", "it is told of some, not of all",
        within("thing's clause", r"\b(?:some|several|many|most|half|few|part|a number|a third|a quarter|majority|"
            r"almost all|nearly all|any|such|whichever|whatever|hypothetical|£[\d.,]+ ?\w*(?: out)?|\d+ per ?cent|"
            r"\d+%)(?: (?:of|out of))?(?: (?:the|our|its|these|those|all))*(?: \w+){0,1} $"),
        "Most {lamp plans} were published.", "Both {lamp plans} were published."),
    Refusal("something-about-it", "it is told of something on it or in it", _head_of_its_own,
        "An index to the {lamp plan} was published.", "All of the {lamp plans} were published."),
    Refusal("named-after-it", "it is told of something named after it", _compound,
        "The Department published the {lamp plan} consultation.", "The Department published the {lamp plan} on "
        "Monday."),
    Refusal("of-the-next-clause", "it is told of something else, and the thing comes after", _of_the_next_clause,
        "The Department published a map, and the {lamp plan} is late.", "We published a map and the {lamp plan}, "
        "which is long."),
    Refusal("does-another-thing", "it is told of what the thing did", _does_another_thing,
        "The {lamp plan} launched a fund for keepers.", "The {lamp fund} launched on 5 June."),
    Refusal("contrasted", "it is set against what was not done",
        within("deed's after, after", r"^[^;:]{0,80}, (?:and |but )?not (?!only|just|least|before|without|as|"
            r"because|simply|merely)\w"),
        "The {lamp plan} was published in print, not online.", "The {lamp plan} was published, not before time."),
    Refusal("figure-of-speech", "the words mean something else",
        within("deed's after", r"^ (?:practice|fact|policy|principle|that|dead|gone|void)\b|^ to (?:fail|debate|"
            r"question|interpretation|abuse|challenge|doubt|suggestions?|persuasion|change|criticism|discussion|"
            r"offers|the idea|misuse|all kinds|(?:an?(?:other)?|the) (?:different|other|new)|another)\b"),
        "The {lamp plan} was launched to criticism.", "The {lamp plan} was launched to all keepers."),
    Refusal("undone", "it is told as undone since, or done in error",
        within("rest, gap, thing's clause", rf"\b(?:has|have|had|was|were|been|being|is|are|be|then|now|and|since|"
            rf"later|but|got|subsequently|again|immediately|briefly|promptly|temporarily) (?:\w+ly )?{_UNDO}\b|"
            rf"\b(?:in|by|due to an?) (?:error|mistake|oversight)\b|"
            r"\b(?:accidentally|inadvertently|prematurely|erroneously|mistakenly|briefly|temporarily|unlawfully|"
            r"no longer (?:available|in force|open|applies|stands|live|online|exists?))\b|\b(?:but|and|has|have|"
            r"since|then|later) (?:has |have |since |then |later |already )*(?:resigned|declined|stepped (?:down|"
            r"aside)|quit|refused|collapsed|folded|failed)\b|\b(?:withdrew|retracted|took (?:it|them) down|"
            r"pulled (?:it|them)|unpublished|(?:set|struck|threw|pulled|took|called) (?:it|them|this) (?:aside|down|"
            r"out|back|off)|ceased to|withdrawal of|before (?:being|it was|they were) (?:withdrawn|taken|removed|"
            r"pulled))\b|\bfor (?:only |just )?(?:a few|an?|one|two|three|several) (?:hours?|minutes|days?)\b"),
        "The {lamp plan} was published, and has since been taken down.", "The {lamp plan} was published, and "
        "removes all doubt."),
    Refusal("for-comment", "it was put out for comment, and is not final",
        within("deed's after, after", r"^[^;:]{0,80}?\b(?:for|as (?:a|part of a)|as the basis of a?|"
            r"in) (?:\w+ ){0,2}(?:consultation|comments?|discussion|feedback|review|responses|views|debate|scrutiny|"
            r"testing|information only|illustration)\b(?! with)|^[^;:]{0,40}?\bto (?:gather|seek|invite|test|canvass|"
            r"collect|elicit|start|begin) (?:\w+ )?(?:views|comments?|feedback|opinions?|responses?|debate|an?)\b"),
        "The {lamp plan} was published for consultation.", "The {lamp plan} was published after consultation."),
    Refusal("subject-to", "something must still happen",
        within("rest, gap, thing's clause", r"\b(?:subject to|conditional (?:on|upon)|contingent (?:on|upon)|"
            r"awaiting|pending|dependent (?:on|upon)|provided that|on (?:the understanding|condition) that|"
            r"but (?:has|have|is|are|was|were) (?:yet to|not)|yet to (?:come|be|start|begin|take)|"
            r"not (?:yet )?(?:in force|final|complete|approved|finished|commenced|begun|open|published))\b"),
        "The {lamp plan} was published, subject to the House’s approval.", "The {lamp plan} was published, and we "
        "thank its authors."),
    Refusal("stood-before", "it tells how things stood, or still stand, and not that they came to",
        lambda t: t.deed.form.kind is Kind.STATE and bool(re.search(r"\b(?:remains?|still|"
            r"continues?)\b", t.stretch("verb"))
            or (re.search(r"\b(?:was|were)\b", t.stretch("verb")) and not re.match("open", t.text[t.deed.start :]))),
        "The {lamp duty} was in force.", "The {lamp duty} is now in force."),
    Refusal("unusual", "what follows is none of the words that usually follow a deed", _unusual,
        "The {lamp plan} was launched onto a sea of troubles.", "The {lamp plan} was launched on Monday."),
)
# fmt: on
