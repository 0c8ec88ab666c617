"""What is crawled in the benchmark? A replica with documents of the last fortnight, that tells what it was asked."""

import asyncio
import json
import sys
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from spiders.replica.__main__ import config
from spiders.replica.happenings import Debate, Edition, Member, Page, Question, Speech, Statement, Step
from spiders.replica.imagined_year import Timeline
from spiders.replica.server import HOSTS, Replica

MEMBERS = (
    Member(1, "Ada Quay", "Quay, Ada", "Labour", "Lab", "Port Severn"),
    Member(2, "Sam Shore", "Shore, Sam", "Conservative", "Con", "Cray Heath"),
)
_TOLD = (
    "The national audit of group-based child sexual exploitation continues in {n} places, and we will publish what it "
    "finds in due course. The police have been asked to look again at closed cases, and {n} of them are with Operation "
    "Beaconport. Mandatory reporting is in the Crime and Policing Bill, which the House has had before it for {n} days."
)
"""Each document has sentences of its own: what was found in those of another saves nothing."""


def timeline(documents: int, today: date) -> Timeline:
    """Return a fortnight with about so many documents: half of them answers, the rest debates, statements and pages."""
    days = [today - timedelta(days=n) for n in range(1, 13)]
    few = documents // 6
    return Timeline(
        members=MEMBERS,
        questions=tuple(_question(n, days[n % len(days)]) for n in range(documents // 2)),
        statements=tuple(_statement(n, days[n % len(days)]) for n in range(few)),
        pages=tuple(_page(n, days[n % len(days)]) for n in range(few)),
        debates=tuple(_debate(n, days[n % len(days)]) for n in range(few)),
        days=tuple(sorted(days)),
    )


def _question(n: int, day: date) -> Question:
    answer = Step(day, "answer", "\n".join(_TOLD.format(n=n) for _ in range(2)), 1, None)
    asked = "To ask the Secretary of State for the Home Department, when the audit of grooming gangs will be published."
    return Question(
        100 + n, str(1000 + n), "Commons", day, day, "Home Office", 2, "Child Sexual Exploitation: Audit", asked,
        named_day=False, grouped=(), attachments=(), steps=(answer,),
    )  # fmt: skip


def _statement(n: int, day: date) -> Statement:
    title = f"Child Sexual Exploitation: Update {n}"
    return Statement(
        10_000 + n, f"HCWS{n + 1}", None, day, "Home Office", 1, "Home Secretary", title, _TOLD.format(n=n), ()
    )


def _page(n: int, day: date) -> Page:
    return Page(
        f"/government/news/audit-update-{n}", "news_story", f"Audit: update {n}", "Grooming gangs", ("home-office",),
        (Edition(day, "First published.", None, _TOLD.format(n=n)),), (), (), (), None, prefix=False,
    )  # fmt: skip


def _debate(n: int, day: date) -> Debate:
    said = (
        Speech(1, "The Secretary of State for the Home Department (Ada Quay)", _TOLD.format(n=n), "hs_Para", None),
        Speech(2, None, "When will the audit of grooming gangs be published?", "hs_Para", None),
    )
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"bench:{n}")).upper()
    return Debate(key, day, f"Grooming Gangs: Update {n}", "hs_2cStatement", "Debate", (), 1 + n, said)


async def serve(written: Path, documents: int) -> None:
    """Serve until stdin ends; each line of it is answered with the addresses asked for since the last one."""
    today = datetime.now(UTC).date()
    async with Replica(timeline(documents, today), lambda: today) as replica:
        await asyncio.to_thread(written.write_text, config(replica.addresses), encoding="utf-8")
        print("ready", flush=True)
        bases = {host: replica.addresses[names[0]] for host, (_, names) in HOSTS.items()}
        while await asyncio.to_thread(sys.stdin.readline):
            urls = [
                f"{bases[s.host]}{s.path}{f'?{urlencode(s.query)}' if s.query else ''}" for s in replica.record.seen
            ]
            replica.record.seen.clear()
            print(json.dumps(urls), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2])))
