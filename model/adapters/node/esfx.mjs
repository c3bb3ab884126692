// npm's @esfx/async-manualresetevent as the event of adapter.mjs.
//
// Install: npm install --prefix target/npm @esfx/async-manualresetevent
// Run:     ./fanion conform --adapter 'node model/adapters/node/adapter.mjs model/adapters/node/esfx.mjs' \
//            --profile asyncio,WaitOnSet=yields,Timers=idle,CancelAfterSet=woken
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../target/npm/", import.meta.url));
const { AsyncManualResetEvent } = require("@esfx/async-manualresetevent");
const { Cancelable } = require("@esfx/cancelable");

/** An AbortSignal in the form that the package takes. */
const cancelable = (signal) => ({ [Cancelable.cancelSignal]: () => ({
  get signaled() { return signal.aborted; },
  get reason() { return signal.reason; },
  subscribe(listener) {
    signal.addEventListener("abort", listener);
    return { unsubscribe() { signal.removeEventListener("abort", listener); } };
  },
}) });

export const name = "npm @esfx/async-manualresetevent";
export class Event {
  event = new AsyncManualResetEvent();
  get isSet() { return this.event.isSet; }
  set() { this.event.set(); }
  clear() { this.event.reset(); }

  /** On a set event this is one promise less than else: so one more here, or such a wait would overtake those who are ready. */
  wait(signal) {
    const wait = this.event.wait(cancelable(signal));
    return this.isSet ? wait.then() : wait;
  }
}
