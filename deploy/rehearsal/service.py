"""An instance of the packaged service."""
import secrets
import signal
import subprocess
from functools import cache
from pathlib import Path

from processes import APPLICATION, HOUSE, Failed, await_until, family, free_port, kill, run, status

ADMIN_KEY = "gk_rehearsal_" + secrets.token_hex(16)


@cache
def java():
    """That of the build: the one on the PATH may be older than what the service is compiled for."""
    home = subprocess.run([HOUSE / "mvnw", "java-home"], stdout=subprocess.PIPE, text=True)
    if home.returncode:
        raise Failed("no JDK that runs the service")
    return str(Path(home.stdout.strip(), "bin", "java"))


# Quickly there rather than fast in the long run: nothing is compiled before it is needed, and little memory is touched.
QUICK = (
    "-XX:TieredStopAtLevel=1", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining",
    "-XX:+UseSerialGC", "-Xmx256m", "-Xmn24m",
)


class Service:
    def __init__(self, place, name, environment, application=APPLICATION, options=QUICK):
        self.place, self.name, self.application, self.options = place, name, application, options
        self.port, self.health_port = free_port(), free_port()
        self.environment = {
            "QUARKUS_HTTP_HOST": "127.0.0.1",
            "QUARKUS_HTTP_PORT": str(self.port),
            "QUARKUS_MANAGEMENT_HOST": "127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT": str(self.health_port),
            "GONGKAI_ADMIN_KEY": ADMIN_KEY,
            **environment,
        }
        self.process = None

    def start(self):
        command = [java(), *self.options, "-jar", self.application]
        directory = self.place.directory(self.name + "-directory")
        self.process = self.place.start(self.name, command, self.environment, directory=directory)
        return self

    def await_ready(self, within=90):
        def ready():
            if self.process.poll() is not None:
                raise Failed("%s has ended:\n%s" % (self.name, self.place.log(self.name)[-6000:]))
            return self.is_ready()

        await_until(self.name + " is ready", ready, within)
        return self

    def is_ready(self):
        """A version before the ports were two answers at the one."""
        return 200 in [status("http://127.0.0.1:%d/q/health/ready" % port) for port in (self.health_port, self.port)]

    def command(self, name, *arguments, check=True):
        """A command of the program, such as `verify`, on the same database."""
        directory = self.place.directory(self.name + "-directory")
        environment = {**self.environment, "QUARKUS_HTTP_PORT": str(free_port())}
        environment["QUARKUS_MANAGEMENT_PORT"] = str(free_port())
        environment["JAVA_TOOL_OPTIONS"] = "-Duser.dir=%s" % directory
        return run([java(), *self.options, "-jar", self.application, name, *arguments], environment, check=check)

    def kill(self):
        kill(family(self.process.pid))
        self.process.wait()

    def stop(self, within=60):
        """The status with which it ends after SIGTERM."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)

    def megabytes(self):
        """Of memory that it holds."""
        with open("/proc/%d/status" % self.process.pid) as lines:
            return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))
