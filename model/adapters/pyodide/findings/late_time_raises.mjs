// Pyodide 314.0.7: loop.call_at with a time that has come raises ValueError; so asyncio.timeout does, if its limit passes
// while it starts. Run: node model/adapters/pyodide/findings/late_time_raises.mjs   (installed as node.mjs says)
const { loadPyodide } = await import(new URL("../../../../target/npm/node_modules/pyodide/pyodide.mjs", import.meta.url));
const pyodide = await loadPyodide();
await pyodide.runPythonAsync(`
import asyncio
loop, raised = asyncio.get_running_loop(), 0
try:
    loop.call_at(loop.time() - 0.001, print, "called, as CPython's loops do")
except ValueError as wrong:
    print("call_at:", repr(wrong))
for n in range(20000):
    try:
        async with asyncio.timeout(n % 200 * 1e-6): pass
    except ValueError:
        raised += 1
print("asyncio.timeout of up to 200 µs:", raised, "of 20000 raised ValueError")
`);
