"""eventlet 0.33.1: after send() and reset() of eventlet.event.Event, who waits anew may be woken by that send (EVT-7, EVT-10).

The turn in which a waiter is woken only looks whether it waits on this event. reset() is not documented.
Run: /usr/bin/python3 model/adapters/eventlet/findings/pulse_wakes_a_later_wait.py"""
import eventlet
from eventlet.event import Event

def woken(pulses):
    event, seen = Event(), []
    task = eventlet.spawn(lambda: [seen.append(event.wait()) for _ in range(5)])
    eventlet.sleep(0)
    for _ in range(pulses):  # while it waits for the first time
        event.send()
        event.reset()
    eventlet.sleep(0.005)
    task.kill()
    return len(seen)

for pulses in (1, 2, 3):
    print(pulses, "pulses of one turn:", sorted({woken(pulses) for _ in range(40)}), "waits, one after another, returned")
