"""gevent 22.10.2: if a task that has just been woken by an event sets and clears it, no waiter is woken (EVT-2, EVT-5, EVT-7).

A set while the event is waking its waiters only raises the bit. That is looked at when all of them have run, and clear by then.
Run: /usr/bin/python3 model/adapters/gevent/findings/pulse_of_a_woken_task_is_lost.py"""
import gevent
from gevent.event import Event


def pulse(yields):
    event, woken = Event(), []

    def first():
        event.wait()
        event.wait()  # the second task pulses the event while this one waits
        woken.append(True)

    def second():
        event.wait()
        if yields:
            gevent.sleep(0)
        event.set()
        event.clear()

    tasks = [gevent.spawn(first), gevent.spawn(second)]
    gevent.sleep(0)
    event.set()
    event.clear()
    gevent.joinall(tasks, timeout=0.05)
    return bool(woken)


for yields in (True, False):
    print("a turn later:" if yields else "at once:", [pulse(yields) for _ in range(40)].count(False), "of 40 pulses were lost")
