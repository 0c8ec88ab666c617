"""bywhen register: is a register sound, and what may stand in one?"""

import click

from tui.commands.common import aside, leave, say


@click.group("register", no_args_is_help=False)
def command() -> None:
    """Check a register, or print the schema of registers."""


@command.command("check")
@click.argument("file")
@click.option("--json", "shaped", is_flag=True, help="Print JSON.")
def check(file: str, *, shaped: bool) -> None:
    """Say what is wrong in a register FILE, with line numbers and how to mend it. Exit 1 when something is."""
    import json  # noqa: PLC0415

    from monitor.commitments import Register  # noqa: PLC0415
    from monitor.registers import examine  # noqa: PLC0415
    from tui.wiring import read_text  # noqa: PLC0415

    found = examine(read_text(file))
    faults = () if isinstance(found, Register) else found
    if shaped:
        say(
            json.dumps([{"line": f.line, "what": f.what, "mend": f.mend} for f in faults], indent=2, ensure_ascii=False)
        )
    elif isinstance(found, Register):
        milestones = sum(len(c.milestones) for c in found.commitments)
        say(f"{file}: sound. {len(found.commitments)} commitments, {milestones} milestones.")
    for fault in () if shaped else faults:
        say(f"{file}:{fault.line}: {fault.what}")
        say(f"    {fault.mend}")
    if faults:
        aside(f"{len(faults)} to mend")
        leave(1)


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of registers, for editors."""
    import json  # noqa: PLC0415

    from monitor.registers import schema as of_registers  # noqa: PLC0415

    say(json.dumps(of_registers(), indent=2, ensure_ascii=False))
