// Pyodide 314.0.7 under Node: asyncio.sleep and limits of up to 2 ms end at once (LOP-2, CAN-5).
// Run: node model/adapters/pyodide/findings/sleep_2_ms.mjs   (installed as node.mjs says)
const { loadPyodide } = await import(new URL("../../../../target/npm/node_modules/pyodide/pyodide.mjs", import.meta.url));
const pyodide = await loadPyodide();
await pyodide.runPythonAsync(`
import asyncio, time
for ms in (1, 2, 3, 4, 5):
    took = []
    for _ in range(40):
        begin = time.perf_counter()
        await asyncio.sleep(ms / 1000)
        took.append((time.perf_counter() - begin) * 1000)
    took.sort()
    print(f"sleep of {ms} ms: shortest {took[0]:.2f} ms, median {took[20]:.2f} ms")
`);
