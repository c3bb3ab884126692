// Runs adapter.py on npm's MicroPython; adapter.py says how to install it. Reading is synchronous: nobody else runs meanwhile.
import { readFileSync, readSync } from "node:fs";

const from = (path) => new URL(path, import.meta.url);
const { loadMicroPython } = await import(from(
  "../../../target/npm/node_modules/@micropython/micropython-webassembly-pyscript/micropython.mjs"));

const chunk = Buffer.alloc(65536);
let heard = "";

globalThis.hear = () => {
  while (!heard.includes("\n")) {
    const size = readSync(0, chunk);
    if (size === 0) return process.exit(0);
    heard += chunk.toString("utf8", 0, size);
  }
  const end = heard.indexOf("\n"), line = heard.slice(0, end);
  heard = heard.slice(end + 1);
  return line === '{"op":"quit"}' ? process.exit(0) : line;
};
globalThis.tell = (line) => process.stdout.write(line + "\n");

const python = await loadMicroPython({ heapsize: 64 << 20, stdout: (line) => process.stderr.write(line + "\n") });
python.runPython(readFileSync(from("adapter.py"), "utf8"));
process.on("beforeExit", () => python.runPython("stuck()"));
