"""Conformance adapter for uvloop: the one for CPython's asyncio, on uvloop's loop.

Install: apt-get install python3-uvloop
Run:     ./fanion conform --adapter '/usr/bin/python3 model/adapters/uvloop/adapter.py'
"""
import asyncio
import os
import runpy

import uvloop

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
here = os.path.dirname(os.path.abspath(__file__))
runpy.run_path(os.path.join(here, "..", "cpython", "cpython.py"), run_name="__main__")
