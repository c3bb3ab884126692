"""Conformance adapter for eventlet's own Event, eventlet.event.Event: send() to set, reset() to clear; all else as in adapter.py.

Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/eventlet/own.py' \\
           --profile asyncio,WakeOrder=group,CancelDelivery=queued
What is wrong with it is in `findings`, a program for each.
"""
import os
import runpy

import eventlet.event


class Own:
    """A second send() would raise, and so would a reset() before the first."""

    def __init__(self):
        self.event = eventlet.event.Event()
        self.is_set, self.wait = self.event.ready, self.event.wait

    def set(self):
        self.is_set() or self.event.send(True)

    def clear(self):
        self.is_set() and self.event.reset()


runpy.run_path(os.path.join(os.path.dirname(__file__), "adapter.py"), {"OTHER": ("eventlet Event", Own)})
