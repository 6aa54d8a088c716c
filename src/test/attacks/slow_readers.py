#!/usr/bin/env python3
"""Readers of a large answer that take it slowly or not at all: memory of the service, and how others fare.

usage: slow_readers.py PORT ADMIN_KEY [--pid PID] [--organs 20000] [--readers 25] [--seconds 40]
                       [--format csv] [--years 5] [--reports 200]

Registers a city with so many organs (once), files some reports, then opens so many connections that
ask for a rollup by organ and read a little now and then. Meanwhile it asks for something small and
measures. Against a service of one's own only; --pid is for its memory (Linux).
"""
import argparse, http.client, json, socket, statistics, threading, time

arguments = argparse.ArgumentParser()
arguments.add_argument("port", type=int)
arguments.add_argument("key")
arguments.add_argument("--pid", type=int)
arguments.add_argument("--organs", type=int, default=20000)
arguments.add_argument("--readers", type=int, default=25)
arguments.add_argument("--seconds", type=int, default=40)
arguments.add_argument("--format", default="csv")
arguments.add_argument("--years", type=int, default=5)
arguments.add_argument("--reports", type=int, default=200)
asked = arguments.parse_args()

CITY, DISTRICT = "989900", "989901"


def call(method, path, body=None, kind="application/json", patience=600):
    connection = http.client.HTTPConnection("127.0.0.1", asked.port, timeout=patience)
    headers = {"X-API-Key": asked.key, "Accept-Language": "en"}
    if body is not None:
        headers["Content-Type"] = kind
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def prepare():
    for code, name, level, parent in ((CITY, "慢城", "city", "630000"), (DISTRICT, "慢区", "district", CITY)):
        form = {"name": name, "level": level, "parent": parent}
        status, said = call("PUT", "/api/v1/regions/" + code, json.dumps(form))
        assert status in (200, 201), said
    lines = "".join("SLOW-%06d,第%d局,%s,department\n" % (i, i, DISTRICT) for i in range(asked.organs))
    status, said = call("POST", "/api/v1/organs/import", ("code,name,region,kind\n" + lines).encode(), "text/csv")
    assert status == 200, said
    nil = ["disclosure", "applications", "contests"]
    reports = "".join(
        json.dumps({"organ": "SLOW-%06d" % (i * (asked.organs // max(1, asked.reports))), "year": year, "nil": nil}) + "\n"
        for i in range(asked.reports)
        for year in range(2019, 2019 + asked.years)
    )
    status, said = call("POST", "/api/v1/reports/bulk", reports.encode(), "application/x-ndjson")
    assert status == 200, said
    print("prepared:", said.decode().splitlines()[-1][:200])


def memory():
    if not asked.pid:
        return 0
    with open("/proc/%d/status" % asked.pid) as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))


end = [False]
outcomes, lock = {}, threading.Lock()


def note(what):
    with lock:
        outcomes[what] = outcomes.get(what, 0) + 1


def read_slowly(path):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(600)
    try:
        connection.connect(("127.0.0.1", asked.port))
        head = "GET %s HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n\r\n" % (path, asked.key)
        connection.sendall(head.encode())
        first = connection.recv(12)
        note("status " + first.decode().split(" ")[1] if first else "closed")
        while not end[0] and connection.recv(512):
            time.sleep(0.5)
        note("open at the end" if end[0] else "ended before")
    except (OSError, IndexError) as e:
        note(type(e).__name__)
    finally:
        connection.close()


prepare()
path = "/api/v1/rollups/applications?region=%s&by=organ&from=2019&to=%d&format=%s" % (
    CITY, 2018 + asked.years, asked.format)
begun = time.time()
status, body = call("GET", path)
print("one answer alone: status %d, %.1f MB, %.1f s" % (status, len(body) / 1e6, time.time() - begun))
del body
print("memory before: %d MB" % memory())
readers = [threading.Thread(target=read_slowly, args=(path,), daemon=True) for _ in range(asked.readers)]
for reader in readers:
    reader.start()
most, times, failed, begun = 0, [], 0, time.time()
while time.time() - begun < asked.seconds:
    once = time.time()
    try:
        status, _ = call("GET", "/api/v1/caller", patience=5)
        failed += status != 200
    except OSError:
        failed += 1
    times.append(time.time() - once)
    most = max(most, memory())
    time.sleep(0.1)
end[0] = True
for reader in readers:
    reader.join(2)
times.sort()
print("memory at most: %d MB" % most)
print("others: %d asked, %d failed, median %.0f ms, p99 %.0f ms" % (
    len(times), failed, 1000 * statistics.median(times), 1000 * times[int(len(times) * 0.99) - 1]))
print("readers:", dict(sorted(outcomes.items())))
