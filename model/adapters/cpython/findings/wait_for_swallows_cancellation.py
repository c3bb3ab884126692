"""CPython up to 3.11: asyncio.wait_for returns as if it had not been cancelled, if what it waits for ends meanwhile (CAN-4).

From 3.12 on it does not.
Run: python3 model/adapters/cpython/findings/wait_for_swallows_cancellation.py"""
import asyncio
import platform


async def is_cancelled(limit):
    event = asyncio.Event()
    task = asyncio.ensure_future(asyncio.wait_for(event.wait(), 60) if limit else event.wait())
    await asyncio.sleep(0)  # the task waits; the inner task of wait_for has yet to begin
    task.cancel()
    event.set()
    await asyncio.wait([task])
    return task.cancelled()


async def main():
    for limit in (False, True):
        ends = [await is_cancelled(limit) for _ in range(40)]
        print(platform.python_version(), "with a limit:" if limit else "without:", ends.count(True), "of 40 were cancelled")

asyncio.run(main())
