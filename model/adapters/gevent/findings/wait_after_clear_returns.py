"""gevent 22.10.2: who waits on a cleared event returns at once if another task was woken and has not run yet (EVT-7, EVT-10).

Run: /usr/bin/python3 model/adapters/gevent/findings/wait_after_clear_returns.py"""
import gevent
from gevent.event import Event

def wait_after_pulse(others):
    event = Event()
    waiters = [gevent.spawn(event.wait) for _ in range(others)]
    gevent.sleep(0)
    event.set()
    event.clear()
    return event.wait(timeout=0.05)  # nobody sets it any more

for others in (0, 1):
    print(others, "others waiting:", [wait_after_pulse(others) for _ in range(40)].count(True), "of 40 waits returned as set")
