"""Conformance adapter for stock CPython 3.8 or later: asyncio.Event, cancellation and, from 3.11 on, time limits.

Run: ./fanion conform --adapter 'python3 model/adapters/cpython/cpython.py'
or:  ./fanion conform --adapter 'python3 model/adapters/cpython/cpython.py --wait-for'

Limits are by asyncio.timeout, which came with 3.11. With --wait-for they are by asyncio.wait_for, also before 3.11. Up to 3.11
that waits in a task of its own (LimitedWait = wrapped), and swallows a cancellation.

The loop decides which task runs; the running task asks the suite what to do next. The read blocks inside the running task,
since no other task may run while the suite chooses.
"""
import asyncio
import json
import os
import platform
import sys
import time
import traceback

WAIT_FOR = "--wait-for" in sys.argv
LIMITS = WAIT_FOR or hasattr(asyncio, "timeout")
COUNTED = hasattr(asyncio.Task, "uncancel")  # cancellations, from 3.11 on
encode = json.JSONEncoder(separators=(",", ":")).encode


def say(reply):
    sys.stdout.write(encode(reply) + "\n")
    sys.stdout.flush()


def ask():
    """The next request. At the end of input the process ends, whatever still runs, since no reply would be read."""
    line = sys.stdin.buffer.readline()
    return json.loads(line.decode()) if line else os._exit(0)


class Scenario:
    """One run of one loop: the objects that `begin` named, and the tasks spawned so far."""

    def __init__(self, begin):
        self.events = {name: asyncio.Event() for name in begin["events"]}
        self.tasks = {}
        self.over = False

    async def live(self, name):
        """The life of one task: replies how its last operation ended, then does what the next request says."""
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
                while COUNTED and asyncio.current_task().uncancel():
                    pass  # a cancellation that is still counted would mislead the next asyncio.timeout
                reply["result"] = "cancelled"
            except asyncio.TimeoutError:
                reply["result"] = "timeout"
            except Exception:  # the runtime's: the suite takes the end of the process for a crash
                traceback.print_exc()
                os._exit(1)

    async def perform(self, request, reply):
        op = request["op"]
        if op == "wait":
            event = self.events[request["event"]]
            if "timeout_ms" not in request:
                await event.wait()
            elif WAIT_FOR:
                await asyncio.wait_for(event.wait(), request["timeout_ms"] / 1000)
            else:
                async with asyncio.timeout(request["timeout_ms"] / 1000):
                    await event.wait()
            reply["result"] = "woken"
        elif op in ("set", "clear"):
            getattr(self.events[request["event"]], op)()
        elif op == "is_set":
            reply["value"] = self.events[request["event"]].is_set()
        elif op in ("yield", "sleep"):
            await asyncio.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.tasks[request["task"]] = asyncio.get_running_loop().create_task(self.live(request["task"]))
        elif op == "cancel":
            self.tasks[request["task"]].cancel()
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        else:
            raise ValueError("no such operation: " + op)


async def run(begin):
    """The main task. When it has ended, the others are cancelled, as by asyncio.run, and end without a reply."""
    scenario = Scenario(begin)
    await scenario.live("main")
    scenario.over = True
    for task in scenario.tasks.values():
        task.cancel()
    await asyncio.gather(*scenario.tasks.values(), return_exceptions=True)


def runtime():
    """Whose loop runs, and its version: CPython's, or that of a package such as uvloop."""
    loop = asyncio.new_event_loop()
    loop.close()
    package = type(loop).__module__.split(".")[0]
    return ("CPython asyncio", platform.python_version()) if package == "asyncio" else (package, sys.modules[package].__version__)


name, version = runtime()
say({"fanion": 1, "name": name + " by wait_for" * WAIT_FOR, "version": version,
     "features": ["event", "cancel"] + ["timeout"] * LIMITS})
for request in iter(ask, {"op": "quit"}):
    loop = asyncio.new_event_loop()  # one for each scenario, so that no scenario can reach the next
    loop.run_until_complete(run(request))
    loop.close()
    say({"ended": True})
