"""gevent 22.10.2: while tasks yield by sleep(0), watchers and timers are looked at only every 5 ms or 1000 turns (LOP-3).

For timers a choice, and not a mistake: Timers = idle.
Run: /usr/bin/python3 model/adapters/gevent/findings/busy_tasks_starve_watchers.py"""
import time
import gevent

for _ in range(5):
    seen, watcher = [], gevent.get_hub().loop.async_()
    watcher.start(seen.append, "sent")
    gevent.sleep(0.01)
    watcher.send()
    begin, yields = time.perf_counter(), 0
    while not seen:
        gevent.sleep(0)
        yields += 1
    print(f"noticed after {yields} yields, {(time.perf_counter() - begin) * 1000:.1f} ms")
    watcher.stop()
