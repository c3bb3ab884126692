"""Conformance adapter for gevent: gevent.event.Event, cancellation by kill(), time limits, and a flag that
run_callback_threadsafe wakes.

Install: apt-get install python3-gevent
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/gevent/adapter.py' --profile asyncio,WakeOrder=any
"""
import json
import os
import sys
import threading
import time

import gevent
import gevent.event
import gevent.exceptions


class Cancelled(BaseException):
    """What kill() throws into a greenlet, which catches it and lives on."""


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    line = sys.stdin.readline()
    return json.loads(line) if line else os._exit(0)


class Flag:
    """A flag as a program would build it: a setter raises the bit and asks the loop to look at it."""

    def __init__(self):
        self.event, self.raised, self.waited = gevent.event.Event(), False, False
        self.loop = gevent.get_hub().loop
        self.alive = self.loop.async_()

    def set(self):
        self.raised = True
        self.loop.run_callback_threadsafe(lambda: self.raised and self.event.set())

    def wait(self, limit):
        if self.waited:
            return "refused"
        self.waited = True
        self.alive.start(lambda: None)  # or gevent would take the loop for idle, and raise LoopExit
        try:
            if not self.raised:
                self.event.clear()
                if not self.event.wait(limit):
                    return "timeout"
            self.raised = False
        finally:
            self.waited = False
            self.alive.stop()
        return "woken"


class Scenario:
    def __init__(self, begin):
        self.events = {name: gevent.event.Event() for name in begin["events"]}
        self.flags = {name: Flag() for name in begin["flags"]}
        self.tasks, self.over = {}, False

    def live(self, name):
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
                reply["result"] = self.perform(request, reply) or "ok"
            except Cancelled:
                reply["result"] = "cancelled"

    def perform(self, request, reply):
        op, event, flag = request["op"], self.events.get(request.get("event")), self.flags.get(request.get("flag"))
        limit = request["timeout_ms"] / 1000 if "timeout_ms" in request else None
        if op == "wait" and flag:
            return flag.wait(limit)
        if op == "wait":
            return "woken" if event.wait(limit) else "timeout"
        if op == "set":
            (flag or event).set()
        elif op == "clear" and flag:
            flag.raised = False
        elif op == "clear":
            event.clear()
        elif op == "is_set":
            reply["value"] = event.is_set()
        elif op in ("yield", "sleep"):
            gevent.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.tasks[request["task"]] = gevent.spawn(self.live, request["task"])
        elif op == "cancel":
            self.tasks[request["task"]].kill(Cancelled, block=False)
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


say({"fanion": 1, "name": "gevent", "version": gevent.__version__,
     "features": ["event", "cancel", "timeout", "flag", "interrupt", "arm", "deadlock"]})
for request in iter(ask, {"op": "quit"}):
    scenario = Scenario(request)
    scenario.tasks["main"] = gevent.spawn(scenario.live, "main")
    end = {"ended": True}
    try:
        scenario.tasks["main"].join()
    except gevent.exceptions.LoopExit:
        end = {"deadlock": [name for name, task in scenario.tasks.items() if not task.dead]}
    scenario.over = True
    gevent.killall(list(scenario.tasks.values()))
    say(end)
