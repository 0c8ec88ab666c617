"""How does what was found in a match stand as a piece of evidence, with its quotation, its link and its new date?"""

import re
from datetime import date

from monitor.judging.claims.mentions import Mention
from monitor.judging.claims.sentence_claims import Claim
from monitor.judging.claims.weights import WHOLE
from monitor.judging.comparison import ITS_DEED, ComparedClaim
from monitor.judging.delivery import MetExpectation
from monitor.judging.english.assertion import taken_back
from monitor.judging.matching.matcher import Match
from monitor.model.commitments import Commitment
from monitor.model.documents import BY_OCR, Document, Version
from monitor.model.due import Due
from monitor.model.evidence import Citation, Evidence, Relation

_SURE = 600
"""Thousandths of a will or a lateness, and of a delay, from which the time that is given moves a date."""
_DONE = 300
"""Thousandths from which a sentence tells of something done too, so that its time may be of what is left."""
_ANEW, _NOW = 150, re.compile(r"\b(?:now|instead|rather than)\b", re.IGNORECASE)
"""Thousandths that a word counts for by which a time takes another's place: “will now be published in May”."""
_A_BOUND = re.compile(r"\W*(?:by|before|until|till|no later than|not later than)\b", re.IGNORECASE)
"""Before the last day: a later one than was promised puts it off, though what is promised may come sooner."""
_A_START = re.compile(r"\W*(?:from|since|as of|starting)\b", re.IGNORECASE)


def moved(by: ComparedClaim, commitment: Commitment, said_on: date, sure: int) -> Due | None:
    """Return the new date that a delay gives, where it is told surely enough, and of the thing's own deed."""
    time, mention, says = by.time, by.claim.mention, by.claim.chances
    if time is None or time.latest is None or _A_START.match(time.phrase):
        return None
    spans = mention.spans(by.claim.thing.words)
    own = (
        bool(spans or mention.kind == "several words")
        and (ITS_DEED in by.facts or says["late"] >= _SURE)
        and max(says["done"], says["part-done"]) < _DONE
    )
    told = min(sure + (_ANEW if _NOW.search(mention.text) else 0), max(says["will"], says["late"])) >= _SURE
    open_ = "after the due" not in by.facts and says["late"] < _SURE and not _A_BOUND.match(time.phrase)
    later = "later" in by.facts or ("may be later" in by.facts and not open_)
    if not (own and told and later):
        return None
    if taken_back("plan", mention.text, spans, said_on, commitment.made_on):
        return None
    return Due(time.phrase, time.earliest, time.latest, time.rule, said_on)


def link(match: Match, mention: Mention, document: Document) -> str:
    """Return the address at which a sentence is read."""
    return match.unit.passages[mention.passage].url or document.url


def piece(
    match: Match, version: Version, relation: Relation, sure: int, *, quote: str, url: str,
    kept: MetExpectation | None = None, claim_: Claim | None = None, reason: str | None = None,
    moved_to: Due | None = None, points: str | None = None,
) -> Evidence:  # fmt: skip
    """Return a piece of evidence; `sure` is how likely its relation is, in thousandths."""
    document = version.document
    when, by_ocr = claim_.when if claim_ else None, document.kind == BY_OCR
    return Evidence(
        document=Citation(
            source=document.source,
            key=document.key,
            version=version.number,
            url=document.url,
            title=document.title,
            published_on=document.published_on,
            since=kept.since if kept else match.said_on(version),
        ),
        commitment=match.commitment.id,
        milestone=kept.milestone.id if kept else None,
        relation=relation,
        strength=min(round(match.strength * sure / WHOLE, 2), _BY_OCR if by_ocr else 1.0),
        quote=quote,
        reasons=(
            *match.reasons,
            *(("read by OCR: letters may be wrong",) if by_ocr else ()),
            *((kept.reason,) if kept else ()),
            *((reason,) if reason else ()),
        ),
        url=url,
        moved_to=moved_to,
        happened_on=kept.on if kept else None,
        happened_by=kept.by if kept else None,
        citation=_cited(document, url, quote),
        says=("done" if kept else claim_.says or "named") if claim_ else None,
        firm=claim_.firm if claim_ and not kept else None,
        when=when.phrase if when else None,
        points=claim_.mention.points if claim_ else points,
    )


_BY_OCR = 0.55
"""How far evidence that was recognised in a picture is believed at most: to be shown, and for a person to rule on."""


def _cited(document: Document, url: str, quote: str) -> str | None:
    """Return how the sentence is cited in the passage that it was found in."""
    of = (p for p in document.passages if p.citation and p.url == url and quote in p.text)
    return next((p.cited(quote) for p in of), None)
