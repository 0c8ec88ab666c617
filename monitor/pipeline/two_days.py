"""How do two days differ? What the command and the screen that compare days ask of the service."""

from datetime import date

from monitor.model.errors import UserError
from monitor.model.wording import day as say
from monitor.pipeline.service_port import ServicePort
from monitor.status.day_comparison import DayComparison, compare
from monitor.status.first_promise import before_first


def compare_days(service: ServicePort, one: date, other: date) -> DayComparison:
    """Return what is otherwise on the later of two days; UserError for one day twice, one to come, or too early a one.

    The same documents, rulings and registers stand behind both boards: those that are known now.
    """
    earlier, later = sorted((one, other))
    today = service.today()
    if later > today:
        raise UserError(f"The day {say(later)} is yet to come", f"give a day no later than today, {say(today)}")
    if earlier == later:
        raise UserError(f"Both days are {say(one)}", "give another day to compare it with")
    if refused := before_first(service.registers, earlier):
        raise refused
    return compare(service.board(earlier), service.board(later), service.changes())
