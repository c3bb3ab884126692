// Conformance adapter for Node: an event made of promises, cancellation by AbortSignal, time limits.
//
// Install: nothing (Node 18 or later)
// Run:     ./fanion conform --adapter 'node model/adapters/node/adapter.mjs' \
//            --profile asyncio,WaitOnSet=yields,Timers=idle,CancelAfterSet=woken
// With another event or a flag, and how to install it: see esfx.mjs and flag.mjs. Under Bun and Deno this file runs as it is:
//          npm install --prefix target/npm @oven/bun-linux-x64 @deno/linux-x64-glibc
//          ./fanion conform --adapter 'target/npm/node_modules/@oven/bun-linux-x64/bin/bun model/adapters/node/adapter.mjs' …
//          or 'target/npm/node_modules/@deno/linux-x64-glibc/deno run --allow-all model/adapters/node/adapter.mjs'
//
// From "ready" to its turn each task takes two microtasks here. Otherwise tasks would overtake each other by an accident
// of how many promises each of them awaits.
import { readSync } from "node:fs";

/** What programs write: a wait is for a promise that set() settles. It cannot be unsettled; clear() makes a new one. */
class PromiseEvent {
  isSet = false;
  promise = new Promise((resolve) => { this.resolve = resolve; });
  set() { this.isSet = true; this.resolve(); }
  clear() { if (this.isSet) Object.assign(this, new PromiseEvent()); }
  wait(signal) { return orAborted(this.promise, signal); }
}

const orAborted = (promise, signal) => Promise.race([promise,
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))]);
const turn = () => Promise.resolve().then(() => {});

const plugin = process.argv[2] ? await import(new URL(process.argv[2], `file://${process.cwd()}/`)) : {};
const host = ["bun", "deno", "node"].find((name) => process.versions[name]);
const { name = host + " promise event", Event = PromiseEvent, Flag, pause = turn, features = ["deadlock"] } = plugin;

const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const chunk = Buffer.alloc(65536);
let heard = "";

/** The suite's next request. It is read synchronously: nobody else runs meanwhile. */
function ask() {
  while (!heard.includes("\n")) {
    const size = readSync(0, chunk);
    if (size === 0) process.exit(0);
    heard += chunk.toString("utf8", 0, size);
  }
  const end = heard.indexOf("\n"), line = heard.slice(0, end);
  heard = heard.slice(end + 1);
  return JSON.parse(line);
}

class Scenario {
  constructor(begin, done) {
    this.events = Object.fromEntries(begin.events.map((name) => [name, new Event()]));
    this.flags = Object.fromEntries(begin.flags.map((name) => [name, new Flag()]));
    this.controllers = new Map();  // one for each live task
    this.done = done;
  }

  finish(line) {
    this.over = true;
    say(line);
    this.done();
  }

  /** The life of one task: says how its last operation ended, then does what the suite asks of it. */
  async live(task) {
    for (let reply = { task, result: "started" }; !this.over; ) {
      say(reply);
      const controller = new AbortController(), request = ask();
      this.controllers.set(task, controller);
      if (request.op === "exit" || request.op === "end") {
        this.controllers.delete(task);
        return task === "main" && this.finish({ ended: true });
      }
      reply = { task, result: "ok" };
      const timer = request.timeout_ms && setTimeout(() => controller.abort("timeout"), request.timeout_ms);
      try {
        const pending = this.perform(request, reply, controller.signal);
        if (pending) await pending;
        if (request.op === "yield") controller.signal.throwIfAborted();  // not before this task's own turn
      } catch (reason) {
        if (reason !== controller.signal.reason && reason !== "refused") throw reason;
        reply.result = reason;
      }
      clearTimeout(timer);
    }
  }

  perform(request, reply, signal) {
    const flag = this.flags[request.flag], thing = flag ?? this.events[request.event];
    switch (request.op) {
      case "wait": reply.result = "woken"; return thing.wait(signal);
      case "set": thing.set(); break;
      case "clear": thing.clear(); break;
      case "is_set": reply.value = thing.isSet; break;
      case "yield": return pause();
      case "sleep": return orAborted(new Promise((resolve) => setTimeout(resolve, request.ms)), signal);
      case "hog": for (const end = performance.now() + request.ms; performance.now() < end; ); break;
      case "spawn": this.controllers.set(request.task); turn().then(() => this.live(request.task)); break;
      case "cancel": this.controllers.get(request.task).abort("cancelled"); break;
      case "interrupt": flag.interrupt(); break;
      case "arm": flag.arm(request.delay_ms); break;
      default: throw new Error("no such operation: " + request.op);
    }
  }
}

let scenario;
process.on("beforeExit", () => setImmediate(() => scenario.finish({ deadlock: [...scenario.controllers.keys()] })));
say({ fanion: 1, name, version: process.versions[host], features: ["event", "cancel", "timeout", ...features] });
// Not awaited by the module: Bun would wait for that, and Deno give up, where Node says that it has nothing left to do.
(async () => {
  for (let begin; (begin = ask()).op === "begin"; ) {
    await new Promise((done) => { scenario = new Scenario(begin, done); scenario.live("main"); });
  }
  process.exit(0);
})();
