"""Conformance adapter for Twisted: an event made of Deferreds, cancel() of the Deferred that a task awaits, addTimeout for
limits, and a flag that reactor.callFromThread wakes.

Install: apt-get install python3-twisted
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/twisted/adapter.py' --profile asyncio,CancelDelivery=queued

A Deferred calls its waiters inside callback() and cancel(). So both are called from a turn of their own: callLater(0).
"""
import json
import os
import sys
import threading
import time

import twisted
from twisted.internet import defer, reactor, task


def say(reply):
    print(json.dumps(reply), flush=True)


def ask():
    return json.loads(sys.stdin.readline() or os._exit(0))


class Event:
    """What programs write: a Deferred for each waiter, and set() calls back those that have not ended otherwise by then."""

    def __init__(self):
        self.raised, self.waiters = False, []

    def set(self):
        self.raised = True
        for waiter in self.waiters:
            reactor.callLater(0, self.wake, waiter)
        self.waiters = []

    def wake(self, waiter):
        waiter.called or waiter.callback("woken")

    def clear(self):
        self.raised = False

    def wait(self):
        if self.raised:
            return defer.succeed("woken")
        self.waiters.append(waiter := defer.Deferred(lambda it: it in self.waiters and self.waiters.remove(it)))
        return waiter


class Flag(Event):
    """A flag as a program would build it: a setter raises the bit and asks the reactor to look at it."""

    def set(self):
        self.raised = True
        reactor.callFromThread(lambda: self.raised and Event.set(self))

    def wake(self, waiter):
        self.raised = self.raised and waiter.called  # the waiter runs inside callback()
        super().wake(waiter)

    def wait(self):
        if self.waiters:
            return defer.succeed("refused")
        pending, self.raised = super().wait(), False
        return pending


class Scenario:
    def __init__(self, begin):
        self.events = {name: Event() for name in begin["events"]}
        self.flags = {name: Flag() for name in begin["flags"]}
        self.pending, self.over = {}, False  # what each task awaits, or has awaited last

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
                if pending := self.perform(request, reply):
                    self.pending[name] = pending
                    reply["result"] = await pending or "ok"
            except defer.CancelledError:
                reply["result"] = "cancelled"
            except defer.TimeoutError:
                reply["result"] = "timeout"

    def perform(self, request, reply):
        op, event, flag = request["op"], self.events.get(request.get("event")), self.flags.get(request.get("flag"))
        if op == "wait":
            pending = (flag or event).wait()
            return pending.addTimeout(request["timeout_ms"] / 1000, reactor) if "timeout_ms" in request else pending
        if op in ("yield", "sleep"):
            return task.deferLater(reactor, request.get("ms", 0) / 1000)
        if op in ("set", "clear"):
            getattr(flag or event, op)()
        elif op == "is_set":
            reply["value"] = event.raised
        elif op == "spawn":
            reactor.callLater(0, lambda: defer.ensureDeferred(self.live(request["task"])))
        elif op == "cancel":
            reactor.callLater(0, lambda: self.pending[request["task"]].cancel())  # does nothing to what has ended
        elif op == "hog":
            time.sleep(request["ms"] / 1000)
        elif op in ("interrupt", "arm"):
            (setter := threading.Timer(request.get("delay_ms", 0) / 1000, flag.set)).start()
            op == "arm" or setter.join()


async def main():
    say({"fanion": 1, "name": "Twisted", "version": twisted.__version__,
         "features": ["event", "cancel", "timeout", "flag", "interrupt", "arm"]})
    for request in iter(ask, {"op": "quit"}):
        scenario = Scenario(request)
        await scenario.live("main")
        scenario.over = True
        for pending in list(scenario.pending.values()):
            pending.cancel()
        say({"ended": True})

task.react(lambda reactor: defer.ensureDeferred(main()))
