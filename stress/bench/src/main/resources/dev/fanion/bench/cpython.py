"""asyncio.Event by the same shapes as the benchmarks in Java. Prints: operation, subject, number."""

import asyncio
import sys
import threading
import time

FULL = sys.argv[1:] == ["FULL"]


def tell(operation, value):
    print(operation, "CPYTHON", value, flush=True)


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: {found} turns, not {expected}")


async def resume(waiters, rounds):
    event = asyncio.Event()
    turns = 0

    async def waiter():
        nonlocal turns
        while True:
            await event.wait()
            turns += 1

    tasks = [asyncio.ensure_future(waiter()) for _ in range(waiters)]
    await asyncio.sleep(0)
    start = time.perf_counter_ns()
    for _ in range(rounds):
        event.set()
        event.clear()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    nanos = time.perf_counter_ns() - start
    check(turns, waiters * rounds, "resume")
    tell(f"resume/{waiters}", nanos / turns)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def cancel(waiters, times):
    event = asyncio.Event()
    cancelled = 0
    over = False

    async def waiter():
        nonlocal cancelled
        while not over:
            try:
                await event.wait()
            except asyncio.CancelledError:
                cancelled += 1

    tasks = [asyncio.ensure_future(waiter()) for _ in range(waiters)]
    await asyncio.sleep(0)
    nanos = 0
    for i in range(times):
        victim = tasks[i * 7919 % waiters]
        start = time.perf_counter_ns()
        victim.cancel()
        while cancelled == i:
            await asyncio.sleep(0)
        nanos += time.perf_counter_ns() - start
    check(cancelled, times, "cancel")
    tell(f"cancel/{waiters}", nanos / times)
    over = True
    event.set()
    await asyncio.gather(*tasks)


async def ping_pong(rounds):
    ping, pong = asyncio.Event(), asyncio.Event()

    async def play(mine, other):
        for _ in range(rounds):
            await mine.wait()
            mine.clear()
            other.set()
        return rounds

    players = [asyncio.ensure_future(play(ping, pong)), asyncio.ensure_future(play(pong, ping))]
    await asyncio.sleep(0)
    start = time.perf_counter_ns()
    ping.set()
    check(sum(await asyncio.gather(*players)), 2 * rounds, "ping-pong")
    tell("pingPong", (time.perf_counter_ns() - start) / rounds)


async def await_set(times):
    event = asyncio.Event()
    event.set()
    ended = 0
    start = time.perf_counter_ns()
    for _ in range(times):
        ended += await event.wait()
    nanos = time.perf_counter_ns() - start
    check(ended, times, "wait")
    tell("awaitSet", nanos / times)


async def wake(times):
    """Another thread sets an event in a loop that sleeps."""
    loop, event, latencies = asyncio.get_running_loop(), asyncio.Event(), []
    asleep, stamps = threading.Semaphore(0), []

    def signaller():
        for _ in range(times):
            asleep.acquire()
            time.sleep(0.0005)
            stamps.append(time.perf_counter_ns())
            loop.call_soon_threadsafe(event.set)

    thread = threading.Thread(target=signaller)
    thread.start()
    for i in range(times):
        asleep.release()
        await event.wait()
        latencies.append(time.perf_counter_ns() - stamps[i])
        event.clear()
    thread.join()
    latencies.sort()
    check(len(latencies), times, "wake")
    tell("wake/p50", latencies[times // 2])
    tell("wake/p99", latencies[times * 99 // 100])
    tell("wake/max", latencies[-1])


def main():
    crowds = [(1, 50_000), (100, 1_000), (10_000, 10)] + ([(1_000_000, 2)] if FULL else [])
    for waiters, rounds in crowds:
        asyncio.run(resume(waiters, rounds))
    for waiters, times in [(1, 20_000), (100, 20_000), (10_000, 2_000)] + ([(1_000_000, 100)] if FULL else []):
        asyncio.run(cancel(waiters, times))
    asyncio.run(ping_pong(50_000))
    asyncio.run(await_set(1_000_000))
    asyncio.run(wake(4_000 if FULL else 1_000))


main()
