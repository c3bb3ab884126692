"""gevent 22.10.2: who sets an event and waits on it is never woken, if the only waiter was killed before (EVT-6, EVT-14).

The kill comes first. It takes the waiter off the event's list, finds the list empty, and calls off the notification, which was
to wake the setter too.
Run: /usr/bin/python3 model/adapters/gevent/findings/kill_loses_the_setters_wait.py"""
import gevent
from gevent.event import Event


def wait_on_its_own_event(kills):
    event = Event()
    waiter = gevent.spawn(event.wait)
    gevent.sleep(0)

    def setter():
        if kills:
            waiter.kill(block=False)
        event.set()
        return event.wait()  # the event is set, and nobody ever clears it

    task = gevent.spawn(setter)
    task.join(timeout=0.05)
    return event.is_set() and task.dead


for kills in (False, True):
    print("with" if kills else "without", "a kill:",
          [wait_on_its_own_event(kills) for _ in range(40)].count(False), "of 40 waits on a set event never returned")
