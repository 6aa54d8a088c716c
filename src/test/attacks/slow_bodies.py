#!/usr/bin/env python3
"""How long others wait while one key opens many connections and hardly sends anything.

usage: slow_bodies.py BASE ADMIN_KEY [what] [connections] [seconds]

what:  body      a head, and one byte of a body (the default)
       trickle   the same, and another byte every four seconds
       chunked   a chunk of unknown length, and no more
       head      half a head, and no more
       none      a body from nobody, without a key
       wrong     a body with a wrong key
       import    a CSV file of organs that does not end
       reader    a request of a large answer that is not read

The service has to be a running one of one's own: it is attacked. Only the library of Python is
needed. It makes a key for the attacker and one for the others, asks with the latter again and again,
and prints what the others met: how many were answered, and the median, the 99th percentile and the
longest of their times in milliseconds, before and during the attack; then what the attacker got.
"""
import collections
import http.client
import json
import socket
import sys
import threading
import time

BASE, ADMIN = sys.argv[1].rstrip("/"), sys.argv[2]
WHAT = sys.argv[3] if len(sys.argv) > 3 else "body"
COUNT = int(sys.argv[4]) if len(sys.argv) > 4 else 500
SECONDS = float(sys.argv[5]) if len(sys.argv) > 5 else 15
HOST, PORT = BASE.split("//")[1].split(":")
OTHERS = ["/api/v1/caller", "/api/v1/rollups/contests?region=371002&year=2021", "/problems"]


def ask(connection, method, path, key=None, body=None):
    headers = {"X-API-Key": key} if key else {}
    if body is not None:
        headers["Content-Type"] = "application/json"
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def connect():
    return http.client.HTTPConnection(HOST, int(PORT), timeout=60)


def key_of(**wanted):
    status, answer = ask(connect(), "POST", "/api/v1/keys", ADMIN, json.dumps(wanted))
    assert status == 201, answer
    return json.loads(answer)["key"]


def head(key):
    path, kind, end = "/api/v1/reports", "application/json", "Content-Length: 1000000\r\n\r\n{"
    if WHAT == "chunked":
        end = "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"
    if WHAT == "import":
        path, kind = "/api/v1/organs/import?partial=true", "text/csv"
        end = "Transfer-Encoding: chunked\r\n\r\n16\r\ncode,name,region,kind\n\r\n"
    if WHAT == "reader":
        return f"GET /api/v1/regions?limit=500 HTTP/1.1\r\nHost: x\r\nX-API-Key: {key}\r\n\r\n" * 100
    sent = "" if WHAT == "none" else f"X-API-Key: {'gk_00000000_' + '0' * 40 if WHAT == 'wrong' else key}\r\n"
    whole = f"POST {path} HTTP/1.1\r\nHost: x\r\n{sent}Content-Type: {kind}\r\n{end}"
    return whole[:60] if WHAT == "head" else whole


def attack(key, connections):
    for _ in range(COUNT):
        s = socket.create_connection((HOST, int(PORT)))
        s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        s.sendall(head(key).encode())
        connections.append(s)


def trickle(connections, over):
    while not over.wait(4):
        for s in connections:
            try:
                s.send(b" ")
            except OSError:
                pass


def others(key, seconds):
    """Asks from four callers at a measured pace; (path, status, milliseconds) of each."""
    met = []

    def one(paths):
        connection = connect()
        end = time.time() + seconds
        while time.time() < end:
            for path in paths:
                begin = time.perf_counter()
                try:
                    status = ask(connection, "GET", path, None if path == "/problems" else key)[0]
                except OSError as e:
                    status, connection = type(e).__name__, connect()
                met.append((path, status, (time.perf_counter() - begin) * 1000))
                time.sleep(0.02)

    threads = [threading.Thread(target=one, args=(OTHERS,)) for _ in range(4)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    return met


def tell(when, met):
    times = sorted(t for _, _, t in met)
    statuses = dict(collections.Counter(s for _, s, _ in met))
    if times:
        print(f"{when}: {len(times)} answers {statuses} p50 {times[len(times) // 2]:.1f} ms"
              f" p99 {times[int(len(times) * 0.99)]:.1f} ms max {times[-1]:.1f} ms", flush=True)


def received(connections):
    got = collections.Counter()
    for s in connections:
        s.setblocking(False)
        try:
            got[s.recv(64).split(b"\r")[0].decode() or "closed"] += 1
        except BlockingIOError:
            got["still open"] += 1
        except OSError as e:
            got[type(e).__name__] += 1
    return dict(got)


attacker, other = key_of(role="office", region="371002"), key_of(role="office", region="371002")
others(other, 3)  # warms up
tell("before", others(other, 5))
held, over = [], threading.Event()
attack(attacker, held)
print(f"{len(held)} connections: {WHAT}", flush=True)
if WHAT == "trickle":
    threading.Thread(target=trickle, args=(held, over), daemon=True).start()
tell("during", others(other, SECONDS))
over.set()
print("attackers got", received(held), flush=True)
[s.close() for s in held]
time.sleep(1)
tell("after", others(other, 3))
