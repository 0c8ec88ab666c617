"""A PostgreSQL server of the tests' own: Debian's binaries, a socket in a temporary folder, gone when the tests end."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

SERVERS = Path("/usr/lib/postgresql")
"""Where Debian and Ubuntu put the server's programs, by major version, outside of PATH."""


class NoServerError(Exception):
    """PostgreSQL can't be run here; the message says why."""


def binaries() -> Path:
    """Return the folder of the newest server installed; raises NoServerError where there is none."""
    found = [folder for folder in SERVERS.glob("*/bin") if (folder / "initdb").exists()]
    if not found:
        raise NoServerError(
            f"no PostgreSQL server is installed (looked for {SERVERS}/*/bin; on Debian: apt-get install postgresql)"
        )
    return max(found, key=lambda folder: float(folder.parent.name))


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a running server's `postgres` database, without its name: `{}` stands for that."""
    programs = binaries()
    # Not pytest's tmp_path: its parents are closed to the user the server runs as when the tests are root's.
    folder = Path(tempfile.mkdtemp(prefix="bywhen-pg-"))
    try:
        user, as_user = _user(folder)
        data = folder / "data"
        _run(
            [*as_user, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", user, "-N", "-E", "UTF8"], folder
        )
        with _running([*as_user, str(programs / "postgres"), "-D", str(data), *_settings(folder)], folder):
            address = f"postgresql://{user}@/{{}}?host={folder}"
            _wait(address)
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user(folder: Path) -> tuple[str, list[str]]:
    """Return who the server runs as, and what to start it with: never root, and it ends when the tests are killed."""
    setpriv = shutil.which("setpriv")
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name, [setpriv, "--pdeathsig", "INT"] if setpriv else []
    if setpriv is None:
        raise NoServerError("PostgreSQL refuses to run as root, and setpriv (util-linux) is not installed")
    account = pwd.getpwnam("nobody")
    os.chown(folder, account.pw_uid, account.pw_gid)
    who = [f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
    return account.pw_name, [setpriv, *who, "--pdeathsig", "INT"]


def _settings(folder: Path) -> list[str]:
    """Return options for a server that is reached by its socket alone and need not survive a power cut."""
    options = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "fsync": "off",
        "full_page_writes": "off",
        "shared_buffers": "16MB",
        "max_connections": "40",
    }
    return [word for name, value in options.items() for word in ("-c", f"{name}={value}")]


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoServerError(f"initdb failed: {done.stderr.strip()}")


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[None]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.send_signal(2)  # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients
        process.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(400):
        try:
            psycopg.connect(address.format("postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise NoServerError("the server did not answer within 20 seconds")
