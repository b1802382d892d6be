"""Carries cases with 1 or 8 workers for some seconds: processes of threads, as gunicorn serves."""

import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from uuid import UUID

Carry = Callable[[UUID, int], None]


def rate(kind: str, workers: int, seconds: float, boot: Callable[[], None]) -> float:
    """Cases per second of `kind` ("ours" or "spiff"): 1 = one thread in one process, 8 = two processes of four.

    `boot` starts Django in a new process; it must be importable there.
    """
    processes, threads = (1, 1) if workers == 1 else (2, workers // 2)
    context = multiprocessing.get_context("spawn")
    gate = context.Barrier(processes)
    answers = context.Queue()
    jobs = [
        context.Process(target=_process, args=(kind, threads, n * threads, seconds, boot, gate, answers))
        for n in range(processes)
    ]
    for job in jobs:
        job.start()
    done = [answers.get(timeout=seconds + 120) for _ in jobs]
    for job in jobs:
        job.join()
    failed = [answer for answer in done if isinstance(answer, str)]
    if failed:
        raise RuntimeError(failed[0])
    return float(sum(done))


def _process(kind: str, threads: int, first: int, seconds: float, boot, gate, answers) -> None:  # type: ignore[no-untyped-def]
    try:
        boot()
        carry, ready = _prepare(kind, int(seconds * 400))
        gate.wait(120)
        with ThreadPoolExecutor(threads) as pool:
            runs = [pool.submit(_thread, carry, ready[n::threads], first + n, seconds) for n in range(threads)]
            answers.put(sum(run.result() for run in runs))
    except Exception as problem:  # noqa: BLE001  the parent process must hear of it, whatever it was
        answers.put(f"{kind}: {type(problem).__name__}: {problem}")


def _prepare(kind: str, enough: int) -> tuple[Carry, list[UUID]]:
    from motcua.ops.bench import case
    from motcua.ops.bench.spiff import Engine

    if kind == "spiff":
        return Engine().carry, [UUID(int=n) for n in range(enough)]
    return case.carry, case.applications(enough)


def _thread(carry: Carry, ready: list[UUID], counter: int, seconds: float) -> float:
    for warm in ready[:2]:
        carry(warm, counter)
    start = time.perf_counter()
    for done in count(1):
        carry(ready[1 + done], counter)
        spent = time.perf_counter() - start
        if spent >= seconds:
            return done / spent
    raise AssertionError("count() does not end")
