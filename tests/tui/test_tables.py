"""Does the board, and all behind it, read well on stdout: aligned, whole, and harmless?"""

from datetime import date

import pytest

from monitor.model.boards import Board, FlagName, Move, Proof, Row, Status, Stop
from monitor.model.commitments import Link
from monitor.model.evidence import Relation
from monitor.model.sources import Problem, SourceHealth
from tests import builders as a
from tui.commitment_text import dossier_text
from tui.tables import board_text, changes_text, evidence_text, health_text, problem_lines

DAY = date(2031, 6, 16)
STEERING = set("\x1b\x07\x9b\u202e\u2066\r\t")
HOSTILE = "\x1b]0;owned\x07 [/bold][red]x \u202egnp \x9b31m\r\tend"


def rows() -> tuple[Row, ...]:
    long = a.commitment(title="A rapid national audit of every lamp in every lighthouse of the realm")
    dated = a.commitment("keepers", title="Keepers", due=a.due("this summer", date(2031, 8, 31)))
    vague = a.commitment("oil", title="Better oil", due=a.undated("in due course"))
    flags = (a.flag(FlagName.LATE, "late by 61 days"), a.flag(FlagName.UNCONFIRMED))
    return (
        a.row(long, Status.DELIVERED, flags=flags, delivered_on=DAY, days_late=61, last_heard=DAY),
        a.row(dated, flags=(a.flag(FlagName.WINDOW_OPEN),)),
        a.row(vague, flags=(a.flag(FlagName.NO_DATE),)),
        a.row(status=Status.OVERDUE, days_late=61),
    )


def test_problems_alike_are_shown_once_with_their_number() -> None:
    alike = [Problem("hansard", "timeout", "no answer", f"https://example.org/{n}") for n in range(4)]
    assert problem_lines([alike[0], Problem("bills", "dns", "no host"), *alike[1:]]) == [
        "hansard: timeout: no answer (https://example.org/0)",
        "hansard: timeout: 3 more like it",
        "bills: dns: no host",
    ]


def board() -> Board:
    return a.board(*rows(), as_of=DAY)


def sound() -> tuple[SourceHealth, ...]:
    return (a.health("hansard", reach=DAY), a.health("written-questions", reach=DAY))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "said",
    [
        "Board on 16 June 2031",
        "lamp-report",
        "“within three months”",
        "61 days late",
        "76 days left",
        "window open",
        "“in due course”",
        "16 Jun 2031",
        "4 commitments: 1 delivered, 1 overdue, 2 pending.",
    ],
)
@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_board_says_status_words_window_lateness_flags_and_last_heard(width: int, said: str) -> None:
    assert said in words(board_text(board(), sound(), width=width))


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 200])
def test_the_board_fits_the_width_it_is_given(width: int) -> None:
    assert max(len(line) for line in board_text(board(), sound(), width=width).splitlines()) <= width


def test_the_columns_of_the_board_stand_under_their_headings() -> None:
    _, _, head, rule, *lines = board_text(board(), sound()).splitlines()
    for name, text in (("Commitment", "Keepers"), ("Due", "“this summer”"), ("Last heard", "nothing found")):
        line = next(line for line in lines if "Keepers" in line)
        assert line.index(text) == head.index(name)
        assert rule[head.index(name)] == "-"


def test_a_board_of_sound_sources_has_no_warning() -> None:
    text = board_text(board(), sound())
    assert "Not all sources" not in text
    assert "nothing found" in words(text)


def test_a_source_not_read_to_the_day_is_told_under_the_board() -> None:
    health = (a.health("hansard", reach=date(2031, 6, 1), failures=2), a.health("gov-uk", reach=None, tried_at=None))
    text = board_text(board(), health)
    assert "Not all sources were read to 16 June 2031" in text
    assert "hansard: read to 1 June 2031; 2 tries failed since" in text
    assert "gov-uk: not looked at yet" in text


def test_a_failure_is_told_under_the_board_of_its_day_and_under_no_earlier_one() -> None:
    failing = a.health("hansard", reach=DAY, tried_at=a.at(DAY, 21), failures=1)
    today, past = (board_text(a.board(a.row(), as_of=day), (failing,)) for day in (DAY, date(2031, 5, 1)))
    assert "All sources were read to 16 June 2031, but some have not answered since:" in today
    assert "hansard: read to 16 June 2031; 1 try failed since" in today
    assert "hansard" not in past


def test_a_board_nobody_looked_for_never_reads_as_nothing_done() -> None:
    text = words(board_text(a.board(a.row()), (), width=200))
    assert "not looked at yet" in text
    assert "does not mean that nothing was done" in text
    assert "nothing found" not in text


def test_there_is_no_colour_unless_asked_and_words_say_the_same() -> None:
    plain = board_text(board(), sound())
    coloured = board_text(board(), sound(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31;1moverdue\x1b[0m" in coloured
    for code in ("\x1b[31;1m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == plain


def test_changes_show_the_day_in_london_both_sides_and_the_proof() -> None:
    change = a.change(at=a.at(date(2031, 6, 15), 23), because=a.because())
    text = changes_text([a.told(change)])
    assert text.startswith("16 Jun 2031  Overdue: a report on the lamps\n")
    assert "pending → overdue" in text
    assert f"“The lamp report was published today.”\n             {a.LINK}\n" in text


def test_a_change_without_sides_says_its_kind() -> None:
    text = changes_text([a.told(a.change("announces", before=None, after=None))])
    assert "lamp-report: announces" in text
    assert "nothing" not in text


def test_no_changes_are_no_promise_that_nothing_changed() -> None:
    assert changes_text([]) == "No change was found in what has been read.\n"


def test_evidence_shows_relation_strength_sentence_link_reasons_and_ruling() -> None:
    accepted = a.weighed(a.evidence(strength=0.824), "accepted")
    asked = a.weighed(a.evidence(Relation.ASKS_ABOUT, milestone=None))
    text = evidence_text([accepted, a.weighed(), asked])
    assert "lamp-report/report: delivers, strength 82%, accepted by a person" in text
    assert "90%, not checked by a person" in text
    assert "lamp-report: asks about it, strength 90%, nothing in it to check" in text
    assert "Why: names the lamp report; says it was published" in text
    assert "\n    https://questions-statements.parliament.uk/written-questions/detail/2031-06-10/q1\n" in text


def test_no_evidence_is_not_nothing_done() -> None:
    assert "does not mean that nothing was done" in evidence_text([])


def test_health_tells_each_source_and_its_problems() -> None:
    seen = Problem("gov-uk", "timeout", "no answer in 60 s", "https://www.gov.uk/x")
    health = (a.health(reach=DAY), a.health("gov-uk", reach=None, tried_at=None, problems=(seen,)))
    text = health_text(health, {"hansard": 1234})
    assert "1,234" in text
    assert "never" in text
    assert "gov-uk: timeout: no answer in 60 s (https://www.gov.uk/x)" in text


def hostile_row() -> Row:
    made = a.commitment(
        HOSTILE,
        title=HOSTILE,
        words=HOSTILE,
        made_by=HOSTILE,
        caution=HOSTILE,
        post=a.post((HOSTILE, date(2031, 2, 1), None), title=HOSTILE),
        said_in=(Link(HOSTILE, "javascript:x"), Link(HOSTILE, f"https://x.example/{HOSTILE}")),
        due=a.due(HOSTILE, rule=HOSTILE),
        milestones=(a.milestone(HOSTILE, title=HOSTILE, expect=a.expectation(HOSTILE)),),
    )
    proof = Proof(on=DAY, known_on=DAY, confirmed=True, quote=HOSTILE, url=HOSTILE, by=HOSTILE, caution=HOSTILE)
    moves = (Move(DAY, a.due(HOSTILE), HOSTILE, HOSTILE),)
    rows = (a.milestone_row(made.milestones[0], Status.OVERDUE, proof=proof, moves=moves, stale=(HOSTILE,)),)
    stop = Stop(DAY, HOSTILE, HOSTILE, HOSTILE, HOSTILE, confirmed=False)
    return a.row(
        made,
        Status.OVERDUE,
        flags=(a.flag(FlagName.STALE, HOSTILE, HOSTILE, said=HOSTILE),),
        milestones=rows,
        stop=stop,
    )


@pytest.mark.parametrize("width", [60, 100])
def test_no_steering_character_and_no_unsafe_link_reaches_the_terminal(width: int) -> None:
    row = hostile_row()
    change = a.change(
        headline=HOSTILE, before=HOSTILE, after=HOSTILE, commitment=HOSTILE, because=a.because(HOSTILE, HOSTILE)
    )
    document = a.citation(a.document(title=HOSTILE, source=HOSTILE))
    found = a.evidence(document=document, commitment=HOSTILE, milestone=HOSTILE, quote=HOSTILE, reasons=(HOSTILE,))
    ruling = a.ruling(by=HOSTILE, why=HOSTILE, quote=HOSTILE, source=HOSTILE, caution=HOSTILE, successor=HOSTILE)
    health = (a.health(HOSTILE, reach=None, problems=(Problem(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)),)
    dossier = a.dossier(row, evidence=(a.weighed(found, HOSTILE),), rulings=(ruling,), changes=(change,))
    printed = (
        board_text(a.board(row), health, width=width),
        changes_text([a.told(change)], width=width),
        evidence_text([a.weighed(found)], width=width),
        health_text(health, width=width),
        dossier_text(dossier, DAY, health, width=width),
    )
    assert all(not set(text) & STEERING for text in printed)
    assert all("javascript:" not in text for text in printed)
