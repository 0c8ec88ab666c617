"""What can a reader decide of a promise, what is asked for it, and in which words is it told that it was recorded?"""

import getpass
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rich.text import Text

from monitor.model.boards import Row, Standing
from monitor.model.commitments import Commitment, RulingKind
from monitor.model.day_words import day_in_words
from monitor.model.dossiers import Dossier, Weighed
from monitor.model.errors import UserError
from monitor.model.evidence import Evidence, Relation
from monitor.pipeline.ruling_drafts import Decided, Decision
from monitor.status.decisive_pieces import deciding
from tui import words
from tui.screens.decision_screen import AskedField, DecisionQuestions, Said
from tui.widgets.board_table import days_text
from tui.widgets.palette import GLYPHS
from tui.widgets.texts import line, listed, quoted

_WORDS = {
    RulingKind.ACCEPT: "Accepted",
    RulingKind.REJECT: "Rejected",
    RulingKind.RELATION: "Put right",
    RulingKind.DELIVERED: "Ruled delivered",
    RulingKind.NOTE: "Noted",
    RulingKind.TAKEN_BACK: "Taken back",
}


@dataclass(slots=True)
class Decisions:
    """What was decided since the reader came, the newest last: each can be taken back until they leave."""

    made: list[Decided] = field(default_factory=list)

    def last(self) -> Decided:
        """Return what was decided last and not taken back; raise UserError where there is nothing."""
        if not self.made:
            raise UserError("Nothing was decided since you came.", "only what you decided here can be taken back by u")
        return self.made[-1]


def login_name() -> str:
    """Return the name under which a person rules who gives none: as the command bywhen rule has it; "" for nobody."""
    try:
        return os.environ.get("BYWHEN_BY") or getpass.getuser()
    except (KeyError, OSError):
        return ""


def asked_of_piece(
    kind: RulingKind, weighed: Weighed, promise: Commitment, by: str, *, blind: bool = False
) -> DecisionQuestions:
    """Return what is asked where evidence is accepted, rejected or put right; `blind`: not what the rules found."""
    piece = weighed.as_found
    found = [] if blind else [_told(piece, promise)]
    about = listed([_head(kind, promise), *found, quoted(piece.quote)], "\n")
    questions = _who_and_why(by, "read without seeing what the rules found" if blind else _why(kind, piece, promise))
    if kind is RulingKind.RELATION:
        known = _answers(promise)
        asked = f"It does instead: {', '.join(Relation)}; with /MILESTONE where it is about one"
        questions = (AskedField("relation", asked, "", known), *questions)

    def decision(said: Said) -> Decision:
        relation, milestone = _relation(said.get("relation", ""))
        return Decision(
            kind,
            promise.id,
            said["by"],
            said["why"],
            milestone=milestone,
            relation=relation,
            evidence=piece,
        )

    return DecisionQuestions(about, questions, decision)


def asked_delivered(dossier: Dossier, by: str, day: date) -> DecisionQuestions:
    """Return what is asked where a person says that a promise was delivered."""
    promise = dossier.row.commitment
    several = [m.id for m in promise.milestones]
    found = deciding(dossier.row)
    mine = found.milestone.id if found else next(iter(several), "")
    about = _head(RulingKind.DELIVERED, promise)
    questions = (
        AskedField("why", "Why: what shows it, as “stands on GOV.UK” (a link in it is kept as its source)"),
        AskedField("on", "Delivered on which day? As 2025-06-16, 16 June, yesterday", day.isoformat()),
        *(
            (AskedField("milestone", f"Which milestone? {', '.join(several)}", mine, several),)
            if len(several) > 1
            else ()
        ),
        AskedField("by", "Who decides?", by),
    )

    def decision(said: Said) -> Decision:
        link = next((word for word in said["why"].split() if word.startswith(("https://", "http://"))), None)
        return Decision(
            RulingKind.DELIVERED,
            promise.id,
            said["by"],
            said["why"],
            milestone=said.get("milestone") or mine or None,
            on=day_in_words(said["on"], day),
            source=link,
        )

    return DecisionQuestions(about, questions, decision)


def asked_note(promise: Commitment, by: str) -> DecisionQuestions:
    """Return what is asked where a person notes something that alters no status."""
    questions = (AskedField("why", "The note"), AskedField("by", "Who notes it?", by))
    make = lambda said: Decision(RulingKind.NOTE, promise.id, said["by"], said["why"])  # noqa: E731 - as those above
    return DecisionQuestions(_head(RulingKind.NOTE, promise), questions, make)


def taking_back(decided: Decided) -> Decision:
    """Return the decision that another no longer holds."""
    first = decided.ruling
    return Decision(
        RulingKind.TAKEN_BACK, first.commitment, first.by, "taken back", blind=first.blind, takes_back=first.id
    )


def outcome(decided: Decided, row: Row, as_of: date) -> str:
    """Return in a line what was recorded and how the promise stands by it: what its row says."""
    stands = f"{GLYPHS[row.standing]} {row.status.value}"
    days = days_text(row, as_of)
    checked = f", {words.checked(confirmed=row.confirmed)}" if row.standing is Standing.DELIVERED else ""
    later = "; a scan is running, and tells what follows from it when it ends" if decided.waiting else ""
    back = "" if decided.ruling.kind is RulingKind.TAKEN_BACK else " (u: take back)"
    day = f", {days}" if days else ""
    return f"{_WORDS[decided.ruling.kind]}. {row.commitment.title}: {stands}{day}{checked}{later}{back}"


def _head(kind: RulingKind, promise: Commitment) -> Text:
    asks = {
        RulingKind.ACCEPT: "Accept",
        RulingKind.REJECT: "Reject",
        RulingKind.RELATION: "Put right",
        RulingKind.DELIVERED: "Delivered",
        RulingKind.NOTE: "Note",
    }
    return line(f"{asks[kind]}: {promise.title}", "bold")


def _told(piece: Evidence, promise: Commitment) -> Text:
    milestone = promise.milestone(piece.milestone)
    of = f": {milestone.title}" if milestone else ""
    return line(f"The rules found: {words.relation(piece.relation)}{of}")


def _why(kind: RulingKind, piece: Evidence, promise: Commitment) -> str:
    """Return the reason that stands there at first: what the person confirms by it."""
    milestone = promise.milestone(piece.milestone)
    does = f"{words.relation(piece.relation)}{f' {milestone.id}' if milestone else ''}"
    return {
        RulingKind.ACCEPT: f"read: it {does}",
        RulingKind.REJECT: f"read: it does not say “{does}”",
        RulingKind.RELATION: f"read: not “{does}”",
    }[kind]


def _who_and_why(by: str, why: str) -> tuple[AskedField, ...]:
    return AskedField("why", "Why?", why), AskedField("by", "Who decides?", by)


def _answers(promise: Commitment) -> Sequence[str]:
    milestones = [m.id for m in promise.milestones]
    return [*Relation, *(f"{relation}/{id_}" for relation in Relation for id_ in milestones)]


def _relation(said: str) -> tuple[str | None, str | None]:
    """Return relation and milestone of what was typed; a relation may be cut short where only one begins so."""
    word, _, milestone = said.strip().casefold().partition("/")
    begun = [relation.value for relation in Relation if word and relation.value.startswith(word)]
    return (begun[0] if len(begun) == 1 else word or None), (milestone or None)
