"""Which departments does each service know, by which names, and which took the place of another?

Two lists: the organisations of GOV.UK, by the names in their addresses, and the answering bodies of Parliament, by
their numbers. A name that a service does not know finds nothing there, and nothing found must not read as nothing said.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from monitor.model.errors import UserError
from monitor.model.sources import GOV_UK


@dataclass(frozen=True, slots=True)
class AnsweringBody:
    """A body that answers questions in Parliament: its number there, its name there, and other names for it.

    `now`: the numbers of those that took its place, where it answers no more.
    """

    number: int
    name: str
    also: tuple[str, ...] = ()
    now: tuple[int, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called in a configuration: as GOV.UK names the organisation, or as Parliament does."""
        plain = self.name.casefold().replace("'", "").replace(",", "")
        return tuple(dict.fromkeys((*self.also, "-".join(plain.split()))))


ANSWERING_BODIES = (
    AnsweringBody(1, "Home Office"),
    AnsweringBody(2, "Scotland Office", ("office-of-the-secretary-of-state-for-scotland",)),
    AnsweringBody(
        7,
        "Ministry of Housing, Communities and Local Government",
        ("ministry-of-housing-communities-local-government", "department-for-communities-and-local-government"),
    ),
    AnsweringBody(9, "Church Commissioners"),
    AnsweringBody(
        10, "Department for Digital, Culture, Media and Sport", ("department-for-digital-culture-media-sport",), (217,)
    ),
    AnsweringBody(11, "Ministry of Defence"),
    AnsweringBody(
        13, "Department for Environment, Food and Rural Affairs", ("department-for-environment-food-rural-affairs",)
    ),
    AnsweringBody(14, "Treasury", ("hm-treasury",)),
    AnsweringBody(17, "Department of Health and Social Care", ("department-of-health",)),
    AnsweringBody(18, "House of Commons Commission"),
    AnsweringBody(21, "Northern Ireland Office"),
    AnsweringBody(23, "Prime Minister", ("prime-ministers-office-10-downing-street",)),
    AnsweringBody(24, "Public Accounts Commission"),
    AnsweringBody(27, "Department for Transport"),
    AnsweringBody(28, "Wales Office", ("office-of-the-secretary-of-state-for-wales",)),
    AnsweringBody(29, "Department for Work and Pensions", ("department-for-work-pensions",)),
    AnsweringBody(31, "Women and Equalities", ("office-for-equality-and-opportunity", "government-equalities-office")),
    AnsweringBody(34, "Leader of the House", ("office-of-the-leader-of-the-house-of-commons",)),
    AnsweringBody(36, "Speaker's Committee on the Electoral Commission"),
    AnsweringBody(53, "Cabinet Office"),
    AnsweringBody(54, "Ministry of Justice"),
    AnsweringBody(57, "Minister without Portfolio"),
    AnsweringBody(60, "Department for Education"),
    AnsweringBody(88, "Attorney General", ("attorney-generals-office",)),
    AnsweringBody(90, "Speaker's Committee for the Independent Parliamentary Standards Authority"),
    AnsweringBody(91, "Members Estimate Committee"),
    AnsweringBody(92, "Leader of the House of Lords", ("office-of-the-leader-of-the-house-of-lords",)),
    AnsweringBody(200, "Chairman of Committees", now=(204,)),
    AnsweringBody(201, "Department for Business, Energy and Industrial Strategy", now=(214, 215, 216)),
    AnsweringBody(202, "Department for International Trade", now=(214,)),
    AnsweringBody(204, "Senior Deputy Speaker"),
    AnsweringBody(206, "Lord Speaker"),
    AnsweringBody(207, "Parliamentary Works Sponsor Body", now=(213,)),
    AnsweringBody(208, "Foreign, Commonwealth and Development Office", ("foreign-commonwealth-development-office",)),
    AnsweringBody(211, "Department for Levelling Up, Housing and Communities", now=(7,)),
    AnsweringBody(213, "Restoration and Renewal Client Board"),
    AnsweringBody(214, "Department for Business and Trade"),
    AnsweringBody(215, "Department for Energy Security and Net Zero"),
    AnsweringBody(216, "Department for Science, Innovation and Technology"),
    AnsweringBody(217, "Department for Culture, Media and Sport"),
)
"""All that answer, or did in this Parliament or the last: the service's own list, as the House of Commons Library keeps
it (members-api.parliament.uk/api/Reference/AnsweringBodies; the numbers of those seen in answers were compared)."""

BODIES: Mapping[str, AnsweringBody] = MappingProxyType({name: body for body in ANSWERING_BODIES for name in body.names})
_BY_NUMBER = MappingProxyType({body.number: body for body in ANSWERING_BODIES})


@cache
def organisations() -> Mapping[str, tuple[str, ...]]:
    """Return the organisations of GOV.UK that are shipped; to each, those that took its place, where it is no more."""
    lines = files("spiders").joinpath("organisations.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" > ") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({name: tuple(now.split()) for name, _, now in rows})


def numbers(names: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers by which Parliament knows departments; KeyError for a name that is none."""
    return tuple(dict.fromkeys(n for name in names for n in (BODIES[name].number, *BODIES[name].now)))


def body_name(number: int) -> str:
    """Return what Parliament calls an answering body; its number where we know no name."""
    return _BY_NUMBER[number].name if number in _BY_NUMBER else f"answering body {number}"


def answers_no_more(number: int) -> bool:
    """Return whether other bodies took the place of an answering body."""
    return number in _BY_NUMBER and bool(_BY_NUMBER[number].now)


def replaced(organisation: str) -> bool:
    """Return whether an organisation is known to be no more: it may have nothing, or only what is old."""
    return bool(organisations().get(organisation))


@dataclass(frozen=True, slots=True)
class Directory:
    """The departments that can be named: those shipped, and the organisations that GOV.UK has named since.

    `address`: where they were asked for, `fetched_on`: when; None where nobody asked yet.
    """

    fetched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    address: str = ""
    fetched_on: date | None = None

    def knows(self, source: str, name: str) -> bool:
        """Return whether a source can be asked for a department."""
        return name in (self._organisations if source == GOV_UK else BODIES)

    def followed(self, source: str, named: Iterable[str]) -> tuple[str, ...]:
        """Return the departments to ask for: those named, and those that took their place. UserError for an unknown."""
        found: dict[str, None] = {}
        for name in named:
            if not self.knows(source, name):
                raise self._unknown(source, name)
            found |= dict.fromkeys(self._heirs(name) if source == GOV_UK else (name,))
        return tuple(found)

    @property
    def _organisations(self) -> Mapping[str, tuple[str, ...]]:
        return {**organisations(), **self.fetched}

    def _heirs(self, name: str) -> tuple[str, ...]:
        """Return an organisation and, step by step, what took its place; a circle ends where it began."""
        known, found, left = self._organisations, dict[str, None](), [name]
        while left:
            one = left.pop(0)
            if one not in found:
                found[one] = None
                left += known.get(one, ())
        return tuple(found)

    def _unknown(self, source: str, name: str) -> UserError:
        known = self._organisations if source == GOV_UK else BODIES
        kind = "organisation of GOV.UK" if source == GOV_UK else "answering body"
        spelt = "-".join(re.findall("[a-z0-9]+", name.lower()))
        short = [one for one in known if "".join(word[0] for word in one.split("-") if word) == spelt]
        near = short or difflib.get_close_matches(spelt, known, 3, 0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else f'write ["all"], or {_WHERE[source == GOV_UK]}'
        return UserError(f"{source}: no {kind} is called “{name}”", hint)


_WHERE = (
    f"one of: {', '.join(body.names[0] for body in ANSWERING_BODIES if not body.now)}",
    "its name as it stands in the address of its page below https://www.gov.uk/government/organisations",
)
