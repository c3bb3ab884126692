"""gevent 22.10.2: a kill is queued behind what is ready, and so hits whatever its target does by then (CAN-2, CAN-3).

A choice, which gevent documents, and not a mistake: CancelDelivery = queued.
Run: /usr/bin/python3 model/adapters/gevent/findings/kill_hits_a_later_wait.py"""
import gevent
from gevent.event import Event
def waiter(event, seen):
    for wait in (event.wait, Event().wait):
        try:
            wait()
            seen.append("woken")
        except gevent.GreenletExit:
            seen.append("killed")

for _ in range(40):
    event, seen = Event(), []
    task = gevent.spawn(waiter, event, seen)
    gevent.sleep(0)
    event.set()
    task.kill(block=False)  # with asyncio the first wait would end as cancelled, and the second go on
    gevent.sleep(0.001)
    print(*seen)
