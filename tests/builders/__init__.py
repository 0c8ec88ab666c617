"""Which values do tests build again and again? One factory each; keyword arguments with sound defaults."""

from tests.builders.boards import board, dossier, flag, milestone_row, row
from tests.builders.news import because, change, health, told
from tests.builders.papers import citation, document, evidence, version, weighed
from tests.builders.promises import (
    LINK,
    SAID,
    at,
    commitment,
    due,
    expectation,
    milestone,
    post,
    register,
    ruling,
    undated,
)

__all__ = [
    "LINK",
    "SAID",
    "at",
    "because",
    "board",
    "change",
    "citation",
    "commitment",
    "document",
    "dossier",
    "due",
    "evidence",
    "expectation",
    "flag",
    "health",
    "milestone",
    "milestone_row",
    "post",
    "register",
    "row",
    "ruling",
    "told",
    "undated",
    "version",
    "weighed",
]
