"""What in a sentence is a question, or stands in quotation marks, and is so asserted by nobody?"""

import re
from functools import lru_cache

_QUOTED = re.compile(
    r"[“\"][^”\"]{0,400}[”\"]|‘[^’]{0,200}’(?!\w)|(?<!\w)'(?=\w)(?:[^']|(?<=\w)'(?=\w)){1,200}'(?!\w)"
    r"|^[^“]*”|“[^”]*$"  # a quotation may run over more than one sentence
)
_ASKS = re.compile(r"\?[\s\"”’')\]]*$")


def asks(sentence: str) -> bool:
    """Return whether a sentence is a question."""
    return bool(_ASKS.search(sentence))


@lru_cache(maxsize=256)
def unquoted(sentence: str) -> str:
    """Return a sentence with blanks for what stands in quotation marks: a quotation asserts nothing."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), sentence)
