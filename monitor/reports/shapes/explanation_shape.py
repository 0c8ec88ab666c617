"""How does the explanation of a document stand in JSON? Every key of `explain --json` is written here."""

from collections.abc import Mapping, Sequence

from monitor.deadlines import Dated
from monitor.judging.claims.weights import WHOLE
from monitor.judging.explaining.door_answers import Answer, DoorOfMilestone
from monitor.judging.explaining.explanation import Explained, PartRead, Says, SentenceRead
from monitor.judging.explaining.fact_wording import fact_in_words
from monitor.judging.explaining.feature_wording import feature_in_words
from monitor.model.commitments import Commitment
from monitor.model.documents import Version
from monitor.model.dossiers import Weighed
from monitor.model.evidence import Evidence
from monitor.reports.shapes.board_shapes import weighed_shape
from monitor.reports.shapes.json_values import Shape, day, due


def explanation_shape(version: Version, explained: Sequence[Explained]) -> Shape:
    """Return what `explain --json` prints; chances are shares of 1, weights natural logarithms of odds."""
    document = version.document
    return {
        "document": {
            "source": document.source,
            "key": document.key,
            "version": version.number,
            "url": document.url,
            "title": document.title,
            "published_on": document.published_on.isoformat(),
            "since": version.since.isoformat(),
        },
        "commitments": [_explained(one) for one in explained],
    }


def _explained(one: Explained) -> Shape:
    return {
        **_record(one.commitment),
        "parts": [_part(part) for part in one.parts],
        "evidence": [_evidence(piece) for piece in one.evidence],
    }


def _record(commitment: Commitment) -> Shape:
    return {
        "id": commitment.id,
        "title": commitment.title,
        "words": commitment.words,
        "made_on": commitment.made_on.isoformat(),
        "due": due(commitment.due),
        "milestones": [
            {"id": m.id, "title": m.title, "step": m.step, "due": due(m.due), "expected": m.expect.what}
            for m in commitment.milestones
        ],
    }


def _part(part: PartRead) -> Shape:
    return {
        "found_by": list(part.match.reasons),
        "strength": part.match.strength,
        "sentences": [_sentence(one) for one in part.sentences],
        "left_out": part.left_out,
        "unheard": part.unheard,
        "doors": [_door(one) for one in part.doors],
        "likely": _shares(part.likely),
    }


def _sentence(one: SentenceRead) -> Shape:
    mention = one.mention
    return {
        "number": one.number,
        "role": mention.role,
        "text": mention.text,
        "kind": mention.kind,
        "points": mention.points,
        "claim": _claim(one.claim) if one.claim else None,
    }


def _claim(claim: Says) -> Shape:
    return {
        "says": claim.says,
        "firm": claim.firm,
        "when": _when(claim.when),
        "chances": _shares(claim.chances),
        "weighed_for": claim.weighed_for,
        "weighed": [
            {"feature": name, "words": feature_in_words(name), "weight": weight / WHOLE}
            for name, weight in claim.weighed
        ],
        "taken_back": [{"says": says, "rule": back.rule, "why": back.why} for says, back in claim.taken_back.items()],
        "milestone": claim.milestone,
        "facts": [{"fact": fact, "words": fact_in_words(fact)} for fact in claim.facts],
    }


def _when(when: Dated | None) -> Shape | None:
    if when is None:
        return None
    return {"said": when.phrase, "earliest": day(when.earliest), "latest": day(when.latest), "rule": when.rule}


def _door(door: DoorOfMilestone) -> Shape:
    return {
        "milestone": door.milestone.id,
        **_answer(door.answer),
        "others": [_answer(other) for other in door.others],
    }


def _answer(answer: Answer) -> Shape:
    return {
        "opened": answer.opened,
        "rule": answer.rule,
        "why": answer.why,
        "sentence": answer.sentence,
        "on": day(answer.on),
    }


def _evidence(piece: Evidence) -> Shape:
    """Return a piece as `evidence --json` has it, without what stands above it here."""
    shape = weighed_shape(Weighed(piece, None))
    return {name: said for name, said in shape.items() if name not in ("document", "commitment", "ruling")}


def _shares(chances: Mapping[str, int]) -> Shape:
    return {name: sure / WHOLE for name, sure in chances.items()}
