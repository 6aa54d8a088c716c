package org.gongkai.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;

/** Rollups as workbooks, read by a reader that is not the writer's. */
@QuarkusTest
class WorkbookTest {

  private final City city = City.found();

  private static XSSFWorkbook book(String address, String language) throws IOException {
    byte[] bytes =
        admin()
            .header("Accept-Language", language)
            .get(address + "&format=xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static List<String> header(Sheet sheet) {
    List<String> header = new ArrayList<>();
    sheet.getRow(0).forEach(cell -> header.add(cell.getStringCellValue().split("\n")[0]));
    return header;
  }

  private static Cell cell(Sheet sheet, int row, String title) {
    return sheet.getRow(row).getCell(header(sheet).indexOf(title));
  }

  @Test
  void numbersAreNumbersAndCodesAreText() throws IOException {
    String district = city.district();
    String bureau = city.organ(district);
    city.change(bureau, "=1+1", district, LocalDate.of(2001, 1, 1));
    Api.filed(Sample.huancui(bureau));
    city.organ(district);
    String address = "/api/v1/rollups/applications?region=" + district + "&year=2021&by=organ";
    JsonNode rows = Sample.json(admin().get(address).asString()).get("rows");
    try (XSSFWorkbook book = book(address, "zh")) {
      Sheet data = book.getSheet("数据");
      assertThat(data.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(header(data)).contains("代码", "年度", "项目", "自然人", "总计", "应报机关", "完整");
      assertThat(data.getLastRowNum()).isEqualTo(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        assertThat(cell(data, i + 1, "代码").getStringCellValue()).isEqualTo(bureau);
        assertThat(cell(data, i + 1, "名称").getStringCellValue()).isEqualTo("=1+1");
        assertThat(cell(data, i + 1, "名称").getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell(data, i + 1, "项目").getStringCellValue())
            .isEqualTo(row.get("label").asText());
        assertThat(cell(data, i + 1, "自然人").getNumericCellValue())
            .isEqualTo(row.get("naturalPerson").doubleValue());
        assertThat(cell(data, i + 1, "已报").getNumericCellValue()).isEqualTo(1);
        // its section 三 is in the layout of 2019
        assertThat(cell(data, i + 1, "完整").getBooleanCellValue()).isFalse();
        assertThat(cell(data, i + 1, "其他表式").getNumericCellValue()).isEqualTo(1);
      }
      Sheet coverage = book.getSheet("覆盖情况");
      assertThat(coverage.getLastRowNum()).isEqualTo(2);
      assertThat(cell(coverage, 1, "未报").getNumericCellValue()).isZero();
      assertThat(cell(coverage, 2, "未报").getNumericCellValue()).isEqualTo(1);
      Sheet asked = book.getSheet("查询条件");
      assertThat(asked.getRow(1).getCell(1).getStringCellValue()).isEqualTo(district);
      assertThat(asked.getRow(3).getCell(1).getStringCellValue()).isEqualTo("2021");
      assertThat(asked.getRow(9).getCell(1).getBooleanCellValue()).isFalse();
    }
    try (XSSFWorkbook book = book(address, "en")) {
      assertThat(header(book.getSheet("Data"))).contains("Code", "Natural persons", "Expected");
      assertThat(book.getSheet("Coverage")).isNotNull();
      assertThat(book.getSheet("Query")).isNotNull();
    }
  }

  @Test
  void eachColumnHasItsCodeUnderItsName() throws IOException {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    String address = "/api/v1/rollups/applications?region=" + district + "&year=2021&by=organ";
    String codes =
        admin().get(address + "&format=csv").asString().lines().findFirst().orElseThrow();
    try (XSSFWorkbook book = book(address, "zh")) {
      List<String> heads = new ArrayList<>();
      book.getSheet("数据").getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
      assertThat(heads).contains("自然人\nnaturalPerson", "项目\nlabel");
      assertThat(heads.stream().map(head -> head.split("\n")[1])).containsExactly(codes.split(","));
    }
  }

  @Test
  void eachSheetIsReadyForPrint() throws IOException {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    String address = "/api/v1/rollups/disclosure?region=" + district + "&year=2021";
    try (XSSFWorkbook book = book(address + "&by=organ", "zh");
        XSSFWorkbook whole = book(address, "zh")) {
      for (XSSFSheet sheet : List.of(book.getSheetAt(0), book.getSheetAt(1), book.getSheetAt(2))) {
        assertThat(sheet.getPrintSetup().getLandscape()).as(sheet.getSheetName()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        assertThat(sheet.getFooter().getCenter()).contains("&P");
      }
      for (XSSFSheet sheet : List.of(book.getSheet("数据"), book.getSheet("覆盖情况"))) {
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
      }
      // year, period, row, label
      assertThat(whole.getSheet("数据").getPaneInformation().getVerticalSplitPosition())
          .isEqualTo((short) 4);
    }
  }

  /** At a third of its size nobody reads a page; a text that is cut off says something else. */
  @Test
  void aPrintedPageCanBeRead() throws IOException {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    for (String section : List.of("applications", "disclosure", "contests", "publications")) {
      String address = "/api/v1/rollups/" + section + "?by=organ&year=2021&region=" + district;
      try (XSSFWorkbook book = book(address, "zh")) {
        XSSFSheet data = book.getSheetAt(0);
        int columns = header(data).size();
        double characters = 0;
        for (int i = 0; i < columns; i++) {
          characters += data.getColumnWidth(i) / 256.0;
        }
        // some 149 characters are on a page in its full size
        assertThat(characters).as(section).isLessThan(149 / 0.42);
        assertThat(data.getMargin(PageMargin.LEFT)).isLessThan(0.5);
        for (int row = 1; row <= data.getLastRowNum(); row++) {
          if (section.equals("applications")) {
            assertThat(cell(data, row, "项目").getCellStyle().getWrapText()).isTrue();
          }
          assertThat(cell(data, row, "代码").getCellStyle().getWrapText()).isTrue();
        }
      }
    }
  }

  @Test
  void whatADoubleCannotCarryIsNotRounded() throws IOException {
    String district = city.district();
    for (int i = 0; i < 2; i++) {
      Api.filed(
          Sample.with(
              Sample.nil(city.organ(district), 2022),
              "/publications/channels",
              List.of(
                  Map.of("channel", "website", "unit", "item", "count", 9007199254740990L),
                  Map.of("channel", "wechat", "unit", "item", "count", 450000000000000L))));
    }
    String address = "/api/v1/rollups/publications?region=" + district + "&year=2022";
    try (XSSFWorkbook book = book(address, "zh")) {
      Sheet data = book.getSheet("数据");
      assertThat(cell(data, 1, "数量").getStringCellValue()).isEqualTo("18014398509481980");
      assertThat(cell(data, 2, "数量").getNumericCellValue()).isEqualTo(900000000000000d);
    }
  }

  @Test
  void whatNobodyStatesIsAnEmptyCell() throws IOException {
    String district = city.district();
    Api.filed(Sample.huancui(city.organ(district)));
    String address = "/api/v1/rollups/indicators?region=" + district + "&year=2021";
    JsonNode rows = Sample.json(admin().get(address).asString()).get("rows");
    try (XSSFWorkbook book = book(address, "zh")) {
      Sheet data = book.getSheet("数据");
      boolean seen = false;
      for (int i = 0; i < rows.size(); i++) {
        boolean nothing = rows.get(i).get("value").isNull();
        seen |= nothing;
        assertThat(cell(data, i + 1, "值") == null).as(rows.get(i).toString()).isEqualTo(nothing);
      }
      assertThat(seen).isTrue();
      Sheet definitions = book.getSheet("指标定义");
      assertThat(cell(definitions, 1, "指标").getStringCellValue())
          .isEqualTo(rows.get(0).get("indicator").asText());
      assertThat(cell(definitions, 1, "定义").getStringCellValue()).endsWith("。");
      assertThat(cell(definitions, 1, "公式").getStringCellValue()).contains(" ÷ ");
      assertThat(cell(definitions, 1, "条例依据").getStringCellValue()).contains("第三十六条");
    }
  }
}
