"""Processes of a rehearsal: started in a directory of its own on loopback, and all ended with it."""
import atexit
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

BEGIN = time.monotonic()
HOUSE = Path(__file__).resolve().parents[2]
APPLICATION = HOUSE / "target" / "quarkus-app" / "quarkus-run.jar"


class Failed(Exception):
    """What a rehearsal shows to be wrong."""


def say(text):
    print("%6.1f s  %s" % (time.monotonic() - BEGIN, text), flush=True)


def missing(programs):
    """In one line what this machine lacks; None where it lacks nothing."""
    lacking = []
    for program, package in programs.items():
        if not (shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin") or os.access(program, os.X_OK)):
            if package not in lacking:
                lacking.append(package)
    return "needs " + ", ".join(lacking) + ": apt-get install " + " ".join(lacking) if lacking else None


def know_options():
    """Says what the rehearsal says of itself where that is asked for, and refuses options that it does not name there."""
    text = sys.modules["__main__"].__doc__ or ""
    known = {"--missing", *re.findall("--[a-z]+", text)}
    if {"--help", "-h"} & set(sys.argv):
        print(text.strip())
        sys.exit(0)
    for option in sys.argv[1:]:
        if option.startswith("-") and option not in known:
            sys.exit("%s is no option: --help says which there are" % option)


def begin(programs):
    """What every rehearsal begins with. `--missing` only says what is missing, and ends with status 3 where something is."""
    know_options()
    lack = missing(programs)
    if "--missing" in sys.argv:
        print(lack or "nothing is missing")
        sys.exit(3 if lack else 0)
    if lack:
        sys.exit(lack)
    if not APPLICATION.exists():
        sys.exit("the service is not built: ./mvnw package -DskipTests")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


_given = set()


def free_port():
    """Below the ports that the system gives to whoever asks for any, so that nobody else is given it meanwhile."""
    for port in range(18000 + os.getpid() % 4000, 30000):
        if port in _given:
            continue
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        _given.add(port)
        return port
    raise Failed("no port is free")


def unprivileged():
    """PostgreSQL refuses to run as root: then it is the user that Debian's package has made."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


class Place:
    """The directory of a rehearsal, which is gone afterwards, and the processes that it has started."""

    def __init__(self, name):
        self.path = Path(tempfile.mkdtemp(prefix="gongkai-%s-" % name))
        self.path.chmod(0o755)
        self.started = []
        self.keep = "--keep" in sys.argv
        atexit.register(self.end)

    def directory(self, name, private=False):
        made = self.path / name
        made.mkdir(parents=True, exist_ok=True)
        made.chmod(0o700 if private else 0o755)
        owner = unprivileged()
        if owner:
            os.chown(made, owner.pw_uid, owner.pw_gid)
        return made

    def file(self, name, text, executable=False):
        path = self.path / name
        path.write_text(text)
        path.chmod(0o755 if executable else 0o644)
        return path

    def start(self, name, command, environment=None, as_postgres=False, directory=None):
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("QUARKUS_", "GONGKAI_", "PG"))}
        variables.update(environment or {})
        log = open(self.path / (name + ".log"), "ab")
        process = subprocess.Popen(
            as_user(command) if as_postgres else [str(part) for part in command],
            cwd=directory or self.path,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        process.name = name
        self.started.append(process)
        return process

    def log(self, name):
        path = self.path / (name + ".log")
        return path.read_text(errors="replace") if path.exists() else ""

    def end(self):
        everything = set()
        for process in self.started:
            everything |= family(process.pid)
        # A server may have left the family of whoever started it.
        for file in self.path.rglob("postmaster.pid"):
            try:
                everything |= family(int(file.read_text().split()[0]))
            except (OSError, ValueError, IndexError):
                pass
        kill(everything)
        for process in self.started:
            process.wait()
        if self.keep:
            print("kept: %s" % self.path)
        else:
            shutil.rmtree(self.path, ignore_errors=True)


def as_user(command):
    owner = unprivileged()
    before = ["setpriv", "--reuid", owner.pw_name, "--regid", str(owner.pw_gid), "--clear-groups"] if owner else []
    return before + [str(part) for part in command]


def run(command, environment=None, as_postgres=False, text=None, check=True):
    """Its output; a failure says all that the program has said."""
    done = subprocess.run(
        as_user(command) if as_postgres else [str(part) for part in command],
        env={**{k: v for k, v in os.environ.items() if not k.startswith("PG")}, **(environment or {})},
        input=text,
        stdin=None if text is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    if check and done.returncode != 0:
        raise Failed("%s ended with %d: %s%s" % (command[0], done.returncode, done.stdout[-2000:], done.stderr[-4000:]))
    return done.stdout if check else done


def family(pid):
    """A process and all below it."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            children.setdefault(int(stat.rsplit(")", 1)[1].split()[1]), []).append(int(entry.name))
    found, waiting = set(), [pid]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += children.get(one, [])
    return found


def kill(pids, sign=signal.SIGKILL):
    for pid in pids:
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            pass


def await_until(what, condition, within=60, every=0.1):
    """The first true value of the condition."""
    deadline = time.monotonic() + within
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise Failed("after %d s still not: %s" % (within, what))
        time.sleep(every)


def status(url, method="GET", timeout=3):
    """The status of an answer, 0 where there is none."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=timeout) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code
    except (OSError, ValueError):
        return 0
