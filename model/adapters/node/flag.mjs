// A flag in shared memory for adapter.mjs, which a worker thread sets and Atomics.waitAsync waits for.
//
// Install: nothing (Node 18 or later)
// Run:     ./fanion conform --adapter 'node model/adapters/node/adapter.mjs model/adapters/node/flag.mjs' --profile \
//            asyncio,WakeOrder=any,Yields=idle,WaitOnSet=yields,CancelAfterSet=woken,SignalConsumed=handed,WaitOnSetFlag=yields
//
// Microtasks keep the loop from everything else, so here a yield is a setImmediate. A wait on a set flag gives others a
// turn, as each `await` does.
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";

// Words: what to set, after how long, how many commands were given, how many were done; then one for each flag.
const shared = new Int32Array(new SharedArrayBuffer(1 << 24));
let words = 4;
const worker = new Worker(`
  const { workerData: shared } = require("node:worker_threads");
  for (let n = 0, armed = []; ; ) {
    const now = performance.now();
    for (const arm of armed.filter((arm) => arm.at <= now)) {
      Atomics.store(shared, arm.word, 1);
      Atomics.notify(shared, arm.word);
    }
    armed = armed.filter((arm) => arm.at > now);
    Atomics.store(shared, 3, n);
    Atomics.notify(shared, 3);
    Atomics.wait(shared, 2, n, Math.min(...armed.map((arm) => arm.at)) - now);
    if (Atomics.load(shared, 2) !== n) {
      armed.push({ word: shared[0], at: performance.now() + shared[1] });
      n++;
    }
  }`, { eval: true, workerData: shared });

export const name = "Node Atomics.waitAsync";
export const features = ["flag", "interrupt", "arm"];
export const pause = setImmediate;

export class Flag {
  word = words++;
  set() { Atomics.store(shared, this.word, 1); Atomics.notify(shared, this.word); }
  clear() { Atomics.store(shared, this.word, 0); }
  interrupt() { this.arm(0); }

  /** Has the worker set the flag. Returns when it has taken the command, and if the delay is 0 obeyed it. */
  arm(delay) {
    shared[0] = this.word;
    shared[1] = delay;
    const n = Atomics.add(shared, 2, 1);
    Atomics.notify(shared, 2);
    while (Atomics.load(shared, 3) === n) Atomics.wait(shared, 3, n);
  }

  wait(signal) {
    if (this.waited) throw "refused";
    this.waited = true;
    return this.waitAlone(signal);
  }

  async waitAlone(signal) {
    try {
      if (Atomics.exchange(shared, this.word, 0)) return;
      const { async, value } = Atomics.waitAsync(shared, this.word, 0);
      const aborted = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      if (async) await Promise.race([value, aborted]);
      Atomics.store(shared, this.word, 0);
    } finally {
      this.waited = false;
    }
  }
}
