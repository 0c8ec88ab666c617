"""How is a suggestion put to a person at a terminal, and how are their answers taken?"""

from collections.abc import Callable, Iterator, Sequence

from monitor.model.cleaning import clean_line
from monitor.model.dossiers import Weighed
from monitor.model.errors import UserError
from monitor.status.agreement import Agreement
from monitor.status.review_queue import ANSWERS, Suggestion
from tui import words
from tui.layout import WIDTH, wrap
from tui.tables import evidence_lines

HELP = f"""\
    a, accept     the document does to the promise what the rules say
    r, reject     it does not, and says nothing new of the promise
    {", ".join(ANSWERS[2:])}
                  it does this instead; add /MILESTONE where it is about one milestone, as in delivers/report
                  (weakens: {words.relation("weakens")}; supersedes: {words.relation("supersedes")};
                  mentions-only: {words.relation("mentions-only")})
    s, skip       leave it for later      q, quit    stop here
    Whatever you write after the answer is kept as your reason."""
_SHORT = {"a": "accept", "r": "reject", "s": "skip", "q": "quit", "?": "help"}


def suggestion_lines(one: Suggestion, number: int, of: int, width: int = WIDTH) -> Iterator[str]:
    """Yield one suggestion: what was promised, what the rules think a sentence does to it, and where it stands."""
    head = f"{number} of {of} [{one.id}]  {one.commitment.title} ({one.commitment.id})"
    yield from wrap(clean_line(head), width, "", "    ")
    yield from wrap(f"Promised: {clean_line(one.commitment.words)}", width, "    ")
    part = one.commitment.milestone(one.evidence.milestone)
    if part:
        yield from wrap(f"{words.WHAT_COUNTS}: {clean_line(part.expect.what)} [{part.id}]", width, "    ")
    yield from (f"  {line}" for line in evidence_lines(Weighed(one.evidence, None), width - 2))


def queue_text(waiting: Sequence[Suggestion], width: int = WIDTH) -> str:
    """Return the whole queue, for where nobody can be asked."""
    if not waiting:
        return "No suggestion waits for a person's answer.\n"
    blocks = ("\n".join(suggestion_lines(s, n, len(waiting), width)) for n, s in enumerate(waiting, 1))
    return "\n\n".join(blocks) + "\n"


def converse(
    waiting: Sequence[Suggestion],
    ask: Callable[[str], str],
    tell: Callable[[str], None],
    take: Callable[[Suggestion, str, str], None],
    width: int = WIDTH,
) -> int:
    """Put one suggestion after another to a person; `take` is handed each answer with its reason. Return how many."""
    taken = 0
    for number, one in enumerate(waiting, 1):
        tell("\n".join(suggestion_lines(one, number, len(waiting), width)))
        answered = _answered(one, ask, tell, take)
        if answered is None:
            break
        taken += answered
    return taken


def _answered(
    one: Suggestion,
    ask: Callable[[str], str],
    tell: Callable[[str], None],
    take: Callable[[Suggestion, str, str], None],
) -> bool | None:
    """Ask until the answer is one; return whether it was taken, None where the person stops."""
    while True:
        word, _, why = ask("accept, reject, a relation[/milestone], skip, quit, ?").strip().partition(" ")
        answer = _SHORT.get(word, word)
        if answer == "quit":
            return None
        if answer == "skip":
            return False
        if answer in ("help", ""):
            tell(HELP)
            continue
        try:
            take(one, answer, why.strip())
        except UserError as wrong:
            tell(f"{wrong.message} {wrong.hint}")
        else:
            return True


def agreement_text(agreements: Sequence[Agreement], width: int = WIDTH) -> str:
    """Return how people agree, and what they judged differently."""
    lines = [line for one in agreements for line in _agreement(one, width)]
    return "\n".join(lines or ["No two people have answered the same suggestion with --blind yet."]) + "\n"


def agreement_line(one: Agreement) -> str:
    """Return in a line how two people agree."""
    said = "not defined, since all answers are the same" if one.kappa is None else f"{one.kappa:.2f}"
    pair = clean_line(f"{one.first} and {one.second}")
    return f"{pair}: {one.alike} of {one.judged} judged alike; Cohen's kappa {said}"


def _agreement(one: Agreement, width: int) -> Iterator[str]:
    yield agreement_line(one)
    for differ in one.differ:
        cited = differ.evidence.document
        says = f"{one.first} {differ.first}, {one.second} {differ.second}"
        where = f"{differ.evidence.commitment}, {cited.source}/{cited.key}: {says}"
        yield from wrap(clean_line(where), width, "    ", "        ")
        yield from wrap(words.quoted(differ.evidence.quote), width, "        ")
