"""What does a pass cost in which nothing is new, beside urlwatch and webchanges watching the same pages?

    pip install urlwatch webchanges          # into an environment of their own
    python -m benchmarks.quiet --urlwatch PATH --webchanges PATH [--pages 50 500] [--commitments 14 1000]

Where no path is given the two are looked for on PATH; without them their columns are empty. A replica of the sources
serves on loopback. Each program first reads everything once; then three quiet passes are measured and the middle one
counts: requests and bytes of the bodies as the replica saw them, CPU and peak memory as the kernel counted them for the
process and what it started. All three get the pages' validators and may use them; urlwatch and webchanges are asked for
the watched pages only, bywhen for all that it reads. `round` is the pass that bywhen makes every six hours, and first
on each day, in which it does not trust the marks: it reads the lists, and some of the pages again.

The last line is one JSON object. `requests_ratio` and `cpu_ratio` hold bywhen's quiet pass over 50 pages (or the fewest
measured) against the better of the two; below 1 is cheaper.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from monitor.model.sources import GOV_UK
from spiders.replica.__main__ import config
from spiders.replica.happenings import Edition, Page
from spiders.replica.imagined_year import Timeline
from spiders.replica.replies import Asked, Library
from spiders.replica.server import HOSTS, Replica
from state.ledger import open_ledger

ROOT = Path(__file__).resolve().parents[1]
BYWHEN = (sys.executable, "-P", "-c", "from tui.cli import main; main()")
OUT = date(2024, 3, 4)
TIMES = 3
WORDS = (
    "harbour", "lantern", "timber", "orchard", "granite", "meadow", "copper",
    "willow", "saffron", "marble", "cobalt", "thistle", "amber", "walnut",
)  # fmt: skip


@dataclass(frozen=True)
class Cost:
    requests: int
    bytes: int
    cpu: float
    peak_mb: float

    def shape(self) -> dict[str, float]:
        return {
            "requests": self.requests,
            "bytes": self.bytes,
            "cpu": round(self.cpu, 3),
            "peak_mb": round(self.peak_mb),
        }


def pages(number: int) -> tuple[Page, ...]:
    """Return pages of some length, published long ago; one in ten is of another department."""
    text = "\n".join(
        f"Paragraph {n}: the {WORDS[n % 14]} is kept under review by the {WORDS[n % 11]} board." for n in range(40)
    )
    first = (Edition(OUT, "First published.", None, text),)
    return tuple(
        Page(path(n), "policy_paper", f"The {WORDS[n % 14]} plan {n}", "A plan.",
             ("cabinet-office" if n % 10 == 9 else "home-office",), first, (), (), (), None, prefix=False)
        for n in range(number)
    )  # fmt: skip


def path(number: int) -> str:
    return f"/government/publications/plan-{number}"


def register(watched: int, commitments: int) -> str:
    """Return a register of so many commitments that watches so many pages."""
    lines = ["register: quiet", "title: Quiet", "about: Made up", "compiled_by: nobody", "compiled_on: 2024-06-01"]
    lines += ["posts:", "  lamps: {title: Minister for Lamps, held: [{name: Ann Other, since: 2024-01-01}]}"]
    lines += ["pages:", *(f"  - {path(n)}" for n in range(watched)), "commitments:"]
    for n in range(commitments):
        one, two = WORDS[n % 14], WORDS[n // 14 % 14]
        lines += [
            f"  - id: c{n}", f"    title: Number {n}", f"    words: The {one} {two} paper {n} by Easter.",
            "    made: {on: 2024-03-01, by: Ann Other, post: lamps}",
            "    said_in: [{title: Hansard, url: 'https://hansard.example.org/1'}]", "    due: by Easter",
            f"    watch: {{names: ['{one} {two} paper {n}']}}",
            "    milestones:", f"      - {{id: m{n}, title: It is out, relies_on: [gov-uk],",
            "         expect: {what: It is out.,",
            f"                  pages: [{{kinds: [policy_paper], title: ['{one} {two} paper {n}']}}]}}}}",
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


class Runner:
    """A small process that starts the commands: the kernel counts the size of whoever starts one into its peak."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen([sys.executable, "-I", "-S", "-c", RUNNER], **pipes)

    def run(self, words: Sequence[str], home: Path) -> tuple[float, float]:
        """Run a command to its end; return the seconds of CPU that it and its children took, and the peak in MB."""
        env = {"HOME": str(home), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
        self._process.stdin.write(json.dumps([list(words), str(home), env]) + "\n")
        self._process.stdin.flush()
        code, cpu, peak = json.loads(self._process.stdout.readline())
        if code:
            raise SystemExit(f"{' '.join(words)} ended with {code}:\n{(home / 'said').read_text()[-2000:]}")
        return cpu, peak / 1024

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()


RUNNER = """
import json, os, sys
for line in sys.stdin:
    words, home, env = json.loads(line)
    pid = os.fork()
    if not pid:
        os.chdir(home)
        said = os.open("said", os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0); os.dup2(said, 1); os.dup2(said, 2)
        os.execvpe(words[0], words, env)
    _, status, used = os.wait4(pid, 0)
    print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss]), flush=True)
"""


class Bench:
    """One replica, and what was asked of it since it was last looked at."""

    def __init__(self, replica: Replica, timeline: Timeline, home: Path, runner: Runner, today: date) -> None:
        self._replica, self._library, self._home = replica, Library(timeline), home
        self._runner, self._today = runner, today

    async def run(self, *words: str) -> Cost:
        """Run a command to its end; return what it cost."""
        before = len(self._replica.record.seen)
        cpu, peak = await asyncio.to_thread(self._runner.run, words, self._home)
        seen = self._replica.record.seen[before:]
        return Cost(len(seen), sum(map(self._size, seen)), cpu, peak)

    async def middle(self, *words: str) -> Cost:
        """Run a command some times; return the middle of each cost."""
        costs = [await self.run(*words) for _ in range(TIMES)]
        return Cost(*(median(getattr(c, name) for c in costs) for name in ("requests", "bytes", "cpu", "peak_mb")))  # type: ignore[arg-type]

    def _size(self, seen: object) -> int:
        same = {name.lower(): value for name, value in seen.headers}.get("if-none-match")  # type: ignore[attr-defined]
        asked = Asked(seen.path, seen.query, same)  # type: ignore[attr-defined]
        return len(HOSTS[seen.host][0](self._library, self._today, asked).body.encode())  # type: ignore[attr-defined]


async def measured(watched: int, commitments: int, others: dict[str, str | None], runner: Runner) -> dict[str, object]:
    today = datetime.now(UTC).date()
    timeline = Timeline(pages=pages(watched), days=tuple(today - timedelta(days=n) for n in range(40, 3, -1)))
    found: dict[str, object] = {"pages": watched, "commitments": commitments}
    with tempfile.TemporaryDirectory(prefix="quiet-") as place:
        home = Path(place)
        async with Replica(timeline, lambda: today) as replica:
            bench = Bench(replica, timeline, home, runner, today)
            found |= await ours(bench, replica, home, watched, commitments)
            urls = [replica.addresses[GOV_UK] + "/api/content" + path(n) for n in range(watched)]
            for name, program in others.items():
                found[name] = (await theirs(bench, name, program, urls, home)).shape() if program else None
    return found


async def ours(bench: Bench, replica: Replica, home: Path, watched: int, commitments: int) -> dict[str, object]:
    (home / "config.toml").write_text(config(replica.addresses), encoding="utf-8")
    (home / "register.yaml").write_text(register(watched, commitments), encoding="utf-8")
    scan = (*BYWHEN, "--config", "config.toml", "--register", "register.yaml", "--state", "quiet.sqlite", "scan")
    first = await bench.run(*scan)
    quiet = await bench.middle(*scan)
    age(home / "quiet.sqlite")
    again = await bench.run(*scan)
    return {"first": first.shape(), "bywhen": quiet.shape(), "round": again.shape()}


def age(state: Path) -> None:
    """Make the marks in a state seven hours older, so that the next pass is no longer satisfied by them."""
    ledger = open_ledger(str(state))
    for name in HOSTS_OF:
        if kept := ledger.recall(f"mark {name}"):
            said, at, *rest = json.loads(kept)
            older = datetime.fromisoformat(at) - timedelta(hours=7)
            ledger.remember(f"mark {name}", json.dumps([said, older.isoformat(), *rest]), datetime.now(UTC))
    ledger.close()


HOSTS_OF = [name for _, names in HOSTS.values() for name in names]


async def theirs(bench: Bench, name: str, program: str, urls: Sequence[str], home: Path) -> Cost:
    jobs = home / f"{name}.yaml"
    jobs.write_text(
        "\n---\n".join(f"name: page {n}\nurl: {url}" for n, url in enumerate(urls)) + "\n", encoding="utf-8"
    )
    (home / f"{name}-config.yaml").write_text(
        "report: {stdout: {enabled: true, color: false}}\ndisplay: {new: false}\n"
    )
    kept = "--cache" if name == "urlwatch" else "--database"
    words = (
        program,
        "--urls" if name == "urlwatch" else "--jobs",
        str(jobs),
        "--config",
        str(home / f"{name}-config.yaml"),
    )
    words = (*words, "--hooks", str(home / f"{name}-hooks.py"), kept, str(home / f"{name}.db"))
    await bench.run(*words)
    return await bench.middle(*words)


def ratios(rows: Sequence[dict[str, object]]) -> dict[str, float | None]:
    """Return our quiet pass against the better of the two, over the fewest pages and commitments measured."""
    row = rows[0]
    both = [row[name] for name in ("urlwatch", "webchanges") if row.get(name)]
    mine = row["bywhen"]
    return {
        f"{what}_ratio": round(mine[what] / min(other[what] for other in both), 3) if both else None  # type: ignore[index]
        for what in ("requests", "cpu", "peak_mb")
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--urlwatch", default=shutil.which("urlwatch"))
    parser.add_argument("--webchanges", default=shutil.which("webchanges"))
    parser.add_argument("--pages", type=int, nargs="+", default=[50, 500])
    parser.add_argument("--commitments", type=int, nargs="+", default=[14, 1000])
    asked = parser.parse_args()
    others = {"urlwatch": asked.urlwatch, "webchanges": asked.webchanges}
    rows, runner = [], Runner()
    for commitments in asked.commitments:
        for watched in asked.pages:
            rows.append(asyncio.run(measured(watched, commitments, others, runner)))
            print(json.dumps(rows[-1]), flush=True)
    runner.close()
    print(json.dumps({**ratios(rows), "rows": rows}))


if __name__ == "__main__":
    main()
