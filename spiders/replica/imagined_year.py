"""What was published when, in the year the replica imagines? A YAML file, read strictly."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from monitor.model.errors import UserError
from monitor.registers.yaml_parsing import parse
from spiders.replica import routine
from spiders.replica.happenings import Debate, Member, Page, Question, Sitting, Statement
from spiders.replica.proceedings import DaysAway, ImaginedBill, Published, away, bill, published
from spiders.replica.routine import Routine
from spiders.replica.row_fields import HINT, RowFields
from spiders.replica.timeline_rows import debate, member, page, question, sitting, statement

PACKAGED = Path(__file__).with_name("timeline.yaml")
"""The year that comes with the product."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that is ever published in it; each thing knows its own days. Empty where nothing is given."""

    members: tuple[Member, ...] = ()
    questions: tuple[Question, ...] = ()
    statements: tuple[Statement, ...] = ()
    pages: tuple[Page, ...] = ()
    debates: tuple[Debate, ...] = ()
    days: tuple[date, ...] = ()
    published: tuple[Published, ...] = ()
    bills: tuple[ImaginedBill, ...] = ()
    away: tuple[DaysAway, ...] = ()

    def member(self, wanted: int) -> Member | None:
        """Return the member of that id, None where the timeline names none."""
        return next((m for m in self.members if m.id == wanted), None)


def load(path: Path = PACKAGED) -> Timeline:
    """Return the timeline a file holds; raise UserError where it can't be read or is not one."""
    fields = RowFields.of(path.name, _parsed(path))
    fields.text("about", "")
    ordinary = fields.one("routine", routine.routine) or Routine()
    days = _days(fields.rows("sittings", sitting))
    told = Timeline(
        members=fields.rows("members", member),
        questions=(*fields.rows("written-questions", question), *routine.questions(ordinary, days)),
        statements=fields.rows("written-statements", statement),
        pages=(*fields.rows("gov-uk", page), *routine.pages(ordinary, days)),
        debates=(*fields.rows("hansard", debate), *routine.debates(ordinary, days)),
        days=days,
        published=fields.rows("committees", published),
        bills=fields.rows("bills", bill),
        away=fields.rows("recesses", away),
    )
    fields.done()
    _once(told)
    return told


def _parsed(path: Path) -> object:
    try:
        parsed = parse(path.read_text(encoding="utf-8"))
    except OSError as trouble:
        raise UserError(f"can't read {path}: {trouble.strerror}", HINT) from None
    except UnicodeDecodeError as trouble:
        raise UserError(f"{path} is not YAML: {' '.join(str(trouble).split())}", HINT) from None
    if parsed.faults:
        first = parsed.faults[0]
        raise UserError(f"{path}, line {first.line}: {first.what}", HINT)
    return parsed.tree


def _days(weeks: tuple[Sitting, ...]) -> tuple[date, ...]:
    spans = ((w.since + timedelta(days=n) for n in range((w.until - w.since).days + 1)) for w in weeks)
    return tuple(sorted({day for span in spans for day in span if day.weekday() < 4}))  # Monday to Thursday


def _once(told: Timeline) -> None:
    """Raise UserError where a key stands twice: the sources never give one key to two things."""
    keys = [
        *(("member", m.id) for m in told.members),
        *(("written question", q.id) for q in told.questions),
        *(("written question", (q.tabled, q.uin)) for q in told.questions),
        *(("written statement", s.id) for s in told.statements),
        *(("page", p.path) for p in told.pages),
        *(("page", c.path) for p in told.pages for c in p.children),
        *(("debate", d.id) for d in told.debates),
        *(("publication", p.id) for p in told.published),
        *(("bill", b.id) for b in told.bills),
        *(("stage", s.id) for b in told.bills for s in b.steps),
    ]
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            raise UserError(f"timeline: {key[0]} {key[1]} stands twice", HINT)
        seen.add(key)
