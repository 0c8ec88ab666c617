"""In which words is it told why a claim shows a relation?"""

from monitor.judging.comparison import ComparedClaim
from monitor.model.evidence import Relation

_SAYS = {
    "done": "says that it is done",
    "part-done": "says that a part or a step of it is done",
    "under-way": "says that it is being worked on",
    "late": "says that it is late",
    "refused": "says that something of it is refused",
    "replaced": "says that another thing takes its place",
    "named": "names it",
}
_TIMES = {
    "first time": "gives a first time for it",
    "later": "gives a later time than was promised",
    "may be later": "gives a time that may end later than was promised",
    "nearer": "gives a nearer time than was promised",
    "same time": "gives the time that was promised",
    "after an event": "gives an event, and no day",
    "in due course": "gives no time where one was promised",
    "soon": "says soon, and no day",
}


_WILL = {"firm": "says that it will be", "aim": "says that it is intended", "vague": "says that it is being considered"}


def why(by: ComparedClaim, relation: Relation) -> str:
    """Return in words why a claim shows a relation: what it says, with its time beside the record."""
    if relation is Relation.MENTIONS_ONLY:
        return "brings no news of it"
    said = _WILL[by.claim.firm] if by.claim.firm else _SAYS[by.claim.says or "named"]
    times = _TIMES if "dated" in by.facts else _TIMES | {"in due course": "gives no time"}
    held = next((words for fact, words in times.items() if fact in by.facts), None)
    return f"{said}, {held}" if held and relation is not Relation.PROGRESS else said
