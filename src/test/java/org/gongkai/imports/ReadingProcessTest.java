package org.gongkai.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.Seeds;
import org.gongkai.form.Forms;
import org.gongkai.form.Samples;
import org.gongkai.matrix.DocumentReaders;
import org.gongkai.matrix.Printed;
import org.gongkai.matrix.PrintedDocument;
import org.gongkai.matrix.UnreadableFile;
import org.gongkai.pdf.PdfReader;
import org.gongkai.recognition.Recogniser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Files are read in a process of their own, which ends instead of the service. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ReadingProcessTest {

  private static final long HEAP = 192L << 20;
  private static final Duration LONG = Duration.ofMinutes(2);

  /** The one that is there is used by one test at a time, which may end it. */
  private static final String THE_ONE = "the reading process";

  private static ReadingProcess one;

  private static ReadingProcess start() throws IOException, ReadingProcess.Ended {
    return ReadingProcess.start(Samples.FORMS, HEAP);
  }

  private static ReadingProcess running() throws IOException, ReadingProcess.Ended {
    if (one == null || !one.isAlive()) {
      one = start();
    }
    return one;
  }

  @AfterAll
  static void end() {
    if (one != null) {
      one.close();
    }
  }

  private static String outcome(ReadingProcess process, byte[] file) throws Exception {
    ReadingProcess.Answer answer = process.read(file, LONG);
    assertThat(answer.kind()).as(answer.text()).isEqualTo(ReadingCommand.OUTCOME);
    return answer.text();
  }

  @Test
  @ResourceLock(THE_ONE)
  void itSaysWhatIsReadHereToo() throws Exception {
    DocumentReaders readers = new DocumentReaders(new PdfReader());
    Recogniser recogniser = new Recogniser(Samples.FORMS);
    ReadingProcess process = running();
    int before = process.count();
    for (String name :
        List.of(
            "huancui-industry-bureau-2021.txt",
            "huaian-city-2024.pdf",
            "template-2021-blank.doc",
            "template-2021-blank.docx")) {
      byte[] file = Printed.file(name);
      PrintedDocument document = readers.read(file, name);
      assertThat(outcome(process, file))
          .isEqualTo(
              new ReadingOutcome.Read(
                      document.kind(), recogniser.recognise(document), List.of(), null, List.of())
                  .write());
    }
    assertThat(
            ReadingOutcome.read(
                outcome(process, "PK\003\004 and no more".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            ReadingOutcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(UnreadableFile.Reason.BROKEN));
    assertThat(process.count() - before).isEqualTo(5);
  }

  /** The operator's files are those of the start, whatever they have become. */
  @Test
  void itReadsByTheFormsOfTheService(@TempDir Path directory) throws Exception {
    Path indicators = directory.resolve(Forms.INDICATORS);
    Files.write(
        indicators,
        ReadingProcessTest.class.getResourceAsStream("/forms/indicators.yaml").readAllBytes());
    Files.writeString(
        indicators, "# of the operator\n" + Files.readString(indicators, StandardCharsets.UTF_8));
    Forms own = Forms.load(directory);
    assertThat(own.digest()).isNotEqualTo(Samples.FORMS.digest());
    Files.writeString(indicators, "broken: [");
    try (ReadingProcess process = ReadingProcess.start(own, HEAP)) {
      assertThat(outcome(process, "x".getBytes(StandardCharsets.UTF_8))).isNotBlank();
    }
  }

  /** Some thousands at night, and nothing is fetched that they name. */
  @Test
  @ResourceLock(THE_ONE)
  void filesThatWereChangedAtRandomAreReadOrRefusedAndNoneEndsIt() throws Exception {
    Random random = new Random(24);
    ReadingProcess process = running();
    int before = process.count();
    try (ServerSocket nobody = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      nobody.setSoTimeout(1);
      List<byte[]> originals =
          List.of(
              Printed.file("template-2021-blank.docx"),
              workbook(),
              page("http://127.0.0.1:" + nobody.getLocalPort() + "/"),
              Printed.file("huaian-city-2024.pdf"));
      int refused = 0;
      int number = Seeds.number(5, 2_500);
      for (int i = 0; i < number; i++) {
        for (byte[] original : originals) {
          ReadingOutcome outcome = ReadingOutcome.read(outcome(process, changed(original, random)));
          refused += outcome instanceof ReadingOutcome.Refused ? 1 : 0;
        }
      }
      assertThat(refused).isBetween(1, originals.size() * number - 1);
      assertThat(process.count() - before).isEqualTo(originals.size() * number);
      assertThatThrownBy(nobody::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static byte[] changed(byte[] original, Random random) {
    byte[] changed = original.clone();
    for (int i = random.nextInt(20); i >= 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0
        ? Arrays.copyOf(changed, random.nextInt(1, changed.length))
        : changed;
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Row row = workbook.createSheet("表").createRow(1);
      row.createCell(1).setCellValue("规章");
      row.createCell(2).setCellValue(3);
      workbook.write(file);
    }
    return file.toByteArray();
  }

  private static byte[] page(String address) {
    return """
    <html><head><link rel=stylesheet href="%1$s"><base href="%1$s"></head><body background="%1$s"><h1>2021年年度报告</h1>
    <img src="%1$s"><iframe src="%1$s"></iframe><table><tr><td rowspan=2>规章<td>1<tr><td>2</table><script src="%1$s">
    </script><object data="%1$s"></object></body></html>
    """
        .formatted(address)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What one core has time for in a minute; said by the processor, as others use it as well. */
  @Tag("nightly")
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aMinuteOfOneCoreIsEnoughForAHundredWordFilesAndSixtyPdfs() throws Exception {
    byte[] word = Printed.file("template-2021-blank.docx");
    byte[] pdf = Printed.file("huaian-city-2024.pdf");
    try (ReadingProcess process = start()) {
      for (int i = 0; i < 100; i++) {
        assertThat(outcome(process, word)).contains("\"read\"");
        if (i < 60) {
          assertThat(outcome(process, pdf)).contains("\"read\"");
        }
      }
      assertThat(ProcessHandle.of(process.pid()).orElseThrow().info().totalCpuDuration())
          .hasValueSatisfying(time -> assertThat(time).isLessThan(Duration.ofMinutes(1)));
    }
  }

  @Test
  @ResourceLock(THE_ONE)
  void aFileThatTakesMoreMemoryThanAFileHasEndsIt() throws Exception {
    ReadingProcess process = running();
    assertThat(ended(process, HostileFiles.objectsWithoutEnd(), LONG))
        .isEqualTo(ReadingProcess.Why.MEMORY);
    assertThat(process.isAlive()).isFalse();
  }

  private static ReadingProcess.Why ended(ReadingProcess process, byte[] file, Duration longest) {
    ReadingProcess.Ended ended =
        catchThrowableOfType(ReadingProcess.Ended.class, () -> process.read(file, longest));
    assertThat(ended).isNotNull();
    return ended.why();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @ResourceLock(THE_ONE)
  void whatDoesNotAnswerInTimeIsEnded() throws Exception {
    ReadingProcess process = running();
    Path folder = folder(process);
    signal("STOP", process.pid());
    assertThat(ended(process, new byte[100_000], Duration.ofMillis(300)))
        .isEqualTo(ReadingProcess.Why.TIME);
    assertThat(process.isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @ResourceLock(THE_ONE)
  void whatSomebodyEndsInTheMidstIsNoMore() throws Exception {
    ReadingProcess process = running();
    signal("STOP", process.pid());
    CompletableFuture<ReadingProcess.Why> reading =
        CompletableFuture.supplyAsync(() -> ended(process, new byte[1 << 20], LONG));
    signal("KILL", process.pid());
    assertThat(reading.get(1, TimeUnit.MINUTES)).isEqualTo(ReadingProcess.Why.DEATH);
  }

  private static Path folder(ReadingProcess process) throws IOException {
    return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  /** However a service ends, what it has begun ends too, and leaves nothing. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void itEndsWithWhoeverHasBegunIt(@TempDir Path temporary) throws Exception {
    Process parent = parent(temporary);
    try {
      ProcessHandle child = parent.children().findFirst().orElseThrow();
      assertThat(folders(temporary)).hasSize(1);
      signal("KILL", parent.pid());
      child.onExit().get(1, TimeUnit.MINUTES);
      assertThat(folders(temporary)).isEmpty();
    } finally {
      parent.destroyForcibly();
    }
  }

  /** A machine that runs out of memory, or loses its power, ends both. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsLeftOfBothIsClearedAtTheNextStartAndWhatIsInUseIsNot(@TempDir Path temporary)
      throws Exception {
    Process killed = parent(temporary);
    Process other = parent(temporary);
    try {
      ProcessHandle child = killed.children().findFirst().orElseThrow();
      signal("STOP", child.pid());
      signal("KILL", killed.pid());
      signal("KILL", child.pid());
      child.onExit().get(1, TimeUnit.MINUTES);
      assertThat(killed.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(folders(temporary)).hasSize(2);
      ReadingFolder.clear(temporary);
      List<Path> left = folders(temporary);
      assertThat(left).hasSize(1);
      ReadingFolder.clear(temporary);
      assertThat(folders(temporary)).isEqualTo(left);
      other.getOutputStream().close();
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(folders(temporary)).isEmpty();
    } finally {
      killed.destroyForcibly();
      other.destroyForcibly();
    }
  }

  /** A small service, whose process waits for a file. */
  private static Process parent(Path temporary) throws IOException {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ReadingParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = parent.inputReader();
    String line = said.readLine();
    while (line != null && !line.startsWith(ReadingParent.BEGUN)) {
      line = said.readLine();
    }
    assertThat(line).isEqualTo(ReadingParent.BEGUN + " true");
    return parent;
  }

  private static List<Path> folders(Path temporary) throws IOException {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.filter(path -> path.getFileName().toString().startsWith("gongkai-reading"))
          .toList();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @ResourceLock(THE_ONE)
  void itKnowsNeitherKeysNorPasswords() throws Exception {
    ReadingProcess process = running();
    Path its = Path.of("/proc", Long.toString(process.pid()));
    String environment = Files.readString(its.resolve("environ"), StandardCharsets.ISO_8859_1);
    Set<String> names =
        Stream.of(environment.split("\0"))
            .filter(variable -> !variable.isBlank())
            .map(variable -> variable.substring(0, variable.indexOf('=')))
            .collect(Collectors.toSet());
    assertThat(System.getenv()).containsKey("PATH");
    assertThat(Set.of("LANG", "LC_ALL", "LC_CTYPE")).containsAll(names);
    assertThat(folder(process).getFileName().toString()).startsWith("gongkai-reading");
  }
}
