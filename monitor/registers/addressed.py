"""Whom does a written question ask, and what about?"""

import re

_ASKED = re.compile(
    r"to ask (?:the |mr |his majesty's )*((?:secretary of state|minister|chancellor|prime minister|attorney general|"
    r"solicitor general|leader of the house|president of|church commissioners)\b.{0,90}?)"
    r"(?:, (?=what|whether|if|how|when|which|with|pursuant|to|for|who|where|why|by|in|on|further)|$)",
    re.IGNORECASE | re.DOTALL,
)


def addressed(question: str) -> tuple[str | None, str]:
    """Return the title of the post that a question is put to, None where it names none, and the question without it."""
    found = _ASKED.match(question.strip())
    if found is None:
        return None, question
    return found[1][:1].upper() + found[1][1:], question.strip()[found.end() :]
