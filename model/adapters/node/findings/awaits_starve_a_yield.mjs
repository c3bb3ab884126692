// Node 20: a task that awaits settled promises is never behind one that waits for setImmediate, so that a yield of the one ends
// only when the other stops (the side Yields = idle).
// Run: node model/adapters/node/findings/awaits_starve_a_yield.mjs
let yielded = false, awaits = 0;
setImmediate(() => { yielded = true; });
while (!yielded && awaits < 1e6) { await null; awaits++; }
console.log(yielded ? "the yield ended" : "the yield had not ended", "after", awaits, "awaits");
