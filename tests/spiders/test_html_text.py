"""Does published HTML read as the text a person sees?"""

import pytest

from spiders.html_text import folded, plain, speaks_of, unwrapped

WRAPPED = "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk%2Fx%3Fa%3D1&data=05%7C01"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>first</p><p>second</p>", "first\n\nsecond"),
        ("<div>first<div>second</div>third</div>", "first\n\nsecond\n\nthird"),
        ("one<br>two<br/><br/>three", "one\ntwo\n\nthree"),
        ("<p>a\u00a0b&nbsp;c \n d</p><p>\u00a0</p><p>e</p>", "a b c d\n\ne"),
        ("the 10<sup>th</sup> of <strong>May</strong>, <em>surely</em>", "the 10th of May, surely"),
        ("<ul><li>lights</li><li>rails</li></ul>after", "lights\n\nrails\n\nafter"),
        (
            "<table><tr><th>Port</th><th>Year</th></tr><tr><td>Dover</td><td>2026</td></tr></table>",
            "Port Year\nDover 2026",
        ),
        ("<script>alert(1)</script>said<style>p{}</style><!-- unsaid --> aloud", "said aloud"),
        ('state<span class="column-number" data-column-number="9">Column 9</span>ment', "statement"),
        ("<Question>7. <QuestionText>When?</QuestionText> </Question>", "7. When?"),
        ("fish &amp; chips &lt;b&gt;", "fish & chips <b>"),
        ("nul\x00led, \ud800 lone", "nulled, lone"),
        ("  ", ""),
        ("<div>" * 400 + "deep" + "</div>" * 400, "deep"),
    ],
)
def test_blocks_part_paragraphs_and_inline_marks_part_nothing(markup: str, text: str) -> None:
    assert plain(markup) == text


def test_line_breaks_part_paragraphs_only_where_the_source_uses_them_so() -> None:
    assert plain("one\r\n\r\ntwo\nthree", breaks=True) == "one\n\ntwo\nthree"
    assert plain("one\r\n\r\ntwo\nthree") == "one two three"


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        (f"see {WRAPPED}.", "see https://www.gov.uk/x?a=1"),
        ("https://x.safelinks.protection.outlook.com/?data=1", "https://x.safelinks.protection.outlook.com/?data=1"),
        (
            "https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
            "https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)",
        ),
    ],
)
def test_a_link_wrapped_by_outlook_is_freed_when_it_leads_to_a_page(text: str, freed: str) -> None:
    assert unwrapped(text) == freed


@pytest.mark.parametrize(
    ("title", "term", "fits"),
    [
        ("Grooming Gangs: Independent Inquiry", "grooming gangs", True),
        ("Children\u2019s  Homes", "children's homes", True),
        ("Bandgrooming gangsters", "grooming gangs", False),
        ("Anything", "  ", False),
    ],
)
def test_a_title_speaks_of_a_term_in_whole_words(title: str, term: str, fits: bool) -> None:
    assert speaks_of(title, (term,)) is fits


def test_folding_keeps_what_is_inside_words() -> None:
    assert folded(" Anti-Social  Behaviour: (Update), it\u2019s ") == "anti-social behaviour update it's"
