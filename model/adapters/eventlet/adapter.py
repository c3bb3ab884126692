"""Conformance adapter for eventlet: the green threading.Event, kill() to cancel, time limits, and a flag that a pipe wakes.

Install: apt-get install python3-eventlet
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/eventlet/adapter.py' --profile asyncio,CancelDelivery=queued

With eventlet's own Event: see own.py. kill() runs the other green thread inside the call. So one of its own calls it.
"""
import json
import os
import sys
import threading
import time
from collections import deque

import eventlet
import greenlet
from eventlet import hubs
from eventlet.green import threading as green

NAME, EVENT = globals().get("OTHER", ("eventlet", green.Event))  # own.py gives another
CALLS, (READER, WRITER) = deque(), os.pipe()


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


def listen():
    """eventlet has no call that another thread may make. So that writes to a pipe, which a green thread reads."""
    while True:
        hubs.trampoline(READER, read=True)
        os.read(READER, 4096)
        while CALLS:
            CALLS.popleft()()


class Flag:
    """A flag as a program would build it: a setter raises the bit and asks the hub to look at it."""

    def __init__(self):
        self.event, self.raised, self.waited = green.Event(), False, False

    def set(self):
        self.raised = True
        CALLS.append(lambda: self.raised and self.event.set())
        os.write(WRITER, b"!")

    def clear(self):
        self.raised = False

    def wait(self, limit):
        if self.waited:
            return "refused"
        self.waited = True
        try:
            self.raised or self.event.clear()
            ended = self.raised or self.event.wait(limit)
            self.raised = self.raised and not ended
            return ended
        finally:
            self.waited = False


class Scenario:
    def __init__(self, begin):
        self.events = {name: EVENT() for name in begin["events"]}
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
            except greenlet.GreenletExit:  # what kill() throws
                reply["result"] = "cancelled"

    def perform(self, request, reply):
        op, event, flag = request["op"], self.events.get(request.get("event")), self.flags.get(request.get("flag"))
        if op == "wait":
            ending = (flag or event).wait(request["timeout_ms"] / 1000 if "timeout_ms" in request else None)
            return ending if ending == "refused" else "woken" if ending else "timeout"
        if op in ("set", "clear"):
            getattr(flag or event, op)()
        elif op == "is_set":
            reply["value"] = event.is_set()
        elif op in ("yield", "sleep"):
            eventlet.sleep(request.get("ms", 0) / 1000)
        elif op == "spawn":
            self.tasks[request["task"]] = eventlet.spawn(self.live, request["task"])
        elif op == "cancel":
            eventlet.spawn_n(self.tasks[request["task"]].kill)
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


say({"fanion": 1, "name": NAME, "version": eventlet.__version__,
     "features": ["event", "cancel", "timeout", "flag", "interrupt", "arm"]})
eventlet.spawn(listen)
for request in iter(ask, {"op": "quit"}):
    scenario = Scenario(request)
    eventlet.spawn(scenario.live, "main").wait()
    scenario.over = True
    for task in scenario.tasks.values():
        task.kill()
    say({"ended": True})
