"""Which of the windows that a sentence names date the promise itself, and not something that it mentions?"""

from datetime import date

from monitor.deadlines.bounds import Window
from monitor.deadlines.combining import joined
from monitor.deadlines.names import is_question
from monitor.deadlines.promised_dates import is_habit, mood_of, promised
from monitor.deadlines.text import TextWord, words
from monitor.deadlines.vague import all_vague, says_later, without_vague
from monitor.deadlines.verb_mood import Mood, leans_on_nothing, mood

Span = tuple[int, int]


def chosen(text: str, named: tuple[Window, ...], said_on: date) -> tuple[list[Window], list[Span]]:
    """Return the windows that date the promise itself, and the places of words without a date that do."""
    if is_question(text):
        return [], []
    every = all_vague(text)
    if not named and not every:
        return [], []
    spoken = words(without_vague(text))
    wholes = joined(text, named)
    kept = [whole for whole, parts in wholes if any(promised(text, part, said_on, spoken) for part in parts)]
    vague = [span for span in every if _is_promised(text, spoken, span)]
    firmly = any(mood(spoken, *span, near=1) is Mood.PROMISED for span in vague)
    return _chief(kept, spoken, firmly=firmly), vague


def _is_promised(text: str, spoken: tuple[TextWord, ...], span: Span) -> bool:
    said = mood(spoken, *span, near=1)
    later = said is not Mood.PAST and says_later(text[slice(*span)]) and not is_habit(text)
    return said is Mood.PROMISED or later


def _chief(kept: list[Window], spoken: tuple[TextWord, ...], *, firmly: bool) -> list[Window]:
    """Return those windows that date the promise itself, all of them where none does better.

    A date of its subject gives way, and one that no “will” leads to, where something else is promised firmly.
    """
    leaning = [] if firmly else kept
    better = [there for there in kept if there.denied or not leans_on_nothing(spoken, there.start)] or leaning
    better = [there for there in better if not (there.said == "for" and there.stretch.size == "spell")] or better
    clear = [there for there in better if mood_of(there, spoken) is Mood.PROMISED or there.denied]
    return clear if clear or firmly else better


def looked_back_on(text: str, there: Window, said_on: date) -> bool:
    """Return whether a window whose year had to be guessed is told of as over: "it was published in June"."""
    first = there.stretch.first
    if there.stretch.sure or first is None or first <= said_on or there.stretch.ahead:
        return False
    return mood_of(there, words(without_vague(text))) is Mood.PAST
