"""How are evidence and rulings read: in a line, and in full?"""

from rich.text import Text

from monitor.model.boards import Weighed
from monitor.model.cleaning import clean_line, safe_link
from monitor.model.commitments import Commitment, Ruling
from tui.widgets.entries import ListEntry
from tui.widgets.row_list import TableColumn
from tui.widgets.texts import line, linked, prose, quoted
from tui.words import day, day_of, doubt, happened, judged, percentage, relation, ruling_days, short_day, window

COLUMNS = (TableColumn("Day", 12), TableColumn("Relation", 14), TableColumn("Strength", 8), TableColumn("Quote"))
RELATION_STYLE = {
    "delivers": "delivered",
    "delays": "overdue",
    "weakens": "warning",
    "supersedes": "warning",
    "asks-about": "muted",
    "mentions-only": "muted",
}
RULING_MARK = {"accepted": "✓", "rejected": "✗"}
RULING_STYLE = {"accepted": "delivered", "rejected": "overdue"}


def evidence_entry(weighed: Weighed, commitment: Commitment) -> ListEntry:
    """Return a piece of evidence as an entry: day, relation, strength and sentence."""
    evidence = weighed.evidence
    document = evidence.document
    does = line(relation(evidence.relation, short=True), RELATION_STYLE.get(evidence.relation.value, ""))
    if weighed.ruling:
        mark, style = RULING_MARK.get(weighed.ruling, "·"), RULING_STYLE.get(weighed.ruling, "bold")
        does.append(" ").append_text(line(mark, style))
    return ListEntry(
        key=f"{document.source}\x1f{document.key}\x1f{document.version}\x1f{evidence.relation}\x1f{evidence.quote}",
        cells=(
            Text(short_day(document.published_on)),
            does,
            Text(percentage(evidence.strength), justify="right"),
            line(evidence.quote),
        ),
        detail=lambda: evidence_detail(weighed, commitment),
        url=safe_link(evidence.url),
        commitment=evidence.commitment,
    )


def evidence_detail(weighed: Weighed, commitment: Commitment) -> Text:
    """Return all there is on a piece of evidence: sentence, link, document, reasons, ruling."""
    evidence, document = weighed.evidence, weighed.evidence.document
    milestone = commitment.milestone(evidence.milestone)
    about = f", for: {milestone.title}" if milestone else ""
    parts = [
        quoted(evidence.quote),
        linked(evidence.url),
        *((line(evidence.citation),) if evidence.citation else ()),
        line(f"{document.source}, {day(document.published_on)}: {document.title} (version {document.version})"),
        line(f"{relation(evidence.relation)}, strength {percentage(evidence.strength)}{about}", "bold"),
        *(line(f"· {reason}") for reason in evidence.reasons),
    ]
    if evidence.moved_to:
        parts.append(line(f"Moves the date to “{evidence.moved_to.said}”, {window(evidence.moved_to)}", "overdue"))
    return Text("\n").join([*parts, line(judged(weighed), RULING_STYLE.get(weighed.ruling or "", "muted"))])


def ruling_entry(ruling: Ruling) -> ListEntry:
    """Return a ruling as an entry: day, kind and reason."""
    return ListEntry(
        key=f"ruling\x1f{ruling.id}",
        cells=(
            Text(short_day(ruling.on)),
            line(f"ruled {happened(ruling.kind, short=True)}", "bold"),
            line(ruling.why),
        ),
        detail=lambda: ruling_detail(ruling),
        url=safe_link(ruling.source) if ruling.source else None,
        commitment=ruling.commitment,
    )


def ruling_detail(ruling: Ruling) -> Text:
    """Return all there is on a ruling: who, why, on what."""
    typed = f", typed in {day(day_of(ruling.decided_at))}" if ruling.decided_at else ", in the register"
    parts = [
        line(f"Ruled {happened(ruling.kind)} from {ruling_days(ruling)} by {ruling.by}{typed}", "bold"),
        prose(ruling.why),
    ]
    if ruling.quote:
        parts.append(quoted(ruling.quote))
    if ruling.source:
        parts.append(linked(ruling.source))
    if ruling.due:
        parts.append(line(f"Date: “{ruling.due.said}”, {window(ruling.due)}"))
    rest = (("About the document", " ".join(ruling.document or ())), ("In its place", ruling.successor))
    parts += [line(f"{name}: {clean_line(words)}") for name, words in rest if words]
    if ruling.caution:
        parts.append(line(doubt(ruling.caution)))
    return Text("\n").join(parts)
