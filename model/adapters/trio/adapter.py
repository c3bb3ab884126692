"""Conformance adapter for trio: trio.Event, cancellation by scopes, time limits, and a flag that run_sync_soon wakes.

Install: apt-get install python3-trio
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/trio/adapter.py' --profile trio

With --clock time is trio's own: it passes while a task is busy, and jumps to the next deadline when all tasks wait.
A scope stays cancelled for good, so each operation gets one of its own. An event cannot be cleared: a new one takes its place.
"""
import contextlib
import json
import os
import sys
import threading
import time

import trio
import trio.testing

CLOCK = trio.testing.MockClock(autojump_threshold=0) if "--clock" in sys.argv else None


def say(reply):
    if CLOCK and "fanion" not in reply:
        reply["now"] = CLOCK.current_time() * 1000
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


class Flag:
    """A flag as a program would build it: a setter raises the bit and asks the loop to look at it."""

    def __init__(self):
        self.event, self.raised, self.waited = trio.Event(), False, False
        self.soon = trio.lowlevel.current_trio_token().run_sync_soon

    def set(self):
        self.raised = True
        with contextlib.suppress(trio.RunFinishedError):
            self.soon(lambda: self.raised and self.event.set())

    async def wait(self):
        if self.waited:
            return "refused"
        self.waited = True
        try:
            if not self.raised:
                self.event = trio.Event()
                await self.event.wait()
            self.raised = False
        finally:
            self.waited = False


class Scenario:
    def __init__(self, begin, nursery):
        self.events = {name: trio.Event() for name in begin["events"]}
        self.flags = {name: Flag() for name in begin["flags"]}
        self.nursery, self.scopes, self.over = nursery, {}, False

    async def live(self, name):
        """The life of one task: says how its last operation ended, then does what the suite asks of it."""
        reply = {"task": name, "result": "started"}
        while not self.over:  # trio starts a task even if it was cancelled before
            say(reply)
            request = ask()
            if request["op"] in ("exit", "end"):
                return
            reply = {"task": name, "result": "cancelled"}
            with trio.CancelScope() as self.scopes[name]:
                reply["result"] = await self.perform(request, reply) or "ok"

    async def perform(self, request, reply):
        op, event, flag = request["op"], request.get("event"), self.flags.get(request.get("flag"))
        if op == "wait":
            with trio.move_on_after(request.get("timeout_ms", float("inf")) / 1000):
                return await (flag or self.events[event]).wait() or "woken"
            return "timeout"
        if op == "set":
            (flag or self.events[event]).set()
        elif op == "clear" and flag:
            flag.raised = False
        elif op == "clear" and self.events[event].is_set():
            self.events[event] = trio.Event()
        elif op == "is_set":
            reply["value"] = self.events[event].is_set()
        elif op in ("yield", "sleep"):
            await trio.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.nursery.start_soon(self.live, request["task"])
        elif op == "cancel":
            self.scopes[request["task"]].cancel()
        elif op == "hog":
            (CLOCK.jump if CLOCK else time.sleep)(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


async def run(begin):
    async with trio.open_nursery() as nursery:
        scenario = Scenario(begin, nursery)
        await scenario.live("main")
        scenario.over = True
        nursery.cancel_scope.cancel()


say({"fanion": 1, "name": "trio", "version": trio.__version__,
     "features": ["event", "cancel", "timeout", "flag", "interrupt", "clock" if CLOCK else "arm"]})
for request in iter(ask, {"op": "quit"}):
    trio.run(run, request, clock=CLOCK)  # one run a scenario: nothing of it reaches the next
    say({"ended": True})
