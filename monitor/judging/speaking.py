"""Who speaks in a passage: a minister who answers for the government, or somebody who only asks?"""

import re

from monitor.documents import Document, Passage

_MINISTERIAL = re.compile(
    r"\b(?:minister|secretary of state|home secretary|foreign secretary|chancellor|attorney general|solicitor general|"
    r"parliamentary under[- ]secretary|parliamentary secretary|lord president|lord privy seal|paymaster general|"
    r"(?:chief|financial|economic|exchequer) secretary|leader of the house)\b",
    re.IGNORECASE,
)
_SHADOW = re.compile(r"\b(?:shadow|former|opposition|spokes\w+)\b", re.IGNORECASE)


def answers(passage: Passage, document: Document) -> bool:
    """Return whether a passage speaks for the government: its own pages, its answers, its ministers' words."""
    if passage.role == "question":
        return False
    if passage.role == "speech" and document.kind != "written-statement":
        post = passage.post or ""
        return bool(_MINISTERIAL.search(post)) and not _SHADOW.search(post)
    return True
