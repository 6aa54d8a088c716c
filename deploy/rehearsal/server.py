"""A PostgreSQL of Debian's package in a directory of its own."""
import secrets
import shutil

from processes import HOUSE, Failed, await_until, family, free_port, kill, run

PROGRAMS = "/usr/lib/postgresql/15/bin"
ROLES = HOUSE / "deploy" / "ha" / "roles.sql"


def passwords():
    return {name: secrets.token_hex(12) for name in ("superuser", "replication", "owner", "service")}


def psql(port, secret, text, database="gongkai"):
    return run(
        [PROGRAMS + "/psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", port,
         "-U", "postgres", "-d", database, "-v", "owner_password=" + secret["owner"],
         "-v", "service_password=" + secret["service"]],
        {"PGPASSWORD": secret["superuser"]}, text=text)


def receipts(port, secret):
    """All of the database, number and digest."""
    rows = psql(port, secret, "SELECT number || ' ' || encode(digest, 'hex') FROM receipt;").split("\n")
    return dict(row.split(" ") for row in rows if row)


def environment(port, secret):
    """What an instance is told of its database: an address, and two roles."""
    return {
        "QUARKUS_DATASOURCE_JDBC_URL": "jdbc:postgresql://127.0.0.1:%d/gongkai" % port,
        "QUARKUS_DATASOURCE_USERNAME": "gongkai_service",
        "QUARKUS_DATASOURCE_PASSWORD": secret["service"],
        "QUARKUS_FLYWAY_USERNAME": "gongkai",
        "QUARKUS_FLYWAY_PASSWORD": secret["owner"],
    }


class Server:
    def __init__(self, place, name, secret):
        self.place, self.name, self.passwords = place, name, secret
        self.port = free_port()
        self.directory = place.directory(name)
        self.data = self.directory / "data"
        self.process = None

    def make(self):
        secret = self.place.file(self.name + ".password", self.passwords["superuser"])
        run([PROGRAMS + "/initdb", "-D", self.data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", secret,
             "-E", "UTF8", "--locale", "C", "--data-checksums", "--no-sync"], as_postgres=True)
        secret.unlink()
        return self

    def start(self, settings=None, environment=None, within=120):
        options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": self.directory, **(settings or {})}
        command = [PROGRAMS + "/postgres", "-D", self.data, "-p", self.port]
        for name, value in options.items():
            command += ["-c", "%s=%s" % (name, value)]
        self.process = self.place.start(self.name, command, environment, as_postgres=True)
        await_until(self.name + " takes statements", self.takes_writes, within, 0.2)
        return self

    def takes_writes(self):
        if self.process.poll() is not None:
            raise Failed("%s has ended:\n%s" % (self.name, self.place.log(self.name)[-3000:]))
        try:
            return self.sql("SELECT NOT pg_is_in_recovery();", "postgres").strip() == "t"
        except Failed:
            return False

    def sql(self, text, database="gongkai"):
        return psql(self.port, self.passwords, text, database)

    def make_roles(self):
        self.sql(ROLES.read_text(), "postgres")
        return self

    def receipts(self):
        return receipts(self.port, self.passwords)

    def environment(self):
        return environment(self.port, self.passwords)

    def lose(self):
        """The machine is gone, with its disk."""
        kill(family(self.process.pid))
        self.process.wait()
        shutil.rmtree(self.data)
