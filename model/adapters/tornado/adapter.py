"""Conformance adapter for tornado: tornado.locks.Event with its own time limits, cancellation by asyncio's tasks, and a
flag that IOLoop.add_callback wakes.

Install: apt-get install python3-tornado
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/tornado/adapter.py'
with     --profile asyncio,WakeOrder=group,AfterWake=limited
"""
import asyncio
import datetime
import json
import os
import sys
import threading
import time

import tornado
from tornado import gen, ioloop, locks, util


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


class Flag:
    """A flag as a program would build it: a setter raises the bit and asks the loop to look at it."""

    def __init__(self):
        self.event, self.raised, self.waited = locks.Event(), False, False
        self.soon = ioloop.IOLoop.current().add_callback

    def set(self):
        self.raised = True
        self.soon(lambda: self.raised and self.event.set())

    def clear(self):
        self.raised = False

    async def wait(self, limit):
        if self.waited:
            return "refused"
        self.waited = True
        try:
            if not self.raised:
                self.event.clear()
                await self.event.wait(limit)
            self.raised = False
        finally:
            self.waited = False


class Scenario:
    def __init__(self, begin):
        self.events = {name: locks.Event() for name in begin["events"]}
        self.flags = {name: Flag() for name in begin["flags"]}
        self.tasks, self.over = {}, False

    async def live(self, name):
        """The life of one task: says how its last operation ended, then does what the suite asks of it."""
        reply = {"task": name, "result": "started"}
        while not self.over:
            say(reply)
            request = ask()
            if request["op"] in ("exit", "end"):
                self.over |= name == "main"
                return
            reply = {"task": name}
            try:
                reply["result"] = await self.perform(request, reply) or "ok"
            except asyncio.CancelledError:
                reply["result"] = "cancelled"
            except util.TimeoutError:
                reply["result"] = "timeout"

    async def perform(self, request, reply):
        op, event, flag = request["op"], self.events.get(request.get("event")), self.flags.get(request.get("flag"))
        if op == "wait":
            limit = datetime.timedelta(milliseconds=request["timeout_ms"]) if "timeout_ms" in request else None
            return await (flag or event).wait(limit) or "woken"
        if op == "set":
            (flag or event).set()
        elif op == "clear":
            (flag or event).clear()
        elif op == "is_set":
            reply["value"] = event.is_set()
        elif op in ("yield", "sleep"):
            await (gen.sleep(request["ms"] / 1000) if op == "sleep" else asyncio.sleep(0))
        elif op == "spawn":
            self.tasks[request["task"]] = asyncio.ensure_future(self.live(request["task"]))
        elif op == "cancel":
            self.tasks[request["task"]].cancel()
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


async def run(begin):
    await Scenario(begin).live("main")


say({"fanion": 1, "name": "tornado", "version": tornado.version,
     "features": ["event", "cancel", "timeout", "flag", "interrupt", "arm"]})
for request in iter(ask, {"op": "quit"}):
    asyncio.run(run(request))  # cancels what is left; nothing of a run reaches the next
    say({"ended": True})
