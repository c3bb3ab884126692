"""anyio 3.6.2 on asyncio: a limit that has passed swallows the cancellation of the scope around it (rules CAN-4, CAN-5).
Run: /usr/bin/python3 model/adapters/anyio/findings/limit_swallows_cancellation.py asyncio   (on trio it does not)"""
import sys, time, anyio

async def waiter(outer, event, ending):
    with outer:
        with anyio.move_on_after(0.01):
            await event.wait()
        ending.append("went on behind the limit")

async def main():
    outer, ending = anyio.CancelScope(), []
    async with anyio.create_task_group() as group:
        group.start_soon(waiter, outer, anyio.Event(), ending)
        await anyio.sleep(0.001)
        time.sleep(0.02)      # the limit passes
        await anyio.sleep(0)  # the loop sees it; on trio the waiter may have ended by now
        ending or outer.cancel()
    print("cancelled:", outer.cancel_called, *ending)
for _ in range(40): anyio.run(main, backend=sys.argv[1])
