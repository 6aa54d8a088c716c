"""Reports that are filed during a rehearsal, what was answered, and what must be there at the end."""
import hashlib
import http.client
import json
import queue
import random
import threading
import time
import uuid

from processes import Failed, say
from service import ADMIN_KEY

REGION, ABOVE = "371002", "370000"
YEARS = range(2021, 2026)


def figures(organ, year, decisions):
    return {
        "organ": organ,
        "year": year,
        "nil": ["applications", "contests"],
        "disclosure": {
            "rules": {"issued": 0, "repealed": 0, "inForce": 0},
            "normativeDocuments": {"issued": 0, "repealed": 0, "inForce": 0},
            "licensing": {"decisions": decisions},
            "penalties": {"decisions": 0},
            "compulsion": {"decisions": 0},
            "fees": {"amount": 0},
        },
    }


def path_of(organ, year):
    return "/api/v1/organs/%s/reports/%d" % (organ, year)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Caller:
    """
    Requests over a connection that is kept. Where there is a list of ports, instances are added to it and taken from it
    meanwhile, and any of them is asked.
    """

    def __init__(self, port, patience=60, key=ADMIN_KEY):
        self.ports, self.patience, self.key = port if isinstance(port, list) else [port], patience, key
        self.connection = None

    def ask(self, method, path, body=None, kind="application/json", headers=None):
        said = {"X-API-Key": self.key, "Accept-Language": "en", **(headers or {})}
        if body is not None:
            said["Content-Type"] = kind
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        if len(self.ports) > 1 or self.connection is None or self.connection.port not in self.ports:
            self.close()
            self.connection = http.client.HTTPConnection("127.0.0.1", random.choice(self.ports), timeout=self.patience)
        try:
            self.connection.request(method, path, body, said)
            answer = self.connection.getresponse()
            got = Answer(answer.status, answer.headers, answer.read())
        except BaseException:
            self.close()
            raise
        if answer.will_close:
            self.close()
        return got

    def close(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def read(self, path, patience=60):
        """The JSON of an answer 200, asked again while the answer is 503."""
        deadline = time.monotonic() + patience
        while True:
            answer = self.ask("GET", path)
            if answer.status == 200:
                return answer.json()
            if answer.status != 503 or time.monotonic() > deadline:
                raise Failed("GET %s: %d %s" % (path, answer.status, answer.body[:600]))
            time.sleep(1)


def register(port, organs):
    lines = "".join("HA-%d,第%d局,%s,department\n" % (i, i, REGION) for i in range(organs))
    body = ("code,name,region,kind\n" + lines).encode()
    answer = Caller(port).ask("POST", "/api/v1/organs/import", body, "text/csv")
    if answer.status != 200:
        raise Failed("the organs were not registered: %d %s" % (answer.status, answer.body[:600]))


def is_unavailable(answer):
    """The one answer that a caller may get while something is away: a problem that says when to come again."""
    kind = answer.headers.get("Content-Type", "")
    return (
        answer.status == 503
        and kind.startswith("application/problem+json")
        and answer.json().get("code") == "service-unavailable"
        and answer.headers.get("Retry-After", "").isdigit()
    )


class Load:
    """
    Files reports at a pace, some of them corrected afterwards, each again with the same Idempotency-Key until it is
    acknowledged, as a careful client does.
    """

    def __init__(self, port, organs, per_second, writers=8, correct_every=5):
        self.port, self.per_second, self.writers = port, per_second, writers
        self.correct_every = correct_every
        self.jobs = [("HA-%d" % i, year) for year in YEARS for i in range(organs)]
        self.corrections = queue.Queue()
        self.lock = threading.Lock()
        self.ended = threading.Event()
        self.given_up = threading.Event()
        self.receipts = {}
        self.acknowledged = {}
        self.sent = {}
        self.state = {}
        self.acknowledged_at = []
        self.first_at = []
        self.unavailable_at = []
        self.disconnected_at = []
        self.slowest_refusal = 0.0
        self.wrong = []
        self.milliseconds = []
        self.mirror = []
        self.reads = {}
        self.taken = 0
        self.threads = []

    def begin(self):
        works = [self.write] * self.writers + [self.follow, self.watch]
        self.threads = [threading.Thread(target=self.guarded, args=(work,), daemon=True) for work in works]
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def guarded(self, work):
        try:
            work()
        except BaseException as failure:
            self.note_wrong("%s: %r" % (work.__name__, failure))

    def end(self):
        self.ended.set()
        for thread in self.threads:
            thread.join(120)
            if thread.is_alive():
                raise Failed("a caller still waits for its answer")
        return self

    def give_up(self):
        """What was not acknowledged is not sent again: what it was sent to is gone."""
        self.given_up.set()
        return self.end()

    def note_wrong(self, what):
        with self.lock:
            self.wrong.append("at %.1f s: %s" % (time.monotonic() - self.began, what))

    def next_job(self):
        """A correction of what was acknowledged, or a report that is new, at its time; None at the end."""
        with self.lock:
            if self.taken >= len(self.jobs):
                self.ended.set()
                return None
            due = self.began + self.taken / self.per_second
            self.taken += 1
            number = self.taken
            correct = number % self.correct_every == 0 and not self.corrections.empty()
            organ, year = self.corrections.get() if correct else self.jobs[number - 1]
        if self.ended.wait(max(0, due - time.monotonic())):
            return None
        return organ, year, correct

    def write(self):
        caller = Caller(self.port)
        while not self.ended.is_set():
            job = self.next_job()
            if job is None:
                return
            organ, year, correct = job
            decisions = random.randrange(1, 1_000_000)
            if not self.file(caller, organ, year, decisions, correct):
                return
            if not correct:
                with self.lock:
                    if year == YEARS[0]:
                        self.first_at.append(time.monotonic())
                self.corrections.put((organ, year))

    def file(self, caller, organ, year, decisions, correct):
        """False where it was not acknowledged: the load was given up."""
        method, path = ("PUT", path_of(organ, year)) if correct else ("POST", "/api/v1/reports")
        body = figures(organ, year, decisions)
        with self.lock:
            self.sent[digest(body)] = (organ, year, decisions)
        if not self.until_acknowledged(caller, method, path, body, str(uuid.uuid4())):
            return False
        with self.lock:
            self.state[organ, year] = decisions
        return True

    def until_acknowledged(self, caller, method, path, body, key):
        """False where there was no end of it: the load was given up."""
        while not self.given_up.is_set():
            begin = time.monotonic()
            try:
                answer = caller.ask(method, path, body, headers={"Idempotency-Key": key})
            except ConnectionError:
                # A proxy closes a kept connection without a word when the other end dies, so that the client asks again.
                with self.lock:
                    self.disconnected_at.append(time.monotonic())
                self.given_up.wait(0.1)
                continue
            except Exception as failure:
                self.note_wrong("%s %s: no answer after %.1f s, %r" % (method, path, time.monotonic() - begin, failure))
                time.sleep(1)
                continue
            now = time.monotonic()
            if answer.status in (200, 201):
                receipt = answer.json()["receipt"]
                with self.lock:
                    self.receipts[receipt["number"]] = receipt["digest"]
                    self.acknowledged[receipt["number"]] = time.time()
                    self.acknowledged_at.append(now)
                    self.milliseconds.append((now, (now - begin) * 1000))
                return True
            if is_unavailable(answer):
                with self.lock:
                    self.unavailable_at.append(now)
                    self.slowest_refusal = max(self.slowest_refusal, now - begin)
            elif not (answer.status == 409 and answer.json().get("code") == "request-in-flight"):
                self.note_wrong("%s %s: %d %s" % (method, path, answer.status, answer.body[:400]))
            # Sooner than Retry-After asks, to see when writes are back.
            self.given_up.wait(0.5)
        return False

    def follow(self):
        """A mirror, which remembers what it has read and asks for what comes after."""
        caller, after = Caller(self.port), 0
        while not self.ended.is_set():
            answer = caller.ask("GET", "/api/v1/changes?limit=1000&after=%d" % after)
            if answer.status == 200:
                page = answer.json()
                self.mirror += [signature(change) for change in page["items"]]
                after = page["next"]
            elif not is_unavailable(answer):
                self.note_wrong("GET changes: %d %s" % (answer.status, answer.body[:400]))
            self.ended.wait(0.3)

    def watch(self):
        """A dashboard. What it is answered must be no less than what was acknowledged before it asked."""
        caller = Caller(self.port)
        while not self.ended.is_set():
            with self.lock:
                before = sum(1 for _, year in self.state if year == YEARS[0])
            answer = caller.ask("GET", "/api/v1/rollups/disclosure?region=%s&year=%d" % (ABOVE, YEARS[0]))
            if answer.status == 200:
                reported = answer.json()["coverage"]["reported"]
                if reported < before:
                    self.note_wrong("a rollup counts %d reports, %d were acknowledged" % (reported, before))
            elif not is_unavailable(answer):
                self.note_wrong("GET rollup: %d %s" % (answer.status, answer.body[:400]))
            self.reads[answer.status] = self.reads.get(answer.status, 0) + 1
            self.ended.wait(0.3)

    def written_since(self, moment):
        with self.lock:
            return sum(1 for at in self.acknowledged_at if at >= moment)

    def longest_pause(self, since, until):
        """The longest time without an acknowledged write, in seconds."""
        with self.lock:
            times = [since] + sorted(at for at in self.acknowledged_at if since <= at <= until) + [until]
        return max(later - earlier for earlier, later in zip(times, times[1:]))

    def percentile(self, part, since=0.0, until=float("inf")):
        with self.lock:
            values = sorted(took for at, took in self.milliseconds if since <= at <= until)
        return values[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


def signature(change):
    return (change["position"], change["kind"], change.get("organ"), change.get("year"), change.get("revision"))


def digest(document):
    """Of what has only plain names, whole numbers and texts: JSON in its canonical form."""
    return hashlib.sha256(json.dumps(document, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def state_of(load, receipts):
    """What the reports say whose receipts these are, by the newest revision of each."""
    state = {}
    for number in sorted(receipts):
        organ, year, decisions = load.sent[receipts[number]]
        state[organ, year] = decisions
    return state


def check(load, port, receipts_in_database):
    """All that must hold when everything is quiet again; says so, or raises what does not."""
    wrong = list(load.wrong)
    lost = [number for number, said in load.receipts.items() if receipts_in_database.get(number) != said]
    say("%d acknowledged receipts, %d of them missing in the database" % (len(load.receipts), len(lost)))
    if lost:
        wrong.append("lost: %s" % ", ".join(lost[:20]))
    if state_of(load, receipts_in_database) != load.state:
        wrong.append("the receipts are of other reports than were filed")
    wrong += check_sums(load.state, port)
    wrong += check_feed(load.state, port, load.mirror)
    raise_if(wrong)


def raise_if(wrong):
    if wrong:
        raise Failed("\n".join(wrong[:30]) + ("\n… %d in all" % len(wrong) if len(wrong) > 30 else ""))


def check_sums(state, port):
    """Rollups are the sums of what was filed, by the reports and by the service's own recomputation."""
    wrong = []
    caller = Caller(port)
    total = caller.read("/api/v1/reports?limit=1")["total"]
    if total != len(state):
        wrong.append("%d reports are there, %d were filed" % (total, len(state)))
    for year in YEARS:
        filed = [decisions for (_, of), decisions in state.items() if of == year]
        answer = caller.read("/api/v1/rollups/disclosure?region=%s&year=%d" % (ABOVE, year))
        row = next((row for row in answer["rows"] if row["row"] == "licensing"), {})
        if answer["coverage"]["reported"] != len(filed) or (row.get("decisions") or 0) != sum(filed):
            wrong.append("of %d %d reports with %d were filed; the rollup says %s, %s"
                         % (year, len(filed), sum(filed), answer["coverage"], row))
    answer = caller.ask("POST", "/api/v1/rollups/checks?region=" + ABOVE)
    if answer.status != 200 or answer.json()["differences"]:
        wrong.append("the sums differ from a recomputation: %d %s" % (answer.status, answer.body[:600]))
    elif not wrong:
        say("%d reports; rollups of %d years agree with what was filed and with a recomputation" % (total, len(YEARS)))
    return wrong


def check_feed(state, port, seen):
    """What the mirror has read on the way is what the feed has from the first change on, and nothing is missing in it."""
    changes, after, caller = [], 0, Caller(port)
    while True:
        page = caller.read("/api/v1/changes?limit=1000&after=%d" % after)
        if not page["items"]:
            break
        changes += [signature(change) for change in page["items"]]
        after = page["next"]
    wrong = []
    if seen != changes[: len(seen)]:
        first = next(i for i, (a, b) in enumerate(zip(seen, changes + [None] * len(seen))) if a != b)
        wrong.append("the mirror has read %s where the feed has %s" % (seen[first], changes[first:first + 1]))
    filed = {}
    for _, _, organ, year, revision in changes:
        if revision is not None:
            filed.setdefault((organ, year), []).append(revision)
    for report, revisions in filed.items():
        if revisions != list(range(1, len(revisions) + 1)):
            wrong.append("the feed tells of %s the revisions %s" % (report, revisions))
    if set(filed) != set(state):
        wrong.append("the feed tells of %d reports, %d were filed" % (len(filed), len(state)))
    if not wrong:
        say("the feed has %d changes, every revision once and in order; a mirror had read %d of them on the way, the same ones"
            % (len(changes), len(seen)))
    return wrong
