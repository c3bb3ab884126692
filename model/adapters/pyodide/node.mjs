// Conformance adapter for Pyodide under Node: runs adapter.py. Reading is synchronous: nobody else runs meanwhile.
//
// Install: npm install --prefix target/npm pyodide
// Run:     ./fanion conform --adapter 'node model/adapters/pyodide/node.mjs'
import { openSync, readFileSync, readSync } from "node:fs";

const from = (path) => new URL(path, import.meta.url);
const { loadPyodide } = await import(from("../../../target/npm/node_modules/pyodide/pyodide.mjs"));

const input = openSync("/dev/stdin");  // a file of our own that blocks: Pyodide makes 0 one that does not
const chunk = Buffer.alloc(65536);
let heard = "";

globalThis.hear = () => {
  while (!heard.includes("\n")) {
    const size = readSync(input, chunk);
    if (size === 0) return process.exit(0);
    heard += chunk.toString("utf8", 0, size);
  }
  const end = heard.indexOf("\n"), line = heard.slice(0, end);
  heard = heard.slice(end + 1);
  return line === '{"op":"quit"}' ? process.exit(0) : line;
};
globalThis.tell = (line) => process.stdout.write(line + "\n");

const log = (line) => process.stderr.write(line + "\n");
const pyodide = await loadPyodide({ stdout: log, stderr: log });
pyodide.runPython(readFileSync(from("adapter.py"), "utf8"));
setInterval(() => {}, 1 << 30);  // Node stays, though nothing can happen any more
