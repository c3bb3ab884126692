"""eventlet 0.33.1: eventlet.event.Event keeps its waiters in a set, and wakes them in its order (a choice: WakeOrder = group).

Run: /usr/bin/python3 model/adapters/eventlet/findings/wakes_in_any_order.py"""
import eventlet
from eventlet.event import Event


def order():
    event, seen = Event(), []
    for name in range(5):
        eventlet.spawn(lambda name=name: event.wait() or seen.append(name))
    eventlet.sleep(0)
    event.send()
    eventlet.sleep(0.001)
    return tuple(seen)


print("five waiters were woken in", len({order() for _ in range(40)}), "different orders in 40 times")
