"""Who speaks for the government, and whose deeds are not its own: other governments, bodies, campaigners, hearsay?"""

import re

from monitor.model.documents import Document, Passage

_MINISTERIAL = re.compile(
    r"\b(?:minister|secretary of state|home secretary|foreign secretary|chancellor|attorney general|"
    r"solicitor general|parliamentary under[- ]secretary|parliamentary secretary|lord president|lord privy seal|"
    r"paymaster general|(?:chief|financial|economic|exchequer) secretary|leader of the house)\b",
    re.IGNORECASE,
)
_SHADOW = re.compile(r"\b(?:shadow|former|opposition|spokes\w+)\b", re.IGNORECASE)
HOLDING = re.compile(
    r"\bnot (?:be|been|proved) possible to (?:answer|respond)\b.{0,80}\btime\b|\ban answer is being prepared\b|"
    r"\b(?:I|we|my \w+|the department) will (?:write|respond|reply) to (?:the|my|him|her|them)\b.{0,40}\b(?:member|"
    r"friend|lady|noble|shortly|soon|as soon as)\b",
    re.IGNORECASE,
)
"""The fixed words of an answer that answers nothing yet, whatever the source marks it as."""
ELSEWHERE = (
    r"Scotland|Wales|(?:Northern )?Ireland|France|Germany|Spain|Italy|Portugal|Denmark|Sweden|Norway|Finland|Poland|"
    r"(?:the )?Netherlands|Belgium|Austria|Greece|Canada|Australia|New Zealand|Japan|China|India|Russia|Israel|Europe|"
    r"(?:the )?(?:US|USA|EU|United States|European \w+|United Nations|UN)|Holyrood|Cardiff|Stormont|Brussels|Jersey|"
    r"(?-i:Scottish|Welsh|Irish|French|German|Dutch|Spanish|Italian|Greek|American|Canadian|Australian|Chinese|Indian)"
)
"""Where another government makes the rules, and whose they then are."""
GOVERNMENTS = (
    r"\b(?:(?:(?i:previous|last|former|local|devolved|own|other|then|another|foreign|shadow)|Scottish|Welsh|"
    r"Northern Ireland|US|EU|(?!Brit)[A-Z][a-z]+(?:ish|ian|ese|ench|an|tch)) (?:(?i:Labour|Conservative|coalition) )?"
    r"(?i:governments?|administrations?|Executive|Parliament|Assembly|minist(?:ers?|ry)|authorit(?:y|ies))|"
    rf"(?i:governments?|ministers|authorities) (?:of|in) (?:{ELSEWHERE})|predecessors?|party opposite|Opposition)\b"
)
"""Governments other than the one whose promises these are: what they did keeps none of ours."""
WE = (
    r"\b(?:we|i|(?:UK |British |HM |this |the )?government|department\w*|DEFRA|minist(?:er|ry)s?|HM Treasury|"
    r"prime minister|secretary(?: of state)?|secretaries|chancellor|home office|cabinet office|treasury)\b(?!['’]s)"
)
OURS = re.compile(rf"{WE}|\b(?:our|us|my)\b", re.IGNORECASE)
_PUBLIC = (
    r"\b(?:(?-i:(?!BBC|ITV|SNP|DUP|NSPCC|YMCA)[A-Z]{3,}|England|UK|Britain|Network Rail|Ofsted|Ofcom|Ofgem|Coastguard|"
    r"Parliament|(?:Professor|Dr|Baroness|Lord|Dame|Sir|Justice)(?: [A-Z][\w'’-]+)+)|inspector|reviewer|chair|inquiry|"
    r"review|taskforce|king|officials|they|it|he|she|who|this)\b"
)
"""Those whose deeds may be what was promised, beside the government's own."""
WHO_ACTS = re.compile(
    rf"(?:{WE}|{_PUBLIC})(?:,? (?:of|for) [^;]{{1,90}}?)?(?: \([^()]*\))?"
    r"(?: (?:\w+ly |also )?(?:\w+ed|\w+t) [^,;]{0,80}?\band| and(?: \w+ly)?)?(?: \w+ly| has| have| had| also|"
    r" today)*\W*$",
    re.IGNORECASE,
)
"""A clause whose last words before the verb are one who acts for the government: nobody else is known to."""


def answers(passage: Passage, document: Document) -> bool:
    """Return whether a passage speaks for the government: its own pages, its answers, its ministers' words."""
    if passage.role == "question":
        return False
    if passage.role == "speech" and document.kind != "written-statement":
        post = passage.post or ""
        return bool(_MINISTERIAL.search(post)) and not _SHADOW.search(post)
    return True
