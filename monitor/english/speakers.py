"""Who speaks for the government, and whose deeds are not its own: other governments, bodies, campaigners, hearsay?"""

import re

from monitor.documents import Document, Passage

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
REFERRAL = re.compile(
    r"\bI refer (?:the|my|her|him|them|members)\b|\bto the answer (?:I|she|he|they|given|of)\b|"
    r"\bset out in my answer\b",
    re.IGNORECASE,
)

COUNTRIES = (
    r"Scotland|Wales|Northern Ireland|Ireland|France|Germany|Spain|Italy|Portugal|Denmark|Sweden|Norway|Finland|"
    r"Poland|(?:the )?Netherlands|Belgium|Austria|Greece|Canada|Australia|New Zealand|Japan|China|India|Russia|"
    r"Israel|(?:the )?(?:US|USA|EU|United States|European (?:Union|Commission|Parliament|Council)|United Nations|UN)|"
    r"Holyrood|Edinburgh|Cardiff|Stormont|Dublin|Paris|Berlin|Brussels|Washington|Jersey|Guernsey|"
    r"(?:the )?Isle of Man|Gibraltar"
)
DEMONYMS = (
    r"(?-i:Scottish|Welsh|Irish|French|German|Dutch|Danish|Swedish|Norwegian|Finnish|Spanish|Italian|Polish|Greek|"
    r"American|Canadian|Australian|Japanese|Chinese|Indian|Russian|European|EU|US|Belgian|Austrian|Swiss|Portuguese|"
    r"Israeli|Turkish)"
)
_FOREIGN = (
    r"(?:[Pp]revious|[Ll]ast|[Ff]ormer|[Ll]ocal|[Dd]evolved|[Oo]wn|[Oo]ther|[Tt]hen|[Aa]nother|[Ff]oreign|Scottish|"
    r"Welsh|Northern Ireland|Irish|US|EU|(?!Brit)[A-Z][a-z]+(?:ish|ian|ese|ench|can|sh|an|man|wegian|tch))"
)
GOVERNMENTS = (
    rf"\b{_FOREIGN} (?:Labour |Conservative |[Cc]oalition )?"
    r"(?:[Gg]overnments?|[Aa]dministrations?|Executive|Parliament|Assembly|[Mm]inist(?:ers?|ry)|[Aa]uthorit(?:y|ies))\b"
    rf"|\b(?:[Gg]overnments?|[Mm]inisters|[Aa]uthorities) (?:of|in) (?:{COUNTRIES})\b"
    r"|\b(?:predecessors?|party opposite|Opposition)\b"
)
"""Governments other than the one whose promises these are: what they did keeps none of ours."""
BODIES = (
    r"\b(?:(?-i:BBC|ITV|Channel 4|Times|Guardian|Telegraph|Economist|Mirror|Daily \w+)|Labour(?! Government)|"
    r"Conservatives|Tories|Liberal Democrats|Reform UK|SNP|DUP|Plaid Cymru|Sinn F[eé]in|Senedd|assembly|agency|board|"
    r"(?:\w+ )?authority|campaign\w*|charit(?:y|ies)|newspapers?|media|press|inspectorate|opposition|unions?|critics|"
    r"church|commission(?:er)?s?|(?<!Chiefs['’] )councils?|councillors?|associations?|federations?|universit(?:y|"
    r"ies)|foundation|society|alliance|coalition of|NSPCC|committees?|think[- ]tanks?|institutes?|trusts?|compan(?:y|"
    r"ies)|firms?|plc|ltd|business(?:es)?|industry|banks?|operators?|suppliers?|developers?|providers?|hospitals?|"
    r"schools?|mayors?|combined authorit(?:y|ies)|local authorit(?:y|ies)|ombudsman|academics?|researchers?|"
    r"stakeholders?|activists?|(?:royal )?colleges?|consortium|club|lobby|(?:hon\.? |right hon\.? )(?:member|friend|"
    r"lady|gentleman)s?|party|part(?:y|ies) opposite|backbenchers?|journalists?|bloggers?|website|residents?|"
    r"volunteers?|farmers?|networks?(?! Rail)|survivors?|victims?|families|patients?|parents?|students?|workers?|"
    r"experts?|groups?|forum|panel)\b"
)
"""Those whose own deeds are no deeds of the government's. Where one of them is to act, a person rules."""
OURS = re.compile(
    r"\b(?:we|i|our|us|my|(?:UK |British |HM |this |the )?government|department\w*|DEFRA|minist(?:er|ry)s?|"
    r"HM Treasury|prime minister|secretary|secretaries|chancellor|home office|cabinet office|treasury)\b(?!['’]s)",
    re.IGNORECASE,
)
PUBLIC = re.compile(
    r"\b(?-i:[A-Z]{3,}\w*|England|UK|Britain|Network Rail|Professor|Dr|Baroness|Lord|Dame|Sir|Justice|Ofsted|Ofcom|"
    r"Ofgem|Coastguard|Parliament)\b|\b(?:inspector|reviewer|chair|inquiry|review|taskforce|king|officials|they|it|"
    r"he|she|who|this)\b",
    re.IGNORECASE,
)
"""Those whose deeds may be what was promised, beside the government's own."""
_TELLS = (
    r"(?:said|says?|states|stated|found|finds|reported|reports|notes?|noted|concluded?|argued?|argues|claims?|"
    r"claimed|believes?|believed|insists?|insisted|thinks?|thought|heard|suggests?|suggested|alleges?|alleged|hopes?|"
    r"hoped|expects?|expected|assumed?|understands?|understood|predict(?:s|ed)|implie[sd]|wrote|writes|tells?|"
    r"told (?:us|me|them))"
)
HEARSAY = (
    r"\b(?:report|reports|audit|review|inspector\w*|committee|inquiry|press|media|newspapers?|articles?|stud(?:y|"
    r"ies)|survey|letter|campaigners|critics|members?|it (?:is|was|has been)|he|she|they|some|others|many|people|"
    r"(?-i:Baroness|Lord|Dame|Sir|Professor|Dr|Mr|Mrs|Ms) \w+) "
    rf"(?:\w+ly |also |has |have )?{_TELLS} that\b|"
    r"\b(?:reports?|claims?|suggestions?|rumours?|assertions?|idea|belief|impression|allegations?|speculation|"
    r"stories|assumption|understanding|hope|expectation|possibility|fiction|myth) that\b|\b(?:asked|asks|demanded|"
    r"urged|recommend(?:s|ed)|suggested|fears?|feared|worr(?:y|ied)|concerns?|concerned) that\b[^,;]*$|\b(?!(?:we|i|"
    r"to|can|could|must|will|shall|also|and|me|secretary|minister|chancellor|government|department|ministers|office|"
    rf"treasury|member|united)\b)[\w'’]+ (?:\w+ly |also |has |have |had |may |might |now )?{_TELLS} (?:that |"
    rf"how )?[^,;]*$|"
    r"\b(?:am|are|is|was|were|been) (?:told|informed|advised|assured|given to understand|led to believe)\b[^,;]*$|"
    r"\b(?:has it|the word is|word is|say-so|hear|heard|read) that\b|\btold (?:by (?:\w+ ){1,4})?that\b|"
    r"\baccording to\b|\b(?:is|are|was|were) (?:said|alleged|rumoured|reported|believed|understood|thought) to\b|"
    r"\b(?:claim|alleg|assert|insinuat|pretend|den(?:y|ie)|doubt|rumou?r)\w* (?:that|the|this|these|it|its|our|we|"
    r"she|he|they|his|her|their|all)\b|\b(?:hon\.? )?member suggest\w*\b"
)


def answers(passage: Passage, document: Document) -> bool:
    """Return whether a passage speaks for the government: its own pages, its answers, its ministers' words."""
    if passage.role == "question":
        return False
    if passage.role == "speech" and document.kind != "written-statement":
        post = passage.post or ""
        return bool(_MINISTERIAL.search(post)) and not _SHADOW.search(post)
    return True
