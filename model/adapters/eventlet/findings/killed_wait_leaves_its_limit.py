"""eventlet 0.33.1: wait(timeout) on eventlet.event.Event, ended by an exception, leaves its timer to a later wait (CAN-5).
Run: /usr/bin/python3 model/adapters/eventlet/findings/killed_wait_leaves_its_limit.py"""
import eventlet
from eventlet.event import Event

def waits_again(limit):
    event, seen = Event(), []

    def waiter():
        with eventlet.Timeout(0.01, False):
            event.wait(limit)
        seen.append(event.wait())  # has no limit, and nobody ever sends

    task = eventlet.spawn(waiter)
    eventlet.sleep(0.1)
    task.kill()
    return seen

for limit in (None, 0.03):
    print("first limit", limit, ":", [waits_again(limit) for _ in range(20)].count([None]), "of 20 later waits returned None")
