"""Which words of a text distinguish one thing from others, and which could be said of a hundred things?"""

from collections.abc import Iterable, Iterator

from monitor.model.sentences import phrase_words, words

_FILLING = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "our", "its", "their", "his", "her", "my", "your", "any",
    "all", "some", "both", "each", "more", "further", "new", "full", "other", "also", "and", "or", "but", "of", "in",
    "on", "at", "by", "to", "for", "with", "from", "as", "into", "about", "over", "under", "through", "during",
    "within", "before", "after", "following", "alongside", "including", "which", "who", "whom", "whose", "when",
    "where", "once", "while", "until", "will", "shall", "would", "be", "been", "being", "is", "are", "was", "were",
    "has", "have", "had", "do", "does", "did", "not", "it", "we", "i", "they", "he", "she", "you", "there", "here",
    "then", "now", "later", "next", "year", "years", "soon", "shortly", "due", "course", "ahead", "so", "whether",
    "if", "how", "what", "hon", "member", "members", "friend", "right", "house", "time", "times", "ask", "working",
    "ensure", "part", "work", "copy", "spring", "summer", "autumn", "winter", "months", "weeks", "month", "week",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "easter", "christmas", "underway", "already", "end", "date", "second", "first", "half", "intend",
    "intends", "plan", "plans", "expect", "expects", "publish", "published", "set", "out", "lay", "laid", "bring",
    "forward", "introduce", "introduced", "respond", "write", "make", "made", "take", "taken", "give", "given",
    "provide", "provided", "launch", "launched", "establish", "established", "complete", "completed", "consult",
    "conduct", "issue", "issued", "continue", "include", "around", "across", "between", "such", "well", "possible",
    "against", "up", "down", "than", "very", "just", "only", "can", "could", "might", "should", "must", "them", "us",
    "me", "him", "one", "two", "three", "per", "via", "because", "recent", "recently", "current", "currently",
    "future", "potential", "steps", "taking", "assessment", "statement", "reference", "pursuant", "answer",
    "question", "progress", "estimate", "held", "discussions", "colleagues", "cabinet", "tackle", "improve",
    "increase", "reduce", "help", "need", "needs", "like", "announced", "announce", "deliver", "delivering",
    "delivered", "intended", "responding", "responded", "entitled", "better", "secure", "opportunity", "ensuring",
    "regarding", "related", "relating", "based", "available", "whole", "towards", "without", "however", "therefore",
    "commitment", "committed", "commitments", "important", "building", "making", "developed", "developing", "aims",
    "want", "wants", "best", "good", "long", "term", "able", "allow", "using", "used", "use", "many", "most", "much",
    "same", "still", "today", "together", "back", "place", "range", "subject",
))  # fmt: skip
_COMMON = frozenset((
    "government", "department", "departments", "minister", "ministers", "ministry", "secretary", "state", "office",
    "parliament", "parliamentary", "uk", "england", "british", "national", "local", "public", "independent", "joint",
    "central", "annual", "interim", "final", "initial", "early", "formal", "detailed", "comprehensive", "updated",
    "revised", "draft", "strategic", "general", "major", "key", "wider", "longer", "additional", "relevant",
    "review", "reviews", "report", "reports", "strategy", "strategies", "plan", "plans", "policy", "policies",
    "consultation", "consultations", "response", "responses", "guidance", "legislation", "bill", "act", "regulations",
    "regulation", "order", "framework", "programme", "programmes", "scheme", "schemes", "fund", "funds", "funding",
    "panel", "board", "group", "groups", "taskforce", "task", "force", "commission", "committee", "council",
    "councils", "authority", "authorities", "body", "bodies", "agency", "unit", "team", "advisory", "expert",
    "advice", "paper", "white", "green", "statement", "statements", "update", "updates", "detail", "details",
    "information", "letter", "letters", "data", "figures", "findings", "results", "recommendations",
    "recommendation", "proposals", "proposal", "measures", "measure", "action", "actions", "approach", "reform",
    "reforms", "changes", "change", "steps", "step", "terms", "standards", "standard", "service", "services",
    "system", "support", "people", "sector", "industry", "project", "projects", "pilot", "pilots", "trial",
    "evaluation", "assessment", "evidence", "analysis", "inquiry", "investigation", "audit", "roadmap", "vision",
    "timetable", "summary", "outcome", "outcomes", "decision", "decisions", "announcement", "document", "documents",
    "website", "library", "libraries", "summit", "meeting", "roundtable", "campaign", "investment", "delivery",
    "implementation", "development", "research", "engagement", "stakeholders", "partners", "community",
    "communities", "impact", "number", "amendment", "amendments", "clause", "provisions", "powers", "duty",
    "million", "billion", "pounds", "views", "call", "process", "next", "stage", "phase", "areas", "area",
))  # fmt: skip


def telling(text: str) -> list[str]:
    """Return the words of a text that tell most, the longest first; words of one length in their order."""
    found = dict.fromkeys(w.text for w in words(text) if is_telling(w.text))
    return sorted(found, key=len, reverse=True)


def is_telling(word: str) -> bool:
    """Return whether a word, in small letters, could tell one thing from others."""
    return len(word) > 3 and word.isalpha() and word not in _FILLING and word not in _COMMON and not word.endswith("ly")


def tells_little(phrase: str) -> bool:
    """Return whether a watched phrase could be said of many things: no word of it is more than common.

    Figures, capitals cut short (NPCC) and words with any ending tell enough.
    """
    return all(word in _FILLING or word in _COMMON for word in phrase_words(phrase))


def little(phrases: Iterable[str]) -> Iterator[str]:
    """Yield those of some phrases that could be said of many things."""
    yield from (phrase for phrase in phrases if tells_little(phrase))
