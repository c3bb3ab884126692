"""gevent 22.10.2: a send() to an async watcher that nobody waits on yet is lost (FLG-7).

Run: /usr/bin/python3 model/adapters/gevent/findings/send_before_start_is_lost.py"""
import gevent

hub, lost = gevent.get_hub(), 0
for _ in range(40):
    watcher = hub.loop.async_()
    watcher.send()
    with gevent.Timeout(0.05, False):
        hub.wait(watcher)
        continue
    lost += 1
print(lost, "of 40 signals were lost")
