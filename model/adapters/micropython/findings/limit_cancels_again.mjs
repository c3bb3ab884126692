// MicroPython 1.27: a task that is cancelled inside wait_for, and goes on, is cancelled once more (CAN-1, CAN-3).
// The inner task of the wait ends later, and then cancels whatever its task has begun by then.
// Run: node model/adapters/micropython/findings/limit_cancels_again.mjs   (installed as adapter.py says)
const { loadMicroPython } = await import(new URL(
  "../../../../target/npm/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs", import.meta.url));
const python = await loadMicroPython({ linebuffer: true });
await python.runPythonAsync(`
import asyncio
async def waiter(limit, ends):
    wait = asyncio.Event().wait()
    try: await (asyncio.wait_for_ms(wait, 1000) if limit else wait)
    except asyncio.CancelledError: ends.append("cancelled")
    try: await asyncio.sleep_ms(20)
    except asyncio.CancelledError: ends.append("cancelled again")
async def main(limit):
    ends = []
    task = asyncio.create_task(waiter(limit, ends))
    await asyncio.sleep_ms(5)
    task.cancel()              # the only cancellation
    await task
    return ", ".join(ends)
for limit in (False, True):
    for _ in range(20): print("with a limit:" if limit else "without:", await asyncio.create_task(main(limit)))`);
