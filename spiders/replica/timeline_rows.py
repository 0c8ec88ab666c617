"""How do rows of the timeline become happenings? One reader for each kind of row."""

from datetime import timedelta

from spiders.replica.happenings import (
    LOCATIONS,
    Attachment,
    ChildPage,
    Debate,
    Edition,
    Ending,
    Member,
    Page,
    Question,
    Sitting,
    Speech,
    Statement,
    Step,
)
from spiders.replica.row_fields import RowFields, wrong

STEPS = ("answer", "holding", "correction", "edit", "transfer", "reword", "withdraw")
ENDINGS = ("withdrawn", "gone", "redirect")
HOLDING = (
    "The department has indicated that it will not be possible to answer this question within the usual "
    "time period. An answer is being prepared and will be provided as soon as it is available."
)


def member(row: RowFields) -> Member:
    """Return a member; `listed` is made from the name where it is not given."""
    name = row.text("name")
    first, _, last = name.rpartition(" ")
    return Member(
        id=row.number("id"),
        name=name,
        listed=row.text("listed", f"{last}, {first}"),
        party=row.text("party", "Labour"),
        short=row.text("short", "Lab"),
        seat=row.text("seat"),
    )


def question(row: RowFields) -> Question:
    """Return a question, its steps oldest first; it is due three days after tabling unless the row says."""
    tabled = row.day("tabled")
    number = row.number("id")
    made = Question(
        id=number,
        uin=row.text("uin", str(number % 1_000_000)),
        house=row.text("house", "Commons"),
        tabled=tabled,
        due=row.day("due", tabled + timedelta(days=3)),
        body=row.text("body", "Home Office"),
        by=row.number("by"),
        heading=row.text("heading"),
        text=row.text("text"),
        named_day=row.flag("named-day"),
        grouped=row.texts("grouped"),
        attachments=row.rows("attachments", _attachment),
        steps=row.rows("steps", _step),
    )
    if list(made.steps) != sorted(made.steps, key=lambda s: s.on) or any(s.on < tabled for s in made.steps):
        raise wrong(row.where, "steps are not in order, or begin before the question was tabled")
    return made


def _attachment(row: RowFields) -> Attachment:
    return Attachment(row.text("title"), row.text("kind", "application/pdf"), row.number("size", 48_213))


def _step(row: RowFields) -> Step:
    kind = row.text("kind", "answer")
    if kind not in STEPS:
        raise wrong(row.where, f"kind is none of {', '.join(STEPS)}")
    text = row.maybe("text") or (HOLDING if kind == "holding" else None)
    if text is None and kind not in ("transfer", "withdraw"):
        raise wrong(row.where, "text is missing")
    by = row.number("by", 0) or None
    return Step(on=row.day("on"), kind=kind, text=text, by=by, body=row.maybe("body"))


def statement(row: RowFields) -> Statement:
    """Return a written statement."""
    return Statement(
        id=row.number("id"),
        uin=row.text("uin"),
        lords=row.maybe("lords"),
        made=row.day("made"),
        body=row.text("body", "Home Office"),
        by=row.number("by"),
        role=row.text("role"),
        title=row.text("title"),
        text=row.text("text"),
        links=row.rows("links", lambda link: (link.number("id"), link.text("kind", "CorrectedStatement"))),
    )


def page(row: RowFields) -> Page:
    """Return a page with its editions, the first of them its publication."""
    first = Edition(row.day("published"), "First published.", None, row.text("body"))
    return Page(
        path=_path(row),
        kind=row.text("kind"),
        title=row.text("title"),
        description=row.text("description"),
        organisations=row.texts("organisations") or ("home-office",),
        editions=(first, *row.rows("updates", _edition)),
        children=row.rows("html", lambda child: _child(child, first)),
        files=row.texts("files"),
        documents=row.texts("documents"),
        ending=row.one("ending", _ending),
        prefix=row.flag("prefix"),
    )


def _path(row: RowFields) -> str:
    path = row.text("path")
    if not path.startswith("/"):
        raise wrong(row.where, "path does not begin with /")
    return path


def _edition(row: RowFields) -> Edition:
    return Edition(row.day("on"), row.maybe("note"), row.maybe("title"), row.maybe("body"))


def _child(row: RowFields, parent: Edition) -> ChildPage:
    first = Edition(row.day("published", parent.on), "First published.", None, row.text("body"))
    return ChildPage(_path(row), row.text("title"), (first, *row.rows("updates", _edition)))


def _ending(row: RowFields) -> Ending:
    kind = row.text("kind")
    if kind not in ENDINGS:
        raise wrong(row.where, f"kind is none of {', '.join(ENDINGS)}")
    return Ending(kind, row.day("on"), row.text("explanation", ""), row.text("to", ""))


def debate(row: RowFields) -> Debate:
    """Return a debate; the Commons sat unless the row says otherwise."""
    house, section = row.text("house", "Commons"), row.text("section", "Debate")
    if (house, section) not in LOCATIONS:
        raise wrong(row.where, f"the {house} have no section {section}")
    return Debate(
        id=row.text("id"),
        on=row.day("on"),
        title=row.text("title"),
        tag=row.text("tag", "hs_2cStatement"),
        section=section,
        under=row.texts("under"),
        column=row.number("column"),
        speeches=row.rows("speeches", _speech),
        house=house,
    )


def _speech(row: RowFields) -> Speech:
    return Speech(
        by=row.number("by"),
        said_as=row.maybe("as"),
        text=row.text("text"),
        tag=row.text("tag", "hs_Para"),
        uin=row.maybe("uin"),
        refers=row.maybe("refers"),
    )


def sitting(row: RowFields) -> Sitting:
    """Return weeks of sitting."""
    return Sitting(row.day("since"), row.day("until"))
