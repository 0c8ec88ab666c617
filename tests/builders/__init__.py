"""Which values do tests build again and again? One factory each; keyword arguments with sound defaults."""

from tests.builders.boards import board, dossier, flag, milestone_row, row
from tests.builders.news import because, change, health, told
from tests.builders.newsroom import Newsroom, coverage, facts, harvest
from tests.builders.papers import answer, citation, document, evidence, speech, version, weighed
from tests.builders.promises import (
    LINK,
    SAID,
    at,
    commitment,
    due,
    expectation,
    milestone,
    page_expected,
    post,
    register,
    ruling,
    undated,
)

__all__ = [
    "LINK",
    "SAID",
    "Newsroom",
    "answer",
    "at",
    "because",
    "board",
    "change",
    "citation",
    "commitment",
    "coverage",
    "document",
    "dossier",
    "due",
    "evidence",
    "expectation",
    "facts",
    "flag",
    "harvest",
    "health",
    "milestone",
    "milestone_row",
    "page_expected",
    "post",
    "register",
    "row",
    "ruling",
    "speech",
    "told",
    "undated",
    "version",
    "weighed",
]
