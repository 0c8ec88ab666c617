"""Which undertakings are drafts of a register made from: those of a document held, or of a text that a user has?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from monitor import deadlines
from monitor.judging.days_said import said_on
from monitor.judging.matching.common_words import brought
from monitor.model.cleaning import clean, clean_line, safe_link
from monitor.model.commitments import Register
from monitor.model.documents import Document, Passage, Version
from monitor.model.due import Due
from monitor.model.errors import UserError
from monitor.model.sentences import sentences
from monitor.pipeline.queries import every_version, newest
from monitor.pipeline.service import Service
from monitor.registers import placeholders
from monitor.registers.discovery import Undertaking, undertakings
from monitor.registers.drafting import draft, slug, titled, wanted
from monitor.registers.proposed_watch import Proposal
from monitor.registers.undertakings import UndertakenDeed
from monitor.registers.yaml_writing import as_yaml, whole

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 700
Told = Mapping[str, str | None]


def of_document(service: Service, where: str) -> tuple[Undertaking, ...]:
    """Return the undertakings of the newest version of a document held; UserError where there is none of either."""
    version = newest(service, where)
    if version is None:
        raise UserError(
            f"{where} is not among the documents that have been read.",
            "name it as SOURCE/KEY, as bywhen discover prints it, or by its link",
        )
    found = tuple(undertakings(version, ()))
    if not found:
        raise UserError(
            f"No undertaking was found in {where}.", "put the sentence into a file, and give it with --text"
        )
    return found


def of_text(text: str, said_on: date, told: Told, now: datetime) -> tuple[Undertaking, ...]:
    """Return the undertakings of a text; its first sentence where none is found, for somebody means it to be one."""
    url = safe_link(told["url"]) if told["url"] else placeholders.URL
    if url is None:
        raise UserError(f"{told['url']} is not an address.", "give one that begins with http:// or https://")
    passage = Passage("text", clean(text), told["by"])
    title = clean_line(told["title"] or "") or f"{placeholders.BLANK}: where it was said"
    document = Document("text", "text", url, title, "text", said_on, None, (passage,))
    version = Version(document, 1, now, said_on)
    found = tuple(undertakings(version, ()))
    said = next((s.text[:_LONGEST] for s in sentences(passage.text)), None)
    if said is None:
        raise UserError("The text holds no sentence.", "give a file that holds what was said")
    return found or (_meant(version, passage, said),)


def _meant(version: Version, passage: Passage, said: str) -> Undertaking:
    day = said_on(version, passage)
    due = deadlines.resolve(said, day)
    window = Due(due.phrase, due.earliest, due.latest, due.rule, day) if due.phrase else None
    kind = "undated" if window is None else "dated" if window.dated else "indefinite"
    return Undertaking(version, passage, said, window, kind, UndertakenDeed("", "done", said, firm=True))


def left_out(found: Sequence[Undertaking]) -> Iterator[str]:
    """Yield, for each undertaking without due words, what its sentence says of dates all the same."""
    for one in found:
        named = deadlines.windows(one.sentence, one.said_on) if one.due is None else ()
        said = ", ".join(f"“{clean_line(w.phrase)}”" for w in named if w.earliest or w.latest)
        if said:
            day = one.said_on
            yield f"left out of due: {said}, which is over on {day}, or dates something else: write `due:` if it is due"


def tried(service: Service, found: Sequence[Undertaking]) -> tuple[Proposal, ...]:
    """Return the words to watch for each undertaking, narrowed where they are too common in the documents held."""
    proposed = [wanted(one) for one in found]
    held = brought([watch for one in proposed for watch in one.watches], every_version(service))
    each = iter(held.by)
    return tuple(one.narrowed(replace(held, by=tuple(islice(each, len(one.watches))))) for one in proposed)


def drafted(
    found: Sequence[Undertaking], watches: Sequence[Proposal], register: Register, told: Told, today: date
) -> str:
    """Return the entries of undertakings as YAML; a register of its own where one is asked for.

    Raises UserError where the post is none of the register's, or an id could stand in none.
    """
    own, post = told["whole"], told["post"]
    posts = list(dict.fromkeys(c.post.id for c in register.commitments))
    for id_ in filter(None, (own, post)):
        if not _ID.fullmatch(id_):
            raise UserError(f"{clean_line(id_)} can't be an id.", "use small letters, digits and single hyphens")
    if post and not own and post not in posts:
        raise UserError(f"The register has no post called {post}.", f"Its posts are called: {', '.join(posts)}.")
    entries, taken, titles = [], set[str](), dict[str, str]()
    for one, watch in zip(found, watches, strict=True):
        entry = draft(one, register, taken, watch)
        taken.add(entry["id"])
        made = {"by": clean_line(told["by"] or "") or entry["made"]["by"]}
        title = (titled(one) if own else None) or placeholders.BLANK
        made["post"] = post or (slug(title) if own else entry["made"]["post"])
        titles[made["post"]] = title
        entries.append(entry | {"made": entry["made"] | made})
    return whole(entries, own, today, titles) if own else as_yaml(entries)
