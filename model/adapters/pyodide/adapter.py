"""The part of the adapter for Pyodide that Pyodide runs; node.mjs says how. The loop is JavaScript's, so nothing here can
run it: one task serves one scenario after another."""
import asyncio
import json
import platform
import time
import traceback

from js import hear, process, tell


def say(reply):
    tell(json.dumps(reply))


def ask():
    return json.loads(hear())


class Scenario:
    def __init__(self, begin):
        self.events = {name: asyncio.Event() for name in begin["events"]}
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
                while asyncio.current_task().uncancel():
                    pass  # a count left standing would mislead the next asyncio.timeout
                reply["result"] = "cancelled"
            except asyncio.TimeoutError:
                reply["result"] = "timeout"
            except Exception:  # the runtime's: the suite takes the end of the process for a crash
                traceback.print_exc()
                process.exit(1)

    async def perform(self, request, reply):
        op, event = request["op"], self.events.get(request.get("event"))
        if op == "wait":
            async with asyncio.timeout(request["timeout_ms"] / 1000 if "timeout_ms" in request else None):
                await event.wait()
            reply["result"] = "woken"
        elif op in ("set", "clear"):
            getattr(event, op)()
        elif op == "is_set":
            reply["value"] = event.is_set()
        elif op in ("yield", "sleep"):
            await asyncio.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.tasks[request["task"]] = asyncio.create_task(self.live(request["task"]))
        elif op == "cancel":
            self.tasks[request["task"]].cancel()
        elif op == "hog":
            time.sleep(request["ms"] / 1000)


async def serve():
    say({"fanion": 1, "name": "Pyodide, CPython " + platform.python_version(), "version": __import__("pyodide").__version__,
         "features": ["event", "cancel", "timeout"]})
    for request in iter(ask, {"op": "quit"}):
        scenario = Scenario(request)
        await scenario.live("main")
        scenario.over = True
        for task in scenario.tasks.values():
            task.cancel()
        await asyncio.gather(*scenario.tasks.values(), return_exceptions=True)
        say({"ended": True})


serving = asyncio.ensure_future(serve())
