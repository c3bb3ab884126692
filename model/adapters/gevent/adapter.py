"""Conformance adapter for gevent: its Event, kill() to cancel, time limits, and a flag that run_callback_threadsafe wakes.

Install: apt-get install python3-gevent
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/gevent/adapter.py' --profile gevent
What is wrong with it is in `findings`, a program for each.
"""
import json
import os
import sys
import threading
import time

import gevent
import gevent.event


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


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
            self.raised or self.event.clear()
            ended = self.raised or self.event.wait(limit)
            self.raised = self.raised and not ended
            return ended
        finally:
            self.waited = False
            self.alive.stop()


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
            except gevent.GreenletExit:  # what kill() throws
                reply["result"] = "cancelled"

    def perform(self, request, reply):
        op, event, flag = request["op"], self.events.get(request.get("event")), self.flags.get(request.get("flag"))
        if op == "wait":
            ending = (flag or event).wait(request["timeout_ms"] / 1000 if "timeout_ms" in request else None)
            return ending if ending == "refused" else "woken" if ending else "timeout"
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
            self.tasks[request["task"]].kill(block=False)
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


say({"fanion": 1, "name": "gevent", "version": gevent.__version__,
     "features": ["event", "cancel", "timeout", "flag", "interrupt", "arm", "deadlock"]})
for request in iter(ask, {"op": "quit"}):
    scenario = Scenario(request)
    end = {"ended": True}
    try:
        gevent.spawn(scenario.live, "main").join()
    except gevent.exceptions.LoopExit:
        end = {"deadlock": ["main"] + [name for name, task in scenario.tasks.items() if not task.dead]}
    scenario.over = True
    gevent.killall(list(scenario.tasks.values()))
    say(end)
