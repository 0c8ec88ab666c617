"""What JSON do others rely on? Plain dicts and lists out of frozen values, and `as_json` to write them."""

from monitor.reports.shapes.board_shapes import change_shape, changes_shape, evidence_shape, row_shape, status_shape
from monitor.reports.shapes.commitment_shape import dossier_shape
from monitor.reports.shapes.comparison_shape import comparison_shape
from monitor.reports.shapes.json_values import Shape, as_json
from monitor.reports.shapes.scan_shapes import health_shape, problem_shape, scan_shape

__all__ = [
    "Shape",
    "as_json",
    "change_shape",
    "changes_shape",
    "comparison_shape",
    "dossier_shape",
    "evidence_shape",
    "health_shape",
    "problem_shape",
    "row_shape",
    "scan_shape",
    "status_shape",
]
