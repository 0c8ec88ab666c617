"""Registers: files of commitments that people write, read and edit."""

from importlib import resources
from typing import Any

from monitor.registers.faults import Fault
from monitor.registers.form import RegisterForm
from monitor.registers.register_files import examine, load

SHIPPED = "cooper-grooming-gangs.yaml"

__all__ = ["SHIPPED", "Fault", "examine", "load", "schema", "shipped"]


def shipped() -> str:
    """Return the text of the register that comes with the product."""
    return resources.files("monitor.registers").joinpath(SHIPPED).read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register file, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | RegisterForm.model_json_schema()
