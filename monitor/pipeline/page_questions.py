"""What do a promise's page, deciding and review ask of the service?"""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from monitor.model.contexts import Setting, setting
from monitor.model.evidence import Evidence
from monitor.pipeline.ruling_drafts import Decided, Decision, denied_day, drafted

if TYPE_CHECKING:
    from monitor.judging.explaining.explanation import Explained
    from monitor.model.documents import Version
    from monitor.pipeline.service import Service
    from monitor.status.agreement import Agreement
    from monitor.status.review_queue import Suggestion


class PageQuestions:
    """The part of a monitor.pipeline.service_port.ServicePort that these screens use. A Service is one of these."""

    new_id: Callable[[], str] = staticmethod(lambda: uuid4().hex)
    """Makes the ids of rulings."""

    @property
    def _service(self) -> "Service":
        return cast("Service", self)

    def setting(self, evidence: Evidence) -> Setting | None:
        """Return where a sentence stands in the version of a document that it was read in; None where in none."""
        cited = evidence.document
        held = self._service.ledger.versions(cited.source, cited.key)
        read = next((v for v in held if v.number == cited.version), None)
        return setting(read.document, evidence.quote) if read else None

    def explanation(self, evidence: Evidence) -> "tuple[Version, tuple[Explained, ...]]":
        """Return why a document was judged as it was for the commitment of a piece; UserError where it is not held."""
        from monitor.pipeline.queries import explain_document  # noqa: PLC0415 - it reads the whole judge

        cited = evidence.document
        return explain_document(self._service, f"{cited.source}/{cited.key}", evidence.commitment)

    def suggestions(self, reviewer: str | None = None, commitment: str | None = None) -> "tuple[Suggestion, ...]":
        """Return what waits for a person; with a name, for one who judges blind."""
        from monitor.pipeline.queries import suggestions  # noqa: PLC0415 - as above

        return suggestions(self._service, reviewer, commitment)

    def agreements(self) -> "tuple[Agreement, ...]":
        """Return how each two people agree on what both judged blind."""
        from monitor.pipeline.queries import reviewer_agreement  # noqa: PLC0415 - as above

        return reviewer_agreement(self._service)

    def decide(self, said: Decision) -> Decided:
        """Record what a person decided, and return the ruling and what it changed; UserError where it can't be."""
        service, now = self._service, self._service.clock()
        case = service.case(said.commitment)
        ruling = drafted(said, case, now, self.new_id())
        denied = denied_day(said, case, service.today())
        return Decided(ruling, service.rule(ruling), service.scanning(), denied)
