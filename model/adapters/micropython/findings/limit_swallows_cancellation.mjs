// MicroPython 1.27: cancel() of a task inside wait_for whose limit has passed is swallowed (CAN-4, CAN-5).
// Run: node model/adapters/micropython/findings/limit_swallows_cancellation.mjs   (installed as adapter.py says)
const { loadMicroPython } = await import(new URL(
  "../../../../target/npm/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs", import.meta.url));
const python = await loadMicroPython({ linebuffer: true });
await python.runPythonAsync(`
import asyncio, time
async def waiter():
    try: await asyncio.wait_for_ms(asyncio.Event().wait(), 10)
    except asyncio.TimeoutError: print("timeout")
    except asyncio.CancelledError: print("cancelled")
async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep_ms(0)
    time.sleep_ms(20)          # the limit passes
    await asyncio.sleep_ms(0)  # wait_for sees it, cancels its inner task and awaits that
    print("had ended:", task.done(), "- cancel() returned", task.cancel())
    await task
for _ in range(40): await asyncio.create_task(main())`);
