"""In which words is a change of status reported? The news first, in a hundred characters, then the commitment's title.

What is in doubt stands beneath a headline, in its details: `cautiously` says it there.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from monitor.judging.english.figures import figure
from monitor.model import board_words, wording
from monitor.model.boards import MilestoneRow, Row, Status
from monitor.model.changes import Because
from monitor.model.commitments import Commitment, Link
from monitor.model.due import Due
from monitor.model.evidence import Evidence
from monitor.model.sources import BILLS, COMMITTEES, GOV_UK

LEAD = 100
"""Characters within which a headline tells its news: feed readers and mail programs show about as many."""
_BEFORE_TITLE = " \u2013 "
_CAUTION = f"{board_words.NOTE_OF_DOUBT}: "
_CAUTION_BEFORE = "Caution: "
"""How earlier versions introduced a doubt: the headlines that they reported are still in the state."""
STANDING = "It stands in "
"""How the sentence begins, among the details of a change, that says in what a sentence stands."""
_CUT = "\u2026"
_SAME = {board_words.REPLACED.capitalize(): "replac(?:ed|es|ing)|supersed(?:ed?s?|ing)"}
"""Other words, as a pattern, that say what a lead does."""
_PREFACE = re.compile(
    r"(?:(?:and|so|but|yes|well|indeed|also),? )?(?:I|we) (?:(?:can|am|are) )?"
    r"(?:(?:very |also |now )?(?:pleased|delighted|able|happy|glad) to )?"
    r"(?:say|confirm|announce|report|(?:tell|inform|assure) (?:him|her|the House|the hon\. \w+))"
    r"(?: (?:today|again))?,? that ",
    re.IGNORECASE,
)
"""How a sentence begins before its news: “I can confirm that”."""
_WHO = {GOV_UK: "GOV.UK", COMMITTEES: "Committee", BILLS: "Parliament"}
"""Who is named for what is said in a source; in the others a minister speaks."""


def headline(title: str, *leads: str) -> str:
    """Return the first wording of the news that fits, then the commitment's title; the last is shortened to fit."""
    lead = next((lead for lead in leads if len(lead) <= LEAD), None) or shortened(leads[-1], LEAD)
    return f"{lead}{_BEFORE_TITLE}{title}"


def news_of(told: str, title: str) -> str:
    """Return the news of a headline: without the title, and as headlines were written before 1 December 2026."""
    before, _, _ = told.removeprefix(f"{title}: ").partition(f". {_CAUTION_BEFORE}")
    return before.removesuffix(f"{_BEFORE_TITLE}{title}")


def shortened(text: str, most: int) -> str:
    """Return a text cut at the end of a word, with an ellipsis, where it has too many characters."""
    if len(text) <= most:
        return text
    kept = text[:most].rpartition(" ")[0] or text[: most - 1]
    return kept.rstrip(" ,;:\u2013-(\u201c") + _CUT


def quoting(lead: str, sentence: str) -> str:
    """Return a lead with as much of a sentence in quotation marks as there is room for, its preface left out."""
    said = sentence[found.end() :] if (found := _PREFACE.match(sentence)) else sentence
    return f"{lead}\u201c{shortened(said, LEAD - len(lead) - 2)}\u201d"


def reasoned(lead: str, why: str) -> str:
    """Return a lead with a reason; a reason that says what the lead does, near its beginning, stands alone."""
    same = rf"\b(?:{_SAME.get(lead, re.escape(lead))})\b"
    if not re.search(same, why[: LEAD // 2], re.IGNORECASE):
        return f"{lead}: {why}"
    said = re.sub(rf"^(?:(?:it|this) )?(?:(?:has|have|had|was|is) )?(?:been )?(?={same})", "", why, flags=re.IGNORECASE)
    return said[:1].upper() + said[1:]


def saying(lead: str, evidence: Evidence) -> str:
    """Return a lead with who says what: “Wording softened. Minister: “…””."""
    return quoting(f"{lead}{_WHO.get(evidence.document.source, 'Minister')}: ", evidence.quote)


def standing_in(evidence: Evidence) -> str:
    """Return the kind of document that a sentence stands in, with the document's day."""
    cited = evidence.document
    return f"{STANDING}\u201c{cited.title or cited.source}\u201d of {wording.day(cited.published_on)}."


def turned(row: Row, day: date) -> str:
    """Return what a commitment's status became on a day."""
    title, making = row.commitment.title, row.making
    if row.status is Status.DELIVERED:
        return headline(title, *done("Delivered", making, row.days_late, confirmed=row.confirmed))
    if row.status is Status.PENDING:
        return headline(title, f"Pending again since {wording.day(day)}")
    return headline(title, _late("Overdue", making, row.due))


def done(verb: str, made: Sequence[MilestoneRow], late: int | None, *, confirmed: bool) -> tuple[str, ...]:
    """Return in which words it is told that milestones were reached, the fullest first."""
    days = [m.proof.on for m in made if m.proof]
    on = f" on {wording.day(max(filter(None, days)))}" if days and None not in days else ""
    timing = f", {wording.late(late)}" if late else ", in time" if late == 0 else ""
    sure, what = "" if confirmed else f" ({board_words.UNCHECKED})", _named(made)
    return f"{verb}{on}{timing}{sure}: {what}", f"{verb}{timing}{sure}: {what}"


def missed_date(m: MilestoneRow, due: Due, *, again: bool) -> str:
    """Return in which words it is told that a date of a milestone was missed; `again`: it had been moved to it."""
    return _late("Missed again" if again else "Missed", (m,), due)


def details(row: Row) -> tuple[str, ...]:
    """Return what stands beneath the headline of a status: which words gave the date, and what is in doubt."""
    due = row.due
    ended = (dated(due),) if row.status is Status.OVERDUE and due and due.latest else ()
    return (*ended, *cautiously(row.cautions))


def dated(due: Due) -> str:
    """Return the words that gave a date, with the day on which they were said and their last."""
    last = f"; its last day was {wording.day(due.latest)}" if due.latest else ""
    return f"\u201c{due.said}\u201d, said on {wording.day(due.said_on)}{last}."


def cautiously(cautions: Iterable[str]) -> tuple[str, ...]:
    """Return what is in doubt, a sentence each, to stand beneath what is told."""
    return tuple(f"{_CAUTION}{caution.rstrip('.')}." for caution in cautions)


def counted(commitment: Commitment, evidence: Evidence) -> str | None:
    """Return the figure that evidence gives for what a milestone counts, beside what was promised; else None.

    Of a sentence that is told of the whole, the first that is counted in it: it is one piece of news.
    """
    of = [m.measure for m in commitment.milestones if m.measure and evidence.milestone in (m.id, None)]
    told = ((number, measure) for measure in of if (number := figure(evidence.quote, measure)) is not None)
    return next((wording.so_many(number, measure) for number, measure in told), None)


def why(row: Row) -> Because | None:
    """Return what proves a status: for delivered, the delivery; for overdue, the promise that was missed."""
    proofs = [m.proof for m in row.milestones if m.proof and not m.milestone.step]
    if row.status is Status.DELIVERED and proofs:
        proof = max(proofs, key=lambda p: p.known_on)
        return Because(proof.quote or "", proof.url) if proof.url else None
    return missed(row.making[0]) if row.status is Status.OVERDUE else None


def missed(row: MilestoneRow) -> Because | None:
    """Return where the date of a milestone was said: with the promise, or later if it had none at first; else None."""
    given = next((move for move in row.moves if move not in row.slips), None)
    if given is None:
        return promised(row.milestone.promise)
    return Because(given.quote or "", given.url) if given.url else None


def promised(link: Link | None) -> Because | None:
    """Return a promise as a proof: its words, "" where they are not known, and the link; None without a link."""
    return Because(link.quote or "", link.url) if link else None


def _late(verb: str, made: Sequence[MilestoneRow], due: Due | None) -> str:
    by = f", not done by {wording.day(due.latest)}" if due and due.latest else ""
    return f"{verb}{by}: {_named(made)}"


def _named(made: Sequence[MilestoneRow]) -> str:
    """Return the title of the first milestone, and how many more there are."""
    first, *more = [m.milestone.title for m in made] or ["it"]
    return f"{first}, and {len(more)} more" if more else first
