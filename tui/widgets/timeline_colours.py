"""In which colours is a timeline drawn? Each stands beside a sign that says the same; see timeline_signs."""

from tui.widgets.timeline_signs import Standing

BLANK, AXIS, CURSOR, PROMISED, TODAY = "", "axis", "cursor", "promised", "today"
DELIVERED, LATE, PENDING, UNKNOWN, STOPPED = "delivered", "late", "pending", "unknown", "stopped"

OF_STANDING = {
    Standing.DELIVERED: DELIVERED,
    Standing.OVERDUE: LATE,
    Standing.PENDING: PENDING,
    Standing.CANT_SAY: UNKNOWN,
    Standing.STOPPED: STOPPED,
}
CLASSES = {
    name: f"timeline-chart--{name}"
    for name in (AXIS, CURSOR, PROMISED, TODAY, DELIVERED, LATE, PENDING, UNKNOWN, STOPPED)
}
COLOURS = """
    TimelineChart > .timeline-chart--axis { color: $foreground; }
    TimelineChart > .timeline-chart--cursor { background: $panel; text-style: bold; }
    TimelineChart > .timeline-chart--promised { color: $foreground; }
    TimelineChart > .timeline-chart--today { color: #B4DBFF; }
    TimelineChart > .timeline-chart--delivered { color: #8AD4A1; }
    TimelineChart > .timeline-chart--late { color: #FFB3BD; text-style: bold; }
    TimelineChart > .timeline-chart--pending { color: #FFC473; }
    TimelineChart > .timeline-chart--unknown { color: #E6C8FF; }
    TimelineChart > .timeline-chart--stopped { color: #C2D5E4; }
    TimelineChart:light > .timeline-chart--axis { color: #22303A; }
    TimelineChart:light > .timeline-chart--promised { color: #22303A; }
    TimelineChart:light > .timeline-chart--today { color: #003E73; }
    TimelineChart:light > .timeline-chart--delivered { color: #14532D; }
    TimelineChart:light > .timeline-chart--late { color: #8A1230; }
    TimelineChart:light > .timeline-chart--pending { color: #663C00; }
    TimelineChart:light > .timeline-chart--unknown { color: #55207F; }
    TimelineChart:light > .timeline-chart--stopped { color: #2F4250; }
    TimelineChart:ansi > .timeline-chart--axis { color: ansi_default; }
    TimelineChart:ansi > .timeline-chart--promised { color: ansi_default; }
    TimelineChart:ansi > .timeline-chart--cursor { text-style: bold underline; }
    TimelineChart:ansi > .timeline-chart--today { color: ansi_blue; }
    TimelineChart:ansi > .timeline-chart--delivered { color: ansi_green; }
    TimelineChart:ansi > .timeline-chart--late { color: ansi_red; text-style: bold; }
    TimelineChart:ansi > .timeline-chart--pending { color: ansi_yellow; }
    TimelineChart:ansi > .timeline-chart--unknown { color: ansi_magenta; }
    TimelineChart:ansi > .timeline-chart--stopped { color: ansi_cyan; }
    """
"""Of the dark themes, of the light ones, and of those that use the terminal's own colours."""
