"""Is what happens on a date promised, past, somebody's duty, or none of these? Read from the verb the date hangs on."""

from bisect import bisect_left
from enum import Enum

from monitor.deadlines import vocabulary as v
from monitor.deadlines.text import TextWord


class Mood(Enum):
    """What the verb says: still to come, over, a duty or possibility, or nothing of the kind."""

    PROMISED = "promised"
    PAST = "past"
    DUTY = "duty"
    PRESENT = "present"
    NONE = "none"


def mood(words: tuple[TextWord, ...], start: int, end: int, *, near: int = 5) -> Mood:
    """Return the mood of what stands between two characters of a sentence: of the nearest verb before, else after it.

    A bare participle ("published in May") decides when it stands at most `near` words before.
    """
    at = bisect_left(words, start, key=lambda w: w.start)
    before = _before(words, at, near)
    if before is Mood.NONE or (before is Mood.PAST and _reports(words, at)):
        return _after(words, bisect_left(words, end, key=lambda w: w.start))
    return before


def leans_on_nothing(words: tuple[TextWord, ...], start: int) -> bool:
    """Whether no verb stands before, and it is not set before its clause either: "those with a date in May will..."."""
    at = bisect_left(words, start, key=lambda w: w.start)
    fronted = at == 0 or words[at - 1].text in (",", ";", ":", "and", "that", "but", ".")
    return not fronted and _before(words, at, 0) is Mood.NONE


def _before(words: tuple[TextWord, ...], at: int, near: int) -> Mood:
    weaker = Mood.NONE
    at = _before_an_aside(words, at)
    for i in range(at - 1, max(-1, at - 80), -1):
        if words[i].text in v.STOPS:
            break
        found, bare = _verb(words, i, at)
        if found is Mood.PAST and bare and at - i > near:
            found, weaker = Mood.NONE, weaker if weaker is not Mood.NONE else Mood.PAST
        if found is Mood.PRESENT:
            weaker = Mood.PRESENT if weaker is Mood.NONE else weaker
        elif words[i].text in v.CONDITIONS and not _is_open(words, i):
            return Mood.DUTY
        elif found is not Mood.NONE:
            return weaker if weaker is Mood.PRESENT and found is not Mood.PROMISED else found
    return weaker


def _before_an_aside(words: tuple[TextWord, ...], at: int) -> int:
    """Return where a clause that is only set in begins, just before a word: "the Bill, which was promised, in May"."""
    if at < 2 or words[at - 1].text != ",":
        return at
    aside = (i for i in range(at - 2, max(0, at - 30), -1) if words[i].text in ("which", "who"))
    start = next((i for i in aside if words[i - 1].text == ","), None)
    return at if start is None else start - 1


def _verb(words: tuple[TextWord, ...], i: int, at: int) -> tuple[Mood, bool]:
    """Return the mood of one word as a verb, and whether it is a participle without an auxiliary."""
    word = words[i].text
    if (word in v.PROMISE and _is_verb(words, i)) or _is_ordered(words, i, at):
        return Mood.PROMISED, False
    if word in v.DUTY and not _is_open(words, i) and not _is_what_it_says(words, i):
        return (Mood.PROMISED if _is_foreseen(words, i) else Mood.DUTY), False
    if word in v.PAST_AUX:
        return Mood.PAST, False
    if word in v.HAVE:
        return _perfect(words, i, at), False
    if _is_past(words, i, at):
        return _participle(words, i)
    return (Mood.PRESENT if word in v.PRESENT else Mood.NONE), False


def _is_what_it_says(words: tuple[TextWord, ...], i: int) -> bool:
    """Whether a “should” only tells what a standard is: “the standard that patients should wait no longer than”."""
    that = next((n for n in range(i - 1, max(0, i - 8), -1) if words[n].text == "that"), 0)
    return words[i].text in ("should", "must") and that > 0 and words[that - 1].text in v.YARDSTICKS


def _is_foreseen(words: tuple[TextWord, ...], i: int) -> bool:
    """Whether a “should” only foresees: “it should be in place from May”."""
    after = [w.text for w in words[i + 1 : i + 3]]
    return words[i].text == "should" and after[:1] == ["be"] and after[-1] in v.STATES


def _is_open(words: tuple[TextWord, ...], i: int) -> bool:
    """Whether it only tells what is asked or decided: "consult on whether to ban", "consider what can be released"."""
    if words[i].text in ("can", "could", "might", "may", "should"):
        return any(w.text in ("what", "how", "which", "whether") for w in words[max(0, i - 2) : i])
    return words[i].text == "whether" and i + 1 < len(words) and words[i + 1].text == "to"


def _is_ordered(words: tuple[TextWord, ...], i: int, at: int) -> bool:
    """Whether it is to be: "with guidance to be published in May", "councils will be required to"."""
    word = words[i].text
    if word in ("is", "are") and i + 2 < at and words[i + 1].text == "to" and words[i + 2].text in v.INFINITIVES:
        return True
    if word == "to" and i + 1 < at and words[i + 1].text in ("be", "follow"):
        return any(w.text == "with" for w in words[max(0, i - 8) : i])
    return word in ("required", "obliged", "asked", "invited") and any(
        w.text == "will" for w in words[max(0, i - 4) : i]
    )


def _perfect(words: tuple[TextWord, ...], i: int, at: int) -> Mood:
    if i and words[i - 1].text in ("would", "could", "should", "might", "may"):
        return Mood.DUTY
    if i + 1 < len(words) and words[i + 1].text in v.DETERMINERS:
        return Mood.NONE if words[i].text == "have" and i and words[i - 1].text == "to" else Mood.PRESENT
    following = [w.text for w in words[i + 1 : min(at, i + 4)]]
    done = any(w == "been" or w in v.IRREGULAR or w.endswith(("ed", "en")) for w in following)
    return Mood.PAST if done else Mood.PRESENT


def _is_verb(words: tuple[TextWord, ...], i: int) -> bool:
    """Whether a word that may also be a noun or part of a name promises here: "plan to", "due to be", "is set to"."""
    word, after = words[i].text, [w.text for w in words[i + 1 : i + 3]] + ["", ""]
    if word == "working":
        return any(w in ("to", "towards", "at", "hard") for w in after)
    if word == "planning" and i and words[i - 1].text in ("is", "are", "am", "also", "now"):
        return True
    if word == "due":
        because = after[0].startswith(("date", "course", "regard", "process", "diligence"))
        return after[1] in v.INFINITIVES if after[0] == "to" else not because
    return word not in v.FOLLOWED_BY or after[0] in v.FOLLOWED_BY[word]


def _is_past(words: tuple[TextWord, ...], i: int, at: int) -> bool:
    """A word in -ed, or a past form, that is a verb here, and no adjective ("the updated guidance")."""
    word = words[i].text
    if word == "set" and i + 1 < len(words) and words[i + 1].text == "of":
        return False
    if not (word in v.IRREGULAR or (word.endswith("ed") and len(word) > 4 and word not in v.NOT_PAST)):
        return False
    if i + 1 >= at or words[i + 1].text in v.AFTER_A_VERB or words[i + 1].text[0] in "£0123456789":
        return True
    return (
        i > 0
        and words[i - 1].text not in v.BEFORE_AN_ADJECTIVE
        and not words[i - 1].text.endswith(("ing", "al", "ive", "ly"))
    )


def _participle(words: tuple[TextWord, ...], i: int) -> tuple[Mood, bool]:
    """The mood of a past form: what stands before it decides ("will be published", "has been published")."""
    for w in reversed(words[max(0, i - 6) : i]):
        if w.text in v.PAST_AUX or w.text in v.HAVE:
            return Mood.PAST, False
        if w.text in v.PROMISE or w.text in ("to", "be", "being"):
            return Mood.NONE, False
        if w.text in ("is", "are", "am"):
            return Mood.PRESENT, False
        if w.text in ("and", "or"):
            return Mood.NONE, False
        if not (w.text in ("been", "not", "also", "now", "then", "further") or w.text.endswith("ly")):
            break
    return Mood.PAST, True


def _reports(words: tuple[TextWord, ...], at: int) -> bool:
    """Whether the past verb before only reports what is to come: "announced that from April the rate will rise"."""
    before = [w.text for w in words[max(0, at - 12) : at]]
    return "that" in before and _after(words, at) is Mood.PROMISED


def _after(words: tuple[TextWord, ...], at: int) -> Mood:
    present = Mood.NONE
    for i in range(at, min(len(words), at + 40)):
        if words[i].text in v.STOPS:
            break
        found, bare = _verb(words, i, len(words))
        if bare and _is_relative(words, i):
            continue
        if found is Mood.PRESENT:
            present = found
        elif found is not Mood.NONE:
            return found
    return present


def _is_relative(words: tuple[TextWord, ...], i: int) -> bool:
    """Whether a bare participle belongs to the noun before: it stands after a comma, or "by" follows it."""
    return (i > 0 and words[i - 1].text == ",") or (i + 1 < len(words) and words[i + 1].text in ("by", "in", "for"))
