"""How is a promise cited in print: the sentence, who said it where, how it stands, and the link that proves it?"""

from datetime import date

from monitor.model import board_words, wording
from monitor.model.boards import Row, Status
from monitor.model.cleaning import clean_line, safe_link


def citation(row: Row, as_of: date) -> str:
    """Return a promise as it stood on a day, for an editor: lines of plain text, the link last.

    Of what was delivered the proof is cited, of all else the promise; where its very words are not known, what the
    register says of them.
    """
    lines = [*_said(row), f"{clean_line(row.commitment.title)}: {standing(row, as_of)}", citation_link(row) or ""]
    return "\n".join(line for line in lines if line)


def standing(row: Row, as_of: date) -> str:
    """Return how a promise stood on a day, in a line: the status, the days, and what is in doubt."""
    told = [row.standing.value, wording.timing(row, as_of)]
    if row.delivered_on:
        told[0] += f" on {wording.day(row.delivered_on)}"
    told += [board_words.checked(confirmed=False)] if row.status is Status.DELIVERED and not row.confirmed else []
    told += board_words.doubts(row)
    return f"{', '.join(part for part in told if part)} (as of {wording.day(as_of)})"


def citation_link(row: Row) -> str | None:
    """Return the link that says most: the newest proof of delivery, else where the promise was made."""
    proofs = [m.proof.url for m in row.milestones if m.proof and m.proof.url]
    promised = [link.url for link in (row.commitment.promise, *row.commitment.said_in)]
    return next((link for link in map(safe_link, (*reversed(proofs), *promised)) if link), None)


def _said(row: Row) -> list[str]:
    promise = row.commitment
    proof = next((m.proof for m in row.making if m.proof and m.proof.quote), None)
    if row.status is Status.DELIVERED and proof:
        return [f"“{clean_line(proof.quote or '')}”", f"Done {wording.deed(proof)}"]
    said = clean_line(promise.promise.quote) if promise.promise.quote else ""
    where = f"{promise.made_by}, {promise.post.title}, {wording.day(promise.made_on)}"
    words = f"“{said}”" if said else clean_line(promise.words)
    return [words, clean_line(f"{where}: {promise.promise.title}")]
