"""Can a person go through what waits for them, blind or not, and is what replay and discover say of use?"""

import shlex
from datetime import date
from pathlib import Path

import pytest

from monitor.model.commitments import EvidencePiece, Register
from monitor.model.errors import UserError
from monitor.registers import examine
from monitor.status.review_queue import Suggestion
from tests import builders as a
from tests.tui.conftest import Call
from tests.tui.test_cli_records import ASKED, PAGE, spool
from tui.review_dialogue import converse, queue_text

SAID = a.answer(
    "We will consult on new kerbs by the end of May. The pothole plan was published today.", date(2025, 3, 4), "1002"
)


@pytest.fixture
def read(bywhen: Call, home: Path) -> Call:
    """The command, with some documents in its state."""
    bywhen("ingest", spool(home / "a.jsonl", [PAGE, ASKED, SAID]))
    return bywhen


def status(bywhen: Call) -> object:
    row = bywhen("status", "--json").shape["commitments"][0]
    return row["status"], row["confirmed"]


def test_without_a_terminal_the_queue_is_printed(read: Call) -> None:
    said = read("review")
    assert said.code == 0
    assert "1 of 1" in said.out
    assert "plan: delivers" in said.out
    assert "What would count as kept: The plan stands on GOV.UK." in said.out


def test_an_answer_by_name_is_recorded_as_a_ruling_with_who_and_why(read: Call) -> None:
    (one,) = read("review", "--json").shape
    said = read("review", "--answer", one["id"], "reject", "--why", "Only a draft.", "--by", "Cy")
    assert said.code == 0
    assert said.out.splitlines() == [
        f"recorded: reject [{one['id']}], by Cy",
        "No suggestion waits for a person's answer.",
    ]
    ruled = read("show", "mend-roads", "--json").shape["rulings"][-1]
    assert (ruled["kind"], ruled["by"], ruled["why"]) == ("reject", "Cy", "Only a draft.")
    assert ruled["piece"] == {"quote": one["quote"], "milestone": one["milestone"]}
    assert read("review", "--answer", one["id"], "accept").code == 2, "it waits no more"


def test_of_two_answers_to_the_same_none_is_recorded(read: Call) -> None:
    (one,) = read("review", "--json").shape
    said = read("review", "--answer", one["id"], "accept", "--answer", one["id"], "reject")
    assert (said.code, "several answers" in said.err) == (2, True)
    assert [s["id"] for s in read("review", "--json").shape] == [one["id"]]


def test_a_relation_put_right_is_what_evidence_shows_from_then_on(read: Call) -> None:
    (one,) = read("review", "--json").shape
    read("review", "--answer", one["id"], "progress", "--by", "Cy")
    assert "progress" in {e["relation"] for e in read("evidence", "--json").shape}
    reasons = [r for e in read("evidence", "--json").shape for r in e["reasons"]]
    assert "Cy set the relation; the rules saw “delivers”" in reasons
    assert (
        read("rule", "relation", "mend-roads", f"gov-uk/{PAGE.key}", "--relation", "delivers", "--why", "x").code == 0
    )
    assert "delivers" in {e["relation"] for e in read("evidence", "--json").shape}
    assert read("rule", "relation", "mend-roads", f"gov-uk/{PAGE.key}", "--why", "x").code == 2


def test_two_judge_blind_and_their_agreement_is_shown(read: Call) -> None:
    assert "No two people" in read("review", "--agreement").out
    (one,) = read("review", "--blind", "Ann", "--json").shape
    before = [read("status", "--json").out, read("show", "mend-roads", "--json").shape["rulings"]]
    read("review", "--blind", "Ann", "--answer", one["id"], "reject")
    assert [read("status", "--json").out, read("show", "mend-roads", "--json").shape["rulings"]] == before
    assert read("review", "--blind", "Ann", "--json").shape == []
    assert read("review", "--blind", "Bo", "--json").shape == [one], "nothing of the first answer can be seen"
    said = read("review", "--blind", "Bo", "--answer", one["id"], "accept", "--json").shape
    assert said["recorded"] == [{"suggestion": one["id"], "answer": "accept", "by": "Bo"}]
    assert (said["waiting"], [pair["kappa"] for pair in said["agreement"]]) == (0, [0.0])
    (pair,) = read("review", "--agreement", "--json").shape
    assert (pair["reviewers"], pair["judged"], pair["alike"], pair["kappa"]) == (["Ann", "Bo"], 1, 0, 0.0)
    assert pair["differ"][0]["answers"] == {"Ann": "reject", "Bo": "accept"}
    assert "Ann reject, Bo accept" in " ".join(read("review", "--agreement").out.split())


def test_of_several_answers_one_of_which_is_none_nothing_is_recorded(read: Call) -> None:
    (one,) = read("review", "--json").shape
    said = read("review", "--answer", one["id"], "reject", "--answer", one["id"], "maybe")
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert [s["id"] for s in read("review", "--json").shape] == [one["id"]]


@pytest.mark.parametrize(
    "words",
    [
        "review --answer nobody accept",
        "review --answer '' accept",
        "review --commitment none",
        "review --commitment ''",
        "review --blind ''",
    ],
)
def test_wrong_use_of_review_is_told(read: Call, words: str) -> None:
    said = read(*shlex.split(words))
    assert (said.code, len(said.asides)) == (2, 2)


def test_a_person_at_a_terminal_is_asked_until_the_answer_is_one() -> None:
    waiting = [Suggestion(f"s{n}", a.commitment(), a.evidence(quote=f"Sentence {n}.")) for n in range(4)]
    typed = iter(["?", "nonsense", "a as I read it", "s", "progress", "q"])
    told: list[str] = []
    taken: list[tuple[str, str, str]] = []

    def take(one: Suggestion, answer: str, why: str) -> None:
        if answer == "nonsense":
            raise UserError("That is no answer.", "Answer one of: accept.")
        taken.append((one.id, answer, why))

    assert converse(waiting, lambda _question: next(typed), told.append, take) == 2
    assert taken == [("s0", "accept", "as I read it"), ("s2", "progress", "")]
    assert any("That is no answer." in said for said in told)
    assert any("skip" in said for said in told)


def test_other_peoples_words_steer_no_terminal_in_the_queue() -> None:
    hostile = a.evidence(quote="\x1b]0;owned\x07 [bold]read\u202e me")
    text = queue_text([Suggestion("s", a.commitment(), hostile)])
    assert not set(text) & set("\x1b\x07\u202e")


def test_replay_finds_that_nothing_differs_and_a_ruling_that_it_does(read: Call) -> None:
    (told,) = read("replay", "--json").shape
    assert (told["differs"], told["no_longer_follows"], told["never_told"]) == (False, [], [])
    assert told["follows"]
    assert "Nothing differs" in read("replay", "--from", "2025-03-01", "--to", "2025-04-01").out
    assert read("replay", "--from", "2025-04-02", "--to", "2025-04-01").code == 2


def test_replay_with_another_register_shows_what_follows_no_longer(read: Call, home: Path) -> None:
    changed = (home / "roads.yaml").read_text(encoding="utf-8").replace("ruling: delivered", "ruling: not-delivered")
    (home / "roads.yaml").write_text(changed.replace("title: [pothole plan]", "title: [other plan]"), encoding="utf-8")
    (told,) = read("replay", "--json").shape
    assert told["differs"]
    assert told["statuses"] != []
    assert "Reported, but no longer follows" in read("replay").out


def test_discover_lists_what_no_register_has_with_an_entry_that_can_be_put_in(read: Call, home: Path) -> None:
    (one,) = read("discover", "--json").shape
    assert one["sentence"] == "We will consult on new kerbs by the end of May."
    assert (one["kind"], one["due"]["latest"], one["document"]["key"]) == ("dated", "2025-05-31", "1002")
    text = (home / "roads.yaml").read_text(encoding="utf-8") + one["entry"]
    assert isinstance(examine(text), Register)
    (home / "roads.yaml").write_text(text, encoding="utf-8")
    assert read("discover", "--json").shape == []
    assert "no undertaking was found" in read("discover", "--since", "2025-06-01").out


def test_discover_without_json_says_where_to_go_on(read: Call) -> None:
    out = read("discover").out
    assert "written-questions/1002" in out
    assert "register new --from" in out


@pytest.mark.parametrize("where", ["written-questions/1002", SAID.url])
def test_a_new_entry_is_drafted_from_a_document_held(read: Call, home: Path, where: str) -> None:
    said = read("register", "new", "--from", where)
    assert said.code == 0
    assert isinstance(examine((home / "roads.yaml").read_text(encoding="utf-8") + said.out), Register)


def test_a_whole_register_is_drafted_from_a_text(bywhen: Call, home: Path) -> None:
    (home / "said.txt").write_text("Our aim: safer harbours by Easter 2026, come what may.", encoding="utf-8")
    words = ("--said-on", "2026-01-05", "--by", "Ada", "--url", a.LINK, "--whole", "harbours")
    said = bywhen("register", "new", "--text", "said.txt", *words)
    found = examine(said.out)
    assert isinstance(found, Register), found
    assert (found.id, found.commitments[0].made_by) == ("harbours", "Ada")


def test_a_draft_of_a_text_says_which_day_was_taken_and_which_dates_were_left_out(bywhen: Call, home: Path) -> None:
    (home / "said.txt").write_text("We will publish a harbour plan by Easter 2023.", encoding="utf-8")
    said = bywhen("register", "new", "--text", "said.txt")
    assert "taken as said today" in said.err
    assert "--said-on" in said.err
    assert "left out of due: “by Easter 2023”" in said.err
    told = bywhen("register", "new", "--text", "said.txt", "--said-on", "2023-01-05")
    assert "due: by Easter 2023" in told.out
    assert "left out" not in told.err
    assert "today" not in told.err


def test_the_check_shows_each_window_and_what_to_look_at_again(bare: Call) -> None:
    said = bare("register", "check", "roads.yaml")
    assert said.code == 0, "what is doubtful can be used all the same"
    assert "mend-roads: “by Easter”: by 20 April 2025, counted from 16 January 2025" in said.out
    assert "money: no date given; only a person's ruling can say that it was delivered" in said.out
    assert "roads.yaml:18: look again: https://hansard.example.org/1 is only a placeholder for an address" in said.out
    shape = bare("register", "check", "roads.yaml", "--json").shape
    assert (shape["sound"], shape["faults"]) == (True, [])
    assert shape["due"][0]["due"]["latest"] == "2025-04-20"
    assert shape["doubts"][0]["line"] == 18


MOVED = ("rule", "moved", "mend-roads", "plan", "--on", "2025-04-22", "--why", "said so", "--due")


@pytest.mark.parametrize("due", ["when pigs fly", "in Sprnig 2026", "by 31 February 2026"])
def test_a_move_to_words_that_give_no_date_is_refused(bywhen: Call, due: str) -> None:
    said = bywhen(*MOVED, due)
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)
    assert "moved" not in {r["kind"] for r in bywhen("show", "mend-roads", "--json").shape["rulings"]}


def test_a_move_says_which_window_was_read_and_from_which_day(bywhen: Call) -> None:
    dated, open_ended = bywhen(*MOVED, "within three months"), bywhen(*MOVED, "in due course")
    assert "“within three months”: by 22 July 2025, counted from 22 April 2025" in " ".join(dated.out.split())
    assert "“in due course”: gives no date, so it can never become overdue" in open_ended.out


@pytest.mark.parametrize(
    "words",
    ["", "--from a/b --text c", "--from nowhere/1", f"--from gov-uk/{PAGE.key}", "--text roads.yaml --post none"],
)
def test_wrong_use_of_register_new_is_told(read: Call, words: str) -> None:
    said = read("register", "new", *words.split())
    assert (said.code, said.out, len(said.asides)) == (2, "", 2)


def test_the_check_tries_the_words_on_what_is_held_and_makes_no_state(read: Call, bare: Call, home: Path) -> None:
    out = read("register", "check", "roads.yaml").out
    assert "Tried on 3 documents held" in out
    assert "mend-roads: 3 match, 0 nearly match" in out
    assert "Tried" not in read("register", "check", "roads.yaml", "--no-fit").out
    assert "fit" not in read("register", "check", "roads.yaml", "--json").shape
    fit = read("register", "check", "roads.yaml", "--json", "--fit").shape["fit"]
    assert (fit["documents"], fit["commitments"][0]["matches"]) == (3, 3)
    assert "Tried" not in bare("--state", "none.sqlite", "register", "check", "roads.yaml").out
    assert not (home / "none.sqlite").exists()


def test_show_counts_the_silence_in_days_and_sitting_days(read: Call) -> None:
    said = read("show", "mend-roads", "--as-of", "2025-03-10")
    assert "Last heard of on 4 March 2025, 6 days ago, 3 sitting days" in " ".join(said.out.split())
    quiet = read("show", "mend-roads", "--as-of", "2025-03-10", "--json").shape["silence"]
    assert quiet == {"since": "2025-03-04", "heard": True, "days": 6, "sitting_days": 3}


def test_a_ruling_on_a_piece_of_evidence_comes_back_whole() -> None:
    from state.json_columns import RULING, packed  # noqa: PLC0415 - the one row this file asks of

    whole = a.ruling(piece=EvidencePiece("A sentence.", None), relation="progress", blind=True)
    assert RULING.validate_python(packed(RULING, whole)) == whole
    old = {k: v for k, v in packed(RULING, whole).items() if k not in ("piece", "relation", "blind")}
    assert RULING.validate_python(old) == a.ruling()
