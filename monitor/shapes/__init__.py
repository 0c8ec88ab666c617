"""What JSON do others rely on? Plain dicts and lists out of frozen values, and `as_json` to write them."""

from monitor.shapes.dossiers import dossier_shape
from monitor.shapes.passes import health_shape, problem_shape, scan_shape
from monitor.shapes.promised import change_shape, changes_shape, evidence_shape, row_shape, status_shape
from monitor.shapes.values import Shape, as_json

__all__ = [
    "Shape",
    "as_json",
    "change_shape",
    "changes_shape",
    "dossier_shape",
    "evidence_shape",
    "health_shape",
    "problem_shape",
    "row_shape",
    "scan_shape",
    "status_shape",
]
