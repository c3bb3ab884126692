"""gevent 22.10.2: a wait on a set event can block for ever, if the event is cleared before the wait has returned (EVT-6, EVT-8).

A task that waits again while the event wakes those who came late is put back among the waiters of a set that is still to come.
Run: /usr/bin/python3 model/adapters/gevent/findings/wait_on_a_set_event_is_lost.py"""
import gevent
from gevent.event import Event


def wait_again(clears):
    event = Event()
    waiter = gevent.spawn(event.wait)
    gevent.sleep(0)

    def setter():
        event.set()
        event.wait()
        event.wait()  # the event is set when this is called

    def other():
        event.wait()
        if clears:
            event.clear()

    task = gevent.spawn(setter)
    gevent.joinall([waiter, task, gevent.spawn(other)], timeout=0.05)
    return task.dead


for clears in (False, True):
    print("cleared meanwhile:" if clears else "left set:",
          [wait_again(clears) for _ in range(40)].count(False), "of 40 waits on a set event never returned")
