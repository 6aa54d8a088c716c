package org.gongkai.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.Seeds;
import org.gongkai.matrix.UnreadableFile.Reason;
import org.gongkai.pdf.PdfReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of files that were changed at random: each is read or refused, and none takes the time
 * that a file has.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class MutatedFilesTest {

  private static final int FEW = Seeds.number(120, 300);
  private static final int MANY = 10_000;
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String[] NUMBERS = {
    "0", "-1", "65536", "2147483647", "99999999999999999999", "x", "1e9", "4294967296"
  };

  private static final DocumentReaders READERS = new DocumentReaders(new PdfReader());

  /** What is changed. */
  enum Original {
    DOCX,
    DOC,
    HTML,
    XLSX,
    XLS,
    TEXT;

    byte[] bytes() throws IOException {
      return switch (this) {
        case DOCX -> Printed.file("features.docx");
        case DOC -> Printed.file("features.doc");
        case HTML -> page().getBytes(StandardCharsets.UTF_8);
        case XLSX -> workbook(new XSSFWorkbook());
        case XLS -> workbook(new HSSFWorkbook());
        case TEXT ->
            "一、总体情况\n| a | b |\n|---|---|\n| 1 | 2 |\n\n规章\t1\t2\n文件\t3\t4\n"
                .getBytes(StandardCharsets.UTF_8);
      };
    }
  }

  private static String page() {
    return """
    <html><head><meta charset=utf-8><title>某局</title></head><body><table><tr><td><h1>报告</h1>
    <p>一、总体<br>情况</p><table border=1><caption>表</caption><thead><tr><td rowspan=2>a<td colspan=2>b
    </thead><tbody><tr><td>c<td>d<tr><td rowspan=0><p><span>1.</span>x</p><td colspan=3>2<td>3</table>
    <pre>x\n y</pre><ul><li>甲<li>乙</ul></td></tr></table><div style='display:none'>z</div></body></html>
    """;
  }

  private static byte[] workbook(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("表");
    for (int i = 0; i < 6; i++) {
      Row row = sheet.createRow(i);
      for (int j = 0; j < 4; j++) {
        row.createCell(j).setCellValue(i + j);
        row.createCell(j + 4).setCellValue("文" + i + j);
      }
      row.createCell(9).setCellFormula("A1+1");
    }
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 3));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    workbook.close();
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void someAreReadOrRefused(Original original) throws IOException {
    holds(original, FEW, 1);
  }

  @Tag("nightly")
  @ParameterizedTest
  @EnumSource
  void manyAreReadOrRefused(Original original) throws IOException {
    holds(original, MANY, 2);
  }

  private static void holds(Original original, int count, long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = original.bytes();
    Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    int read = 0;
    for (int i = 0; i < count; i++) {
      byte[] mutant = mutant(bytes, random);
      try {
        PrintedDocument document = READERS.read(mutant, null);
        assertThat(document.blocks()).doesNotContainNull();
        read++;
      } catch (UnreadableFile e) {
        refused.merge(e.reason(), 1, Integer::sum);
      }
    }
    assertThat(refused).doesNotContainKey(Reason.TOO_SLOW);
    assertThat(read).isPositive();
  }

  private static byte[] mutant(byte[] original, Random random) throws IOException {
    boolean zip = original[0] == 'P' && original[1] == 'K';
    if (zip && random.nextInt(4) > 0) {
      return repacked(original, random);
    }
    boolean markup = original[0] == '<';
    return markup && random.nextBoolean()
        ? tagsChanged(original, random)
        : changed(original, random);
  }

  /** Bytes flipped, cut off, taken out, doubled or overwritten. */
  private static byte[] changed(byte[] original, Random random) {
    byte[] bytes = original.clone();
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(64), bytes.length - at);
    switch (random.nextInt(5)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(20); i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 1 -> bytes = Arrays.copyOf(bytes, at);
      case 2 -> {
        System.arraycopy(original, at + length, bytes, at, bytes.length - at - length);
        bytes = Arrays.copyOf(bytes, bytes.length - length);
      }
      case 3 ->
          System.arraycopy(original, at, bytes, random.nextInt(bytes.length - length + 1), length);
      default -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
    }
    return bytes;
  }

  /** One member changed, and packed again, so that its sum is right. */
  private static byte[] repacked(byte[] original, Random random) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original))) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null) {
        members.put(entry.getName(), in.readAllBytes());
        entry = in.getNextEntry();
      }
    }
    List<String> names = new ArrayList<>(members.keySet());
    String name = names.get(random.nextInt(names.size()));
    byte[] member = members.get(name);
    switch (random.nextInt(6)) {
      case 0 -> members.remove(name);
      case 1 -> members.put(name, changed(member, random));
      default -> members.put(name, tagsChanged(member, random));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Elements exchanged, taken out, doubled, and their numbers changed. */
  private static byte[] tagsChanged(byte[] original, Random random) {
    String text = new String(original, StandardCharsets.UTF_8);
    for (int i = 0; i <= random.nextInt(4); i++) {
      List<MatchResult> tags = TAG.matcher(text).results().toList();
      if (tags.isEmpty()) {
        break;
      }
      MatchResult one = tags.get(random.nextInt(tags.size()));
      MatchResult other = tags.get(random.nextInt(tags.size()));
      String instead =
          switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> one.group() + one.group();
            case 2 -> other.group();
            default ->
                NUMBER.matcher(one.group()).replaceFirst(NUMBERS[random.nextInt(NUMBERS.length)]);
          };
      text = text.substring(0, one.start()) + instead + text.substring(one.end());
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
