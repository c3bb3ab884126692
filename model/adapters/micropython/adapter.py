"""Conformance adapter for MicroPython: asyncio.Event, cancellation, time limits by wait_for_ms, and ThreadSafeFlag
where asyncio exports it.

On the unix port, with micropython on the path:
    ./fanion conform --adapter 'micropython model/adapters/micropython/adapter.py' --profile micropython
Under Node, where npm has a build:
    npm install --prefix target/npm @micropython/micropython-webassembly-pyscript
    ./fanion conform --adapter 'node model/adapters/micropython/node.mjs' --profile micropython

The build for JavaScript has the class, but does not export it: it has nothing to poll a flag with.
"""
import asyncio
import json
import sys
import time

try:
    from js import hear, tell  # the build for JavaScript, whose loop is that of JavaScript
    js = True
except ImportError:
    js, hear, tell = False, sys.stdin.readline, print


def say(reply):
    tell(json.dumps(reply))


def ask():
    line = hear()
    return json.loads(line) if line else sys.exit()


class Scenario:
    def __init__(self, begin):
        self.things = {name: asyncio.Event() for name in begin["events"]}
        self.things.update({name: asyncio.ThreadSafeFlag() for name in begin["flags"]})
        self.tasks, self.over = {}, False

    async def live(self, name):
        """The life of one task: says how its last operation ended, then does what the suite asks of it."""
        reply = {"task": name, "result": "started"}
        while not self.over:
            say(reply)
            request = ask()
            if request["op"] in ("exit", "end"):
                return
            reply = {"task": name, "result": "ok"}
            try:
                await self.perform(request, reply)
            except asyncio.CancelledError:
                reply["result"] = "cancelled"
            except asyncio.TimeoutError:
                reply["result"] = "timeout"

    async def perform(self, request, reply):
        op = request["op"]
        thing = self.things.get(request.get("event") or request.get("flag"))
        if op == "wait":
            wait = thing.wait()
            await (asyncio.wait_for_ms(wait, request["timeout_ms"]) if "timeout_ms" in request else wait)
            reply["result"] = "woken"
        elif op in ("set", "clear"):
            getattr(thing, op)()
        elif op == "is_set":
            reply["value"] = thing.is_set()
        elif op in ("yield", "sleep"):
            await asyncio.sleep_ms(request.get("ms", 0))
        elif op == "spawn":
            self.tasks[request["task"]] = asyncio.create_task(self.live(request["task"]))
        elif op == "cancel":
            self.tasks[request["task"]].cancel()
        elif op == "hog":
            begin = time.ticks_ms()
            while time.ticks_diff(time.ticks_ms(), begin) < request["ms"]:
                pass


async def serve():
    global scenario
    while (request := ask())["op"] == "begin":
        scenario = Scenario(request)
        await scenario.live("main")
        scenario.over = True
        for task in scenario.tasks.values():
            task.cancel()
        for task in scenario.tasks.values():
            try:
                await task
            except asyncio.CancelledError:
                pass
        say({"ended": True})
    sys.exit()


def stuck():
    """Nothing can wake anybody any more: asyncio.run has returned, or Node is about to exit. What is blocked is left behind."""
    scenario.over = True
    say({"deadlock": ["main"] + [name for name in scenario.tasks if not scenario.tasks[name].done()]})
    if js:
        asyncio.create_task(serve())


say({"fanion": 1, "name": "MicroPython " + sys.platform, "version": "%d.%d.%d" % sys.implementation[1][:3],
     "features": ["event", "cancel", "timeout", "deadlock"] + ["flag"] * hasattr(asyncio, "ThreadSafeFlag")})
if js:
    asyncio.create_task(serve())
while not js:
    asyncio.run(serve())  # returns when nothing is ready, though main has not ended
    stuck()
