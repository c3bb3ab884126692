// MicroPython 1.27 for JavaScript: asyncio.event has ThreadSafeFlag, but a wait on a clear one raises AttributeError.
// Run: node model/adapters/micropython/findings/flag_without_poll.mjs   (installed as adapter.py says)
const { loadMicroPython } = await import(new URL(
  "../../../../target/npm/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs", import.meta.url));
const python = await loadMicroPython({ linebuffer: true });
await python.runPythonAsync(`
import asyncio, asyncio.event
print("exported by asyncio:", hasattr(asyncio, "ThreadSafeFlag"))
flag = asyncio.event.ThreadSafeFlag()
flag.set()
await flag.wait()
try:
    await flag.wait()
except AttributeError as wrong:
    print(repr(wrong))`);
