"""Whether she is still here, and whose answers wait in a phone: for scripts."""

from collections import Counter

from flask import Response, abort, render_template, request

from elearn.accounts import people, seats
from elearn.accounts.policy import Action, Thing
from elearn.web import auth, guards
from elearn.web.i18n import speak
from elearn.web.learn import learn
from elearn.web.site import site

MOST = 100
"""Seats of one phone that are asked for, and answers of one seat that are counted."""


@learn.get("/masih")
def still() -> Response:
    """Note that the learner is still here, as any page of hers does; 401 where she is not."""
    return Response(status=401 if auth.me() is None else 204)


@learn.get("/masih/<any(id, en):language>")
def ask_still(language: str) -> Response:
    """Serve the question that is asked before she is signed out, in the language of the page."""
    speak(language)
    answer = Response(render_template("akun/masih.html"))
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag()
    answer.make_conditional(request)
    return answer


@learn.get("/menunggu")
def waiting() -> str:
    """Say beside which names answers wait, as the outbox of this device counts them.

    ?b=<seat key>.<count>, once for each seat. Names of this device's class only, and only numbers.
    """
    device = auth.device()
    if device is None:
        abort(404)
    guards.demand(Action.SEE_NAME, Thing(class_id=device.class_id), missing=True)
    counts: Counter[str] = Counter()
    with site().store.reading() as session:
        here = {one.person_id.hex for one in people.learners(session, device.class_id)}
        for asked in request.args.getlist("b")[:MOST]:
            key, _, number = asked.partition(".")
            seat = seats.seat(session, key)
            if seat and seat.device_id == device.id and number.isdecimal() and len(number) < 5:
                counts[seat.person_id.hex] += min(int(number), MOST)
    told = {person: count for person, count in counts.items() if person in here and count}
    return render_template("akun/menunggu.html", counts=told)
