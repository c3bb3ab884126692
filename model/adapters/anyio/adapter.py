"""Conformance adapter for anyio on asyncio or on trio: anyio.Event, cancellation by scopes and time limits.

Install: apt-get install python3-anyio python3-trio
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/anyio/adapter.py asyncio' --profile asyncio
or:      ./fanion conform --adapter '/usr/bin/python3 model/adapters/anyio/adapter.py trio' --profile trio

A scope stays cancelled for good, so each operation gets a scope of its own. An anyio.Event cannot be cleared: a new event
takes the place of one that is set.
"""
import importlib.metadata
import json
import os
import sys
import time

import anyio


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


class Scenario:
    def __init__(self, begin, group):
        self.events = {name: anyio.Event() for name in begin["events"]}
        self.group, self.scopes, self.over = group, {}, False

    async def live(self, name):
        """The life of one task: says how its last operation ended, then does what the suite asks of it."""
        reply = {"task": name, "result": "started"}
        while not self.over:  # on trio a task starts even if it was cancelled before
            say(reply)
            request = ask()
            if request["op"] in ("exit", "end"):
                return
            reply = {"task": name, "result": "cancelled"}
            with anyio.CancelScope() as self.scopes[name]:
                reply["result"] = await self.perform(request, reply) or "ok"

    async def perform(self, request, reply):
        op, event = request["op"], request.get("event")
        if op == "wait":
            with anyio.move_on_after(request.get("timeout_ms", float("inf")) / 1000):
                await self.events[event].wait()
                return "woken"
            return "timeout"
        if op == "set":
            self.events[event].set()
        elif op == "clear" and self.events[event].is_set():
            self.events[event] = anyio.Event()
        elif op == "is_set":
            reply["value"] = self.events[event].is_set()
        elif op in ("yield", "sleep"):
            await anyio.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.group.start_soon(self.live, request["task"])
        elif op == "cancel":
            self.scopes[request["task"]].cancel()
        elif op == "hog":
            time.sleep(request["ms"] / 1000)


async def run(begin):
    async with anyio.create_task_group() as group:
        scenario = Scenario(begin, group)
        await scenario.live("main")
        scenario.over = True
        group.cancel_scope.cancel()


version = importlib.metadata.version("anyio")
say({"fanion": 1, "name": "anyio on " + sys.argv[1], "version": version, "features": ["event", "cancel", "timeout"]})
for request in iter(ask, {"op": "quit"}):
    anyio.run(run, request, backend=sys.argv[1])  # one run a scenario: nothing of it reaches the next
    say({"ended": True})
