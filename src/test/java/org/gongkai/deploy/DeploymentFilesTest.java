package org.gongkai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files by which operators run the service are what the programs that read them take. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class DeploymentFilesTest {

  private static final Path DEPLOY = Path.of("deploy");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  /** What Prometheus itself knows; all others stand in METRICS.md. */
  private static final Set<String> NOT_OURS = Set.of("up");

  @TempDir Path directory;

  @Test
  void kubernetesTakesEveryObject() throws Exception {
    needs("node", "npm");
    assumeTrue(
        Files.isDirectory(Path.of(run("", "npm", "root", "--global").strip(), "kubernetes-models")),
        "needs kubernetes-models of npm: npm install --global kubernetes-models@4.5.1");
    ArrayNode objects = JSON.createArrayNode();
    for (Path file : files(".yaml", f -> f.startsWith(DEPLOY.resolve("kubernetes")))) {
      add(Files.readString(file), file.toString(), objects);
    }
    String kubectl = program("kubectl");
    if (kubectl != null) {
      for (String overlay : List.of("external-database", "cloudnative-pg")) {
        Path its = DEPLOY.resolve("kubernetes").resolve("overlays").resolve(overlay);
        add(run("", kubectl, "kustomize", its.toString()), "overlay " + overlay, objects);
      }
    }
    assertThat(objects).hasSizeGreaterThan(15);
    String said = run(objects.toString(), "node", "src/test/deploy/kubernetes.mjs");
    assertThat(said.strip())
        .isEqualTo(
            "unknown kinds: barmancloud.cnpg.io/v1 ObjectStore, postgresql.cnpg.io/v1 Cluster,"
                + " postgresql.cnpg.io/v1 ScheduledBackup");
  }

  /** The overlays, without kubectl too: what they name is there. */
  @Test
  void kustomizationsNameFilesThatAreThere() throws IOException {
    List<Path> kustomizations = files("kustomization.yaml", f -> true);
    assertThat(kustomizations).hasSize(4);
    for (Path file : kustomizations) {
      JsonNode kustomization = YAML.readTree(file.toFile());
      for (String list : List.of("resources", "components")) {
        for (JsonNode named : kustomization.path(list)) {
          assertThat(file.resolveSibling(named.asText()).normalize()).exists();
        }
      }
    }
  }

  /** The owner's password is the migration's alone, and no pod may do more than it must. */
  @Test
  void podsHaveWhatTheyNeed() throws IOException {
    Path base = DEPLOY.resolve("kubernetes").resolve("base");
    JsonNode instances = pod(base.resolve("deployment.yaml"));
    JsonNode migration = pod(base.resolve("migration.yaml"));
    assertThat(migration.toString()).contains("gongkai-database-owner");
    assertThat(instances.toString()).doesNotContain("owner");
    for (JsonNode pod : List.of(instances, migration)) {
      assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
      JsonNode own = pod.path("containers").path(0).path("securityContext");
      assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(own.path("capabilities").path("drop").path(0).asText()).isEqualTo("ALL");
    }
    JsonNode container = instances.path("containers").path(0);
    for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
      assertThat(container.path(probe).path("httpGet").path("port").asText())
          .isEqualTo("management");
    }
  }

  @Test
  void composeListensOnThisMachineAlone() throws IOException {
    JsonNode services = YAML.readTree(DEPLOY.resolve("compose.yaml").toFile()).path("services");
    JsonNode instance = services.path("gongkai");
    assertThat(instance.path("ports"))
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
    assertThat(services.path("database").has("ports")).isFalse();
    assertThat(services.path("migration").toString()).contains("QUARKUS_FLYWAY_PASSWORD");
    assertThat(instance.toString()).doesNotContain("OWNER").doesNotContain("SUPERUSER");
  }

  /** A tag that moves makes of the same file another service. */
  @Test
  void imagesHaveAVersion() throws IOException {
    Pattern image =
        Pattern.compile("(?m)^\\s*image: *(\\S+)$|^ARG JAVA_IMAGE=(\\S+)$|newTag: *([^\\s}]+)");
    List<String> found = new ArrayList<>();
    for (String file :
        List.of("compose.yaml", "Containerfile", "kubernetes/base/kustomization.yaml")) {
      Matcher its = image.matcher(Files.readString(DEPLOY.resolve(file)));
      while (its.find()) {
        found.add(its.group());
      }
    }
    assertThat(found)
        .hasSizeGreaterThanOrEqualTo(4)
        .allSatisfy(line -> assertThat(line).matches("(?s).*[:= ][^:]*\\d+\\.\\d+.*"));
  }

  @Test
  void yamlIsWrittenAlike() throws Exception {
    needs("yamllint");
    assertThat(run("", "yamllint", "--strict", "deploy")).isEmpty();
  }

  @Test
  void nginxTakesItsFile() throws Exception {
    needs("nginx", "openssl");
    Path site = withCertificate("nginx.conf");
    Path whole =
        Files.writeString(
            directory.resolve("whole.conf"),
            "pid %s/nginx.pid;\nevents {}\nhttp { access_log off; include %s; }\n"
                .formatted(directory, site));
    assertThat(run("", "nginx", "-t", "-q", "-e", "stderr", "-c", whole.toString())).isEmpty();
  }

  @Test
  void caddyTakesItsFile() throws Exception {
    needs("caddy", "openssl");
    Path site = withCertificate("Caddyfile");
    String said =
        run("", "caddy", "validate", "--adapter", "caddyfile", "--config", site.toString());
    assertThat(said).contains("Valid configuration");
    assertThat(said.lines().filter(line -> line.contains("\"logger\":\"caddyfile\"")))
        .as("what it finds in the file")
        .isEmpty();
  }

  /** Which proxy stands before it makes no difference to callers. */
  @Test
  void everyProxySaysTheSameWhereNoInstanceIsThere() throws IOException {
    String problem = Files.readString(DEPLOY.resolve("ha").resolve("unavailable.json")).strip();
    assertThat(JSON.readTree(problem).path("title").asText())
        .isEqualTo(
            ProblemType.SERVICE_UNAVAILABLE.title().zh()
                + " / "
                + ProblemType.SERVICE_UNAVAILABLE.title().en());
    for (String file : List.of("nginx.conf", "Caddyfile")) {
      assertThat(Files.readString(DEPLOY.resolve("proxy").resolve(file))).contains(problem);
    }
  }

  @Test
  void haproxyTakesItsFile() throws Exception {
    needs("haproxy");
    Path file = DEPLOY.resolve("ha").resolve("haproxy.cfg");
    // What the environment is to say; addresses to listen on are not taken while the file is read.
    String whole =
        Files.readString(file)
            .replace("${UNAVAILABLE}", DEPLOY.resolve("ha").resolve("unavailable.json").toString())
            .replaceAll("\\$\\{(PATRONI|HEALTH|READING_HEALTH)[_0-9]*}", "9")
            .replaceAll("\\$\\{[A-Z_0-9]+}", "127.0.0.1:9");
    Path read = Files.writeString(directory.resolve("haproxy.cfg"), whole);
    assertThat(run("", "haproxy", "-c", "-q", "-f", read.toString())).isEmpty();
  }

  /** Else a caller might not find at a standby what it has written. */
  @Test
  void theProxyKnowsWhoHasWrittenForLongerThanAStandbyMayBeBehind() throws IOException {
    int remembered =
        seconds(Path.of("ha", "haproxy.cfg"), "stick-table type binary .* expire ([0-9]+)s");
    int behind =
        seconds(Path.of("README.md"), "\\| `GONGKAI_READ_ONLY_MAX_STALENESS` \\| `([0-9]+)s` \\|");
    assertThat(remembered).isGreaterThan(behind);
  }

  private static int seconds(Path file, String said) throws IOException {
    Matcher its = Pattern.compile(said).matcher(Files.readString(DEPLOY.resolve(file)));
    assertThat(its.find()).as(said).isTrue();
    return Integer.parseInt(its.group(1));
  }

  @Test
  void systemdTakesTheUnitAndFindsItClosed() throws Exception {
    needs("systemd-analyze");
    String unit = DEPLOY.resolve("systemd").resolve("gongkai.service").toString();
    assertThat(run("", "systemd-analyze", "verify", unit).lines())
        .allMatch(line -> line.contains("/usr/bin/java is not executable"));
    // In tenths; systemd calls "OK" what is below 5.
    run("", "systemd-analyze", "security", "--offline=true", "--threshold=20", unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gongkai.test.yaml", "season.test.yaml"})
  void alertsFireWhenTheyShould(String tests) throws Exception {
    needs("promtool");
    String file = DEPLOY.resolve("alerts").resolve(tests).toString();
    assertThat(run("", "promtool", "test", "rules", file)).contains("SUCCESS");
  }

  /** What they ask for, {@code deploy/dashboards/rehearse} asks of an instance that works. */
  @Test
  void dashboardsAreWhatGrafanaTakes() throws Exception {
    needs("node", "npm");
    for (String one : List.of("@grafana/schema", "typescript")) {
      assumeTrue(
          Files.isDirectory(Path.of(run("", "npm", "root", "--global").strip()).resolve(one)),
          "needs npm install --global @grafana/schema@13.2.3 typescript@5.9.3");
    }
    List<String> command = new ArrayList<>(List.of("node", "src/test/deploy/dashboards.mjs"));
    for (Path file : files(".json", f -> f.startsWith(DEPLOY.resolve("dashboards")))) {
      command.add(file.toString());
    }
    assertThat(command).hasSize(5);
    Path broken = directory.resolve("broken.json");
    Files.writeString(broken, "{\"schemaVersion\": 39, \"nonsense\": 1}");
    command.add(broken.toString());
    String said = run("", command.toArray(String[]::new));
    assertThat(said.lines()).isNotEmpty().allMatch(line -> line.startsWith(broken + ":1: "));
    assertThat(said).contains("nonsense");
  }

  /** Alerts and dashboards ask for nothing that the service does not tell. */
  @Test
  void whatIsAskedForIsTold() throws IOException {
    String told = Files.readString(DEPLOY.resolve("METRICS.md"));
    List<String> asked = new ArrayList<>();
    YAML.readTree(DEPLOY.resolve("alerts").resolve("gongkai.yaml").toFile())
        .findValuesAsText("expr")
        .forEach(asked::add);
    for (String dashboard : List.of("service", "season")) {
      Path file = DEPLOY.resolve("dashboards").resolve(dashboard + ".json");
      asked.addAll(JSON.readTree(file.toFile()).findValuesAsText("expr"));
    }
    Set<String> metrics = new TreeSet<>();
    Pattern metric = Pattern.compile("\\b[a-z_]+(?=\\{)");
    for (String expression : asked) {
      Matcher its = metric.matcher(expression);
      while (its.find()) {
        metrics.add(its.group());
      }
    }
    metrics.removeAll(NOT_OURS);
    assertThat(metrics).hasSizeGreaterThan(15);
    assertThat(metrics)
        .allSatisfy(
            name -> {
              String whole = name.replaceAll("_(count|sum|max)$", "");
              assertThat(told).containsAnyOf("`" + name + "`", "`" + whole + "`");
            });
  }

  private static JsonNode pod(Path file) throws IOException {
    return YAML.readTree(file.toFile()).path("spec").path("template").path("spec");
  }

  private static void add(String yaml, String from, ArrayNode to) throws IOException {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      while (documents.hasNext()) {
        JsonNode object = documents.next();
        if (!object.path("apiVersion").asText().startsWith("kustomize.")) {
          to.addObject().put("from", from).set("object", object);
        }
      }
    }
  }

  private static List<Path> files(String ending, Predicate<Path> which) throws IOException {
    try (Stream<Path> all = Files.walk(DEPLOY)) {
      return all.filter(f -> f.toString().endsWith(ending)).filter(which).sorted().toList();
    }
  }

  /** The file, with a certificate that is there. */
  private Path withCertificate(String name) throws IOException, InterruptedException {
    String key = directory.resolve("key.pem").toString();
    String certificate = directory.resolve("fullchain.pem").toString();
    run(
        "",
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=gongkai.example",
        "-keyout",
        key,
        "-out",
        certificate);
    String text = Files.readString(DEPLOY.resolve("proxy").resolve(name));
    assertThat(text).contains("/etc/gongkai/tls");
    return Files.writeString(
        directory.resolve(name), text.replace("/etc/gongkai/tls", directory.toString()));
  }

  private static void needs(String... programs) {
    for (String name : programs) {
      assumeTrue(program(name) != null, "needs " + name + ": .ci/run installs it");
    }
  }

  private static String program(String name) {
    String path = System.getenv("PATH") + ":/usr/sbin:/sbin";
    for (String place : path.split(":", -1)) {
      Path program = Path.of(place, name);
      if (Files.isExecutable(program)) {
        return program.toString();
      }
    }
    return null;
  }

  /** What a program says, which has to end well. */
  private static String run(String input, String... command)
      throws IOException, InterruptedException {
    String found = program(command[0]);
    command[0] = found == null ? command[0] : found;
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
