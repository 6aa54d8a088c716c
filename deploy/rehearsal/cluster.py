"""PostgreSQL with a standby under Patroni and etcd, and HAProxy in front, from the files of `deploy/ha`."""
import json
import signal
import string
import urllib.request
from contextlib import contextmanager

from processes import HOUSE, await_until, family, free_port, kill, run, status
from server import PROGRAMS, ROLES, environment, passwords, psql, receipts

FILES = HOUSE / "deploy" / "ha"
NEEDED = {
    "patroni": "patroni",
    "etcd": "etcd-server",
    "haproxy": "haproxy",
    PROGRAMS + "/postgres": "postgresql-15",
    "setpriv": "util-linux",
}


def haproxy():
    return "/usr/sbin/haproxy"


class Etcd:
    """Three of them, of which any two are enough."""

    def __init__(self, place):
        self.place = place
        self.ports = [(free_port(), free_port()) for _ in range(3)]
        self.processes = [self.launch(i, "new") for i in range(3)]

    def launch(self, i, state):
        client, peer = self.ports[i]
        members = ",".join("e%d=http://127.0.0.1:%d" % (n, port) for n, (_, port) in enumerate(self.ports))
        data = self.place.directory("etcd-%d" % i, private=True)
        return self.place.start("etcd-%d" % i, [
            "etcd", "--name", "e%d" % i, "--data-dir", data, "--logger", "zap",
            "--listen-client-urls", "http://127.0.0.1:%d" % client,
            "--advertise-client-urls", "http://127.0.0.1:%d" % client,
            "--listen-peer-urls", "http://127.0.0.1:%d" % peer,
            "--initial-advertise-peer-urls", "http://127.0.0.1:%d" % peer,
            "--initial-cluster", members, "--initial-cluster-state", state,
        ], as_postgres=True)

    def hosts(self):
        return ",".join("127.0.0.1:%d" % client for client, _ in self.ports)

    def leader(self):
        """Which of them leads; None while there is none."""
        for i, (client, _) in enumerate(self.ports):
            try:
                request = urllib.request.Request("http://127.0.0.1:%d/v3/maintenance/status" % client, b"{}")
                with urllib.request.urlopen(request, timeout=2) as answer:
                    said = json.load(answer)
            except OSError:
                continue
            if said.get("leader") and said["leader"] == said["header"]["member_id"]:
                return i
        return None

    def kill(self, i):
        kill(family(self.processes[i].pid))
        self.processes[i].wait()


class Database:
    """A machine with a server and the Patroni that looks after it."""

    def __init__(self, cluster, number):
        self.cluster, self.name = cluster, "pg%d" % number
        self.port, self.patroni_port = free_port(), free_port()
        self.data = cluster.place.directory(self.name) / "data"
        values = {
            "NAME": self.name, "ADDRESS": "127.0.0.1", "NETWORK": "127.0.0.1/32",
            "PATRONI_PORT": self.patroni_port, "DATABASE_PORT": self.port, "ETCD": cluster.etcd.hosts(),
            "DATA": self.data, "PROGRAMS": PROGRAMS, "SOCKETS": self.data.parent,
            "SUPERUSER_PASSWORD": cluster.passwords["superuser"],
            "REPLICATION_PASSWORD": cluster.passwords["replication"],
        }
        text = string.Template((FILES / "patroni.yaml").read_text()).substitute(values)
        self.configuration = cluster.place.file(self.name + ".yaml", text)
        self.process = None

    def start(self):
        home = {"HOME": str(self.data.parent), "PATH": "/usr/bin:/bin:" + PROGRAMS}
        self.process = self.cluster.place.start(self.name, ["patroni", self.configuration], home, as_postgres=True)

    def kill(self):
        """The machine is gone: Patroni, the server, and all that works for it, at once."""
        everything = family(self.process.pid)
        pid = self.data / "postmaster.pid"
        if pid.exists():
            everything |= family(int(pid.read_text().split()[0]))
        kill(everything)
        self.process.wait()

    def says(self, path):
        return status("http://127.0.0.1:%d%s" % (self.patroni_port, path), "OPTIONS") == 200

    def pause(self, sign):
        """Stops or continues all of the machine, as a network that is cut off does."""
        everything = family(self.process.pid) | family(int((self.data / "postmaster.pid").read_text().split()[0]))
        kill(everything, sign)

    @contextmanager
    def lagging(self):
        """A standby that receives, and acknowledges, and applies nothing."""
        applies = [int(self.sql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'startup';"))]
        # It must not stand still with a page locked that others read; and Patroni would have it go on within seconds.
        pause = "SELECT pg_wal_replay_pause(); SELECT pg_sleep(0.2); SELECT pg_get_wal_replay_pause_state();"
        await_until("nothing is applied", lambda: self.sql(pause).split()[-1] == "paused", 30)
        kill(applies, signal.SIGSTOP)
        try:
            yield
        finally:
            kill(applies, signal.SIGCONT)
            self.sql("SELECT pg_wal_replay_resume();")

    def sql(self, text):
        return self.cluster.sql(text, "postgres", server=self)


class Cluster:
    def __init__(self, place):
        self.place = place
        self.passwords = passwords()
        self.etcd = Etcd(place)
        self.primary_port, self.standby_port, self.service_port = free_port(), free_port(), free_port()
        self.databases = [Database(self, 1), Database(self, 2)]
        self.databases[0].start()
        await_until("a primary", lambda: self.databases[0].says("/primary"), 60)
        self.databases[1].start()
        await_until("a synchronous standby", lambda: self.databases[1].says("/sync"), 60)
        self.sql(ROLES.read_text(), database="postgres")

    def primary(self):
        return next((database for database in self.databases if database.says("/primary")), None)

    def standby(self):
        return next((database for database in self.databases if database.says("/sync")), None)

    def sql(self, text, database="gongkai", server=None):
        return psql((server or self.primary()).port, self.passwords, text, database)

    def receipts(self):
        return receipts(self.primary().port, self.passwords)

    def environment(self, port=None):
        return environment(port or self.primary_port, self.passwords)

    def start_proxy(self, services, reading):
        """Before instances that write, and one that reads at the standby."""
        address = "127.0.0.1:%d"
        environment = {
            "PRIMARY": address % self.primary_port,
            "STANDBYS": address % self.standby_port,
            "SERVICE": address % self.service_port,
            "UNAVAILABLE": str(FILES / "unavailable.json"),
            "READING": address % reading.port,
            "READING_HEALTH": str(reading.health_port),
        }
        for n, database in enumerate(self.databases, 1):
            environment["DATABASE_%d" % n] = address % database.port
            environment["PATRONI_%d" % n] = str(database.patroni_port)
        for n, service in enumerate(services, 1):
            environment["INSTANCE_%d" % n] = address % service.port
            environment["HEALTH_%d" % n] = str(service.health_port)
        run([haproxy(), "-c", "-q", "-f", FILES / "haproxy.cfg"], environment)
        self.place.start("haproxy", [haproxy(), "-db", "-f", FILES / "haproxy.cfg"], environment)
