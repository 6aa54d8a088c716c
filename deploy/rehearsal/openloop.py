"""
Requests at their times, whether the ones before are answered or not, from one thread: what it costs is told, since it shares the
machine with what it measures.
"""
import asyncio
import time


class Connection(asyncio.Protocol):
    """One that is kept; at most one request is under way on it."""

    def __init__(self):
        self.buffer, self.waiting, self.transport = b"", None, None

    def connection_made(self, transport):
        self.transport = transport

    def ask(self, request):
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.waiting

    def data_received(self, data):
        self.buffer += data
        head, end, body = self.buffer.partition(b"\r\n\r\n")
        if not end or self.waiting is None:
            return
        lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        if "content-length" in headers:
            if len(body) < int(headers["content-length"]):
                return
        elif headers.get("transfer-encoding") == "chunked" and not body.endswith(b"0\r\n\r\n"):
            return
        self.buffer = b""
        if headers.get("connection") == "close":
            self.transport.close()
        waiting, self.waiting = self.waiting, None
        if not waiting.done():
            waiting.set_result((int(lines[0].split()[1]), headers, body))

    def connection_lost(self, failure):
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_exception(failure or ConnectionResetError("closed without an answer"))

    def is_open(self):
        return self.transport is not None and not self.transport.is_closing()


class OpenLoop:
    """
    `make(number)` gives the bytes of a request and whose it is, `note(who, status, headers, body, milliseconds)` is told of the
    answer; the status is None where there was none. The time of a request begins when it was due.
    """

    def __init__(self, port, rate, seconds, make, note, most=4000, patience=60):
        self.port, self.rate, self.seconds, self.make, self.note = port, rate, seconds, make, note
        self.most, self.patience = most, patience
        self.free, self.under_way, self.not_sent = [], 0, 0
        self.lateness = []

    def run(self):
        began, used = time.monotonic(), time.thread_time()
        asyncio.run(self.go())
        self.took = time.monotonic() - began
        self.share = (time.thread_time() - used) / self.took
        return self

    async def go(self):
        tasks, begin = set(), time.monotonic()
        number = 0
        while number < self.rate * self.seconds:
            due = begin + number / self.rate
            wait = due - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            if self.under_way >= self.most:
                self.not_sent += 1
            else:
                self.under_way += 1
                task = asyncio.ensure_future(self.send(number, due))
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            number += 1
        while tasks:
            await asyncio.wait(tasks)
        for connection in self.free:
            connection.transport.close()

    async def send(self, number, due):
        request, what = self.make(number)
        connection = None
        try:
            while self.free and connection is None:
                kept = self.free.pop()
                connection = kept if kept.is_open() else None
            if connection is None:
                _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", self.port)
            self.lateness.append((time.monotonic() - due) * 1000)
            status, headers, body = await asyncio.wait_for(connection.ask(request), self.patience)
            self.note(what, status, headers, body, (time.monotonic() - due) * 1000)
            if connection.is_open():
                self.free.append(connection)
        except (OSError, asyncio.TimeoutError) as failure:
            if connection is not None and connection.transport:
                connection.transport.close()
            self.note(what, None, {}, repr(failure).encode(), (time.monotonic() - due) * 1000)
        finally:
            self.under_way -= 1
