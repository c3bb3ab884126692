"""uvloop 0.17: a sleep is rounded to whole milliseconds and may end almost one too early (LOP-2, within its tolerance).
Run: /usr/bin/python3 model/adapters/uvloop/findings/sleeps_in_whole_ms.py"""
import asyncio, time, uvloop

async def shortest(delay):
    took = []
    for _ in range(300):
        begin = time.monotonic()
        await asyncio.sleep(delay)
        took.append(time.monotonic() - begin)
    return min(took)

for new_loop in (asyncio.new_event_loop, uvloop.new_event_loop):
    for ms in (0.4, 1, 1.4, 2, 5):
        took = new_loop().run_until_complete(shortest(ms / 1000)) * 1000
        print(f"{new_loop.__module__}: sleep of {ms} ms took {took:.2f} ms at least")
