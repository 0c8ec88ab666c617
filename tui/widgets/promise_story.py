"""What came of a promise: how are evidence, rulings and changes told in one row, the newest first?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from monitor.model.changes import Change
from monitor.model.cleaning import safe_link
from monitor.model.commitments import Ruling
from monitor.model.contexts import Setting
from monitor.model.dossiers import Dossier, Weighed
from monitor.status.headlines import news_of
from monitor.status.ruling_effects import taken_back
from tui.widgets.change_entries import change_style
from tui.widgets.paragraphs import Block, Paragraph, paragraphs
from tui.widgets.texts import RELATION_STYLE, line, linked, listed, prose, quoted
from tui.words import day, day_of, doubt, happened, percentage, relation, ruling_days, short_day, window

_IN = 2
"""Cells by which what belongs to an entry stands in."""
_QUOTED, _WHY = 6, 2
"""Lines that a quote, and the reasons for it, take at most while the entry is not unfolded."""


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A line of the story with what stands under it, its link, and the evidence that it is, where it is one."""

    block: Block
    on: date
    url: str | None = None
    weighed: Weighed | None = None


def story(dossier: Dossier) -> tuple[StoryEntry, ...]:
    """Return all that happened to a promise, the newest first; of one day what is news stands first."""
    gone, several = taken_back(dossier.rulings), len(dossier.row.commitment.milestones) > 1
    quoted_already = {(w.evidence.document.since, w.evidence.quote) for w in dossier.evidence}
    entries = [
        *(_changed(told.change, quoted_already, dossier.row.commitment.title) for told in dossier.changes),
        *(_ruled(ruling, taken=ruling.id in gone) for ruling in reversed(dossier.rulings)),
        *(_heard(weighed, number, several=several) for number, weighed in enumerate(dossier.evidence)),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.on, reverse=True))


def _heard(weighed: Weighed, number: int, *, several: bool) -> StoryEntry:
    piece = weighed.evidence
    cited = piece.document
    does = line(relation(piece.relation), RELATION_STYLE.get(piece.relation.value, "bold"))
    sure = line(percentage(piece.strength), "muted")
    of = [line(piece.milestone, "muted")] if several and piece.milestone else []
    where = line(f"{cited.source}, {piece.citation or cited.title}", "muted")
    head = listed([_day(cited.published_on), does, sure, _checked(weighed), *of, where], " ")
    why = [line(f"why: {'; '.join(piece.reasons)}", "muted")] if piece.reasons else []
    if piece.moved_to:
        why.append(line(f"moves the date to “{piece.moved_to.said}”, {window(piece.moved_to)}", "warning"))
    said = (
        Paragraph(_one_line(quoted(piece.quote)), _IN, _QUOTED),
        *(Paragraph(text, _IN, _WHY) for text in why),
    )
    key = f"heard {cited.source}\x1f{cited.key}\x1f{cited.version}\x1f{piece.milestone}\x1f{piece.quote}\x1f{number}"
    return StoryEntry(Block(key, (Paragraph(head, most=1), *said)), cited.since, safe_link(piece.url), weighed)


def _day(day: date) -> Text:
    return Text(f"{short_day(day):<11}", style="muted")


def _checked(weighed: Weighed) -> Text:
    if weighed.ruling == "accepted":
        return Text("✓ checked", style="delivered")
    if weighed.ruling:
        return line(f"✗ {weighed.ruling}", "overdue")
    return Text("unchecked", style="link") if weighed.evidence.relation.bears else Text("no news", style="muted")


def _ruled(ruling: Ruling, *, taken: bool) -> StoryEntry:
    does = line(f"ruled: {happened(ruling.kind)}", "stopped" if taken else "bold")
    back = [line("(taken back)", "warning")] if taken else []
    head = listed([_day(ruling.on), does, line(f"by {ruling.by}", "muted"), *back], " ")
    return StoryEntry(
        Block(f"ruling {ruling.id}", (Paragraph(head, most=1), *paragraphs(_ruling_text(ruling), _IN))),
        ruling.on,
        safe_link(ruling.source) if ruling.source else None,
    )


def _ruling_text(ruling: Ruling) -> Text:
    """Return all there is on a ruling: why, of which days, on what."""
    typed = f"typed in {day(day_of(ruling.decided_at))}" if ruling.decided_at else "in the register"
    parts = [line(ruling.why), line(f"holds from {ruling_days(ruling)}; {typed}", "muted")]
    if ruling.relation:
        parts.append(line(f"it is to be read as: {relation(ruling.relation)} {ruling.milestone or ''}"))
    if ruling.quote:
        parts.append(quoted(ruling.quote))
    if ruling.source:
        parts.append(linked(ruling.source))
    if ruling.due:
        parts.append(line(f"Date: “{ruling.due.said}”, {window(ruling.due)}"))
    if ruling.successor:
        parts.append(line(f"In its place: {ruling.successor}"))
    if ruling.caution:
        parts.append(line(doubt(ruling.caution)))
    return listed(parts, "\n")


def _changed(change: Change, quoted_already: set[tuple[date, str]], title: str) -> StoryEntry:
    on = day_of(change.at)
    head = listed([_day(on), line(news_of(change.headline, title), change_style(change) or "bold")], " ")
    under = [line(told, "muted") for told in change.details]
    because = change.because
    if because and (change.at.date(), because.quote) not in quoted_already:
        under += [quoted(because.quote), linked(because.url)]
    said = tuple(Paragraph(_one_line(text), _IN, _QUOTED) for text in under)
    link = safe_link(because.url) if because else None
    return StoryEntry(Block(f"change {change.id}", (Paragraph(head, most=2), *said)), on, link)


def setting_text(setting: Setting | None, weighed: Weighed) -> Text:
    """Return a sentence in its passage, the sentence marked; where it stands in none, what it is."""
    cited = weighed.evidence.document
    where = line(f"{cited.title}, {cited.source}, {day(cited.published_on)}, version {cited.version}", "muted")
    if setting is None:
        return listed([line("It is the title, or its text is no longer held.", "muted"), where], "\n")
    parts = [where]
    if setting.asked:
        parts += [line(f"{setting.asked_by or 'Before that'}:", "bold"), prose(setting.asked, "muted")]
    who = ", ".join(part for part in (setting.speaker, setting.post) if part)
    parts += [line(f"{who}:", "bold")] if who else []
    passage = prose(setting.before).append(_between(setting.before[-1:]))
    passage.append_text(prose(setting.sentence, "bold reverse")).append(_between(setting.after[:1]))
    return listed([*parts, passage.append_text(prose(setting.after)), linked(weighed.evidence.url)], "\n")


def _between(edge: str) -> str:
    """Return what parts a sentence from its neighbours: the end of a paragraph, or a space."""
    return "\n" if edge == "\n" else " " * bool(edge)


def headed(parts: Iterable[tuple[str, Text]]) -> Iterator[Block]:
    """Yield the parts of a page as blocks under their headings, an empty line after each."""
    for heading, body in parts:
        whole = [line(heading, "bold underline"), *body.split("\n", allow_blank=True), Text()]
        yield Block(heading, tuple(Paragraph(text) for text in whole))


def shown(entries: Sequence[StoryEntry], empty: str) -> Iterator[Block]:
    """Yield the heading of the story and its entries; where there are none, why."""
    told = f"Timeline, newest first ({len(entries)})" if entries else empty
    yield Block("Timeline", (Paragraph(line(told, "bold underline")),), stops=not entries)
    yield from (entry.block for entry in entries)


def _one_line(text: Text) -> Text:
    """Return a text with its paragraphs run together."""
    return listed([part for part in text.split("\n") if part.plain.strip()], " ") if "\n" in text.plain else text
