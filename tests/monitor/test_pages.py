"""Are the published pages whole, linked to each other, and harmless?"""

import re
from datetime import date

from monitor.model.boards import Move, Proof, Status, Stop
from monitor.model.commitments import Link
from monitor.reports.pages import commitment_page, index_page, page_name
from tests import builders as a

DAY = date(2031, 6, 16)


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


def test_the_index_links_to_every_commitment_and_to_the_feeds() -> None:
    board = a.board(a.row(), a.row(a.commitment("keepers")), as_of=DAY)
    page = index_page(board, [a.told()], (a.health(reach=DAY),), [("RSS", "feed.xml"), ("calendar", "deadlines.ics")])
    pages = ["commitment-lamp-report.html", "commitment-keepers.html"]
    assert links(page)[:5] == ["feed.xml", "feed.xml", "deadlines.ics", *pages]
    assert '<link rel="alternate" type="application/rss+xml" href="feed.xml">' in page
    assert "Overdue: a report on the lamps" in page


def test_the_index_shows_the_board_first_and_the_newest_of_the_news() -> None:
    news = [a.told(a.change(named=f"c{n}", headline=f"Thing no. {n:02}.")) for n in range(60)]
    page = index_page(a.board(a.row(status=Status.OVERDUE), as_of=DAY), news, (a.health(reach=DAY),))
    assert re.findall(r"<h2>(.*?)</h2>", page)[:4] == ["In short", "All commitments", "Overdue", "What changed"]
    assert re.findall(r"<li><p>Thing no\. (\d+)", page) == [f"{n:02}" for n in range(59, 9, -1)]
    assert "The 50 of 60 that were told last" in page


def test_on_a_narrow_screen_each_cell_still_tells_its_column() -> None:
    page = index_page(a.board(a.row(), as_of=DAY), [], ())
    cells = re.findall(r'<td data-name="([^"]*)">', page)
    assert cells == re.findall(r'<th scope="col">([^<]*)</th>', page)[1:]


def test_a_commitments_page_says_who_holds_the_post_now() -> None:
    assert "now held" not in commitment_page(a.dossier(), DAY)
    assert "The post is now held by Ben Field" in commitment_page(a.dossier(), date(2031, 10, 1))


def test_a_page_shows_promise_moves_proof_rulings_evidence_and_history() -> None:
    move = Move(date(2031, 4, 28), a.due("later in May", date(2031, 5, 31)), "It will come later.", a.LINK)
    proof = Proof(on=DAY, known_on=DAY, confirmed=False, quote="It is out.", url=a.LINK, by="the page expected")
    rows = (a.milestone_row(status=Status.DELIVERED, days_late=61, moves=(move,), proof=proof, stale=("why",)),)
    stop = Stop(DAY, "superseded", "new-lamps", None, None, confirmed=True)
    row = a.row(status=Status.DELIVERED, delivered_on=DAY, days_late=61, milestones=rows, stop=stop)
    dossier = a.dossier(row, evidence=(a.weighed(),), rulings=(a.ruling(due=a.due()),), changes=(a.change(),))
    page = commitment_page(dossier, DAY, (a.health(reach=date(2031, 6, 1)),))
    for said in (
        "delivered, 61 days late, on 16 June 2031 (not checked by a person)",
        "We will publish a report on the lamps within three months.",
        "45 days after the day first promised",
        "It will come later.",
        "not checked by a person: the page expected",
        "Clock stopped on 16 June 2031: replaced by new-lamps",
        "by C. Clerk",
        "delivers, strength 90%, not checked by a person",
        "Overdue: a report on the lamps",
        "hansard: read to 1 June 2031",
        "Open Parliament Licence v3.0",
    ):
        assert said in page
    assert links(page)[0] == "index.html"


def test_a_page_without_evidence_says_whether_anybody_looked() -> None:
    assert "Not looked at yet: no source has been read." in commitment_page(a.dossier(), DAY)
    assert "<p>Nothing found.</p>" in commitment_page(a.dossier(), DAY, (a.health(reach=DAY),))


def test_a_page_name_is_a_plain_file_name_whatever_the_id() -> None:
    assert page_name("lamp-report") == "commitment-lamp-report.html"
    assert page_name("../../etc/Passwd\x00 x") == "commitment-etc-passwd-x.html"


def test_hostile_text_is_no_markup_on_a_page() -> None:
    evil = "<script>x</script>\"'>\x1b\u202e"
    made = a.commitment(evil, title=evil, words=evil, made_by=evil, said_in=(Link(evil, "javascript:x"),))
    found = a.evidence(quote=evil, url="javascript:x", reasons=(evil,))
    page = commitment_page(a.dossier(a.row(made), evidence=(a.weighed(found, evil),)), DAY)
    assert "<script" not in page
    assert links(page) == ["index.html"]
    assert not set(page) & set("\x1b\u202e")
