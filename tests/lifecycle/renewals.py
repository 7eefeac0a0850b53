"""Documents that renew tacitly."""

from bilateral import Agreement, Event, Partner, Term
from bilateral.terms import Renewal

BY, KZ, UZ = (Partner.state(code) for code in ("BY", "KZ", "UZ"))
TACIT = Term(entry="signed", length="P5Y", renewal=Renewal("P5Y", notice="P6M"))


def document(term=None, *events, **fields):
    fields = {"id": "doc", "kind": "agreement", "sides": (BY, KZ)} | fields
    return Agreement(term=term, events=[Event(*event) for event in events], **fields)
