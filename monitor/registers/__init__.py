"""Registers: files of commitments, which people write, read and edit."""

from typing import Any

from monitor.model.shipped_registers import SHIPPED, shipped
from monitor.registers.faults import Fault
from monitor.registers.form import RegisterForm
from monitor.registers.register_files import examine, load

__all__ = ["SHIPPED", "Fault", "examine", "load", "schema", "shipped"]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a register file, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | RegisterForm.model_json_schema()
