"""Which slip of a writer's does one line of a register hold, whatever YAML made of it?

YAML names what its grammar missed. A line is read here as its writer meant it: a blank that is missing, a tab, a text
that begins with a sign, a quotation mark that ended a text too early.
"""

import re
from collections.abc import Iterator
from functools import cache

from monitor.model.cleaning import clean_line
from monitor.registers.misspelt_fields import every_field

Told = tuple[str, str]
"""What is wrong, and how to mend it."""
_HEAD = re.compile(r"[ \t]*(?:- +)?(?:[\w-]+:(?: +|$))?")
_INNER = re.compile(r"[\[{,] *(?:[\w-]+: +)?")
_ODD_BLANKS = "\u00a0\u2007\u202f\u2009\u3000"
_INDENT = re.compile(rf"[ \t{_ODD_BLANKS}]*")
_DASH = re.compile(rf" *-[{_ODD_BLANKS}]?(?P<rest>[A-Za-z{{\[\"'].*)$")
_SIGNS = re.compile(r"[@`%!*&]|[|>](?![-+\d]*(?: *| +#.*)$)|[?-](?= |$)")
_LAST = re.compile(r"\s*(?:#|$)")
_ENDING = re.compile(r"\s*(?:[,\]}#]|:(?:\s|$)|$)")
"""What may stand behind a text in quotes: of a field, and of an entry in brackets or a name."""
_COMMENT = re.compile(r"\s#(?=[\w£$€“‘\"'])")
IN_QUOTES = 'put the whole text in quotes, as in  title: "{sign}…"'


def line_slip(line: str) -> Told | None:
    """Return the slip on a line that could not be read."""
    return indent_slip(line) or glued(line) or sign_slip(line, nested=False) or quote_slip(line)


def indent_slip(line: str) -> Told | None:
    """Return that a line does not begin with blanks alone."""
    indent = _INDENT.match(line)
    odd = indent[0].strip(" ") if indent else ""
    if not odd or not line.strip():
        return None
    what = "this line begins with a tab" if "\t" in odd else "this line begins with a blank that YAML does not know"
    return what, "set it in with blanks (the space bar) only, as far as the lines that it belongs with"


def glued(line: str) -> Told | None:
    """Return that no blank stands behind a field's colon, or behind a dash."""
    if dash := _DASH.match(line):
        return "a blank is missing after the dash", f"write  - {clean_line(dash['rest'])}"
    found = _glued().search(line)
    if found is None or _in_quotes(line, found.start("field")):
        return None
    value = found["value"] if not found[0].startswith(("{", ",")) else re.split("[,}]", found["value"])[0]
    field, value = found["field"], clean_line(value)
    return f"a blank is missing after `{field}:`", f"write  {field}: {value}"


def sign_slip(line: str, *, nested: bool = True) -> Told | None:
    """Return that a text begins with a sign that has a meaning of its own in YAML; `nested`: a second dash has none."""
    for start in _values(line):
        found = _SIGNS.match(line, start)
        if found and (nested or found[0] not in "-?" or not line[:start].rstrip().endswith("-")):
            return f"a text that begins with {found[0]} needs quotes", IN_QUOTES.format(sign=found[0])
    return None


def quote_slip(line: str) -> Told | None:
    """Return that a quotation mark within a text in quotes ended it."""
    for start in _values(line):
        mark, before = line[start : start + 1], line[:start].rstrip()
        end = _closing(line, start) if mark in ('"', "'") and mark else None
        sound = _LAST if before.endswith(":") and "{" not in before else _ENDING
        if end is None or sound.match(line, end):
            continue
        if before.endswith(("[", ",")) and re.compile(rf" +{mark}[^{mark}]*{mark} *[,\]]").match(line, end):
            return "a comma is missing between two texts in quotes", "put a comma between them"
        return _ended(line, start, end)
    return None


def comment_slip(line: str) -> tuple[int, Told] | None:
    """Return where on a line a comment begins that was likely meant as words; quotes are the caller's to mind."""
    found = _COMMENT.search(line)
    if found is None or not line[: found.start()].strip() or line.find(" #") < found.start():
        return None
    lost = clean_line(line[found.start() :])
    what = f"what stands behind the # is read as a comment: “{lost}”"
    mend = "put the whole text in quotes if it belongs to it; else put a blank after the #"
    return found.start(), (what, mend)


def _ended(line: str, start: int, end: int) -> Told:
    mark, rest = line[start], line[start + 1 :].rstrip()
    last = max(rest.rfind(f"{mark}{sign}") for sign in ",]}") if line[:start].rstrip()[-1:] in "[{," else -1
    if last >= 0:
        rest = rest[: last + 1]
    elif line[:start].rstrip()[-1:] in "[{,":
        rest = line[start + 1 : end] + re.split(r"[,\]}]", line[end:])[0]
    if rest.endswith(mark):
        inside = rest.removesuffix(mark)
    else:
        inside = rest if line[end : end + 1].isalnum() else f"{mark}{rest}"
    other = "'" if mark == '"' else '"'
    plain = other not in inside and "\\" not in inside
    whole = f"{other}{inside}{other}" if plain else "'" + inside.replace("'", "''") + "'"
    how = "write '' for each ' within it" if mark == "'" else 'write \\" for each " within it'
    what = f"the {mark} after “{clean_line(line[start + 1 : end - 1])}” ends the text, and more stands after it"
    return what, f"{how}, or put the whole between the other marks: {clean_line(whole)}"


def _values(line: str) -> Iterator[int]:
    """Yield where each text on a line begins: after its field and dash, and within brackets."""
    head = _HEAD.match(line)
    start = head.end() if head else 0
    yield start
    at, depth = start, line[start : start + 1] in ("[", "{")
    while depth and at < len(line):
        if line[at] in "\"'" and (end := _closing(line, at)):
            at = end
        elif found := _INNER.match(line, at):
            yield (at := found.end())
        else:
            at += 1


def _closing(line: str, start: int) -> int | None:
    """Return the end of the text in quotes that begins in a place, None where it is not closed on the line."""
    inside = r"'(?:[^']|'')*'" if line[start] == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.compile(inside).match(line, start)
    return found.end() if found else None


def _in_quotes(line: str, place: int) -> bool:
    return any(
        line[start : start + 1] in ("'", '"') and start < place < (_closing(line, start) or len(line))
        for start in _values(line)
    )


@cache
def _fields() -> str:
    return "|".join(sorted(every_field(), key=len, reverse=True))


@cache
def _glued() -> re.Pattern[str]:
    """A known field, at the beginning of a line or within { }, with something right behind its colon."""
    behind = rf"[{_ODD_BLANKS}]?(?P<value>[^\s:{_ODD_BLANKS}/].*)"
    return re.compile(rf"(?:^[ \t]*(?:- +)?|\{{ *|, *)(?P<field>{_fields()}):(?! ){behind}")
