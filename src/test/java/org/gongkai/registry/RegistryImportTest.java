package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.gongkai.access.TestKeys;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryImportTest {

  private static final String HEADER = "code,name,region,kind,validFrom,validTo,successor\n";

  @Inject Registry registry;

  @Test
  void aFileIsTakenAndTakenAgain() {
    String file =
        HEADER
            + "I-A1,导入一局,371002,department,,,\n"
            + "I-A2,\"导入,二局\",371002,party-organ,2020-01-01,2023-01-01,I-A1\n"
            + "\n"
            + "I-A3,三局旧名,371002,department,,2022-03-01,\n"
            + "I-A3,三局,371003,department,2022-03-01,,\n";
    take(file)
        .statusCode(200)
        .body("lines", equalTo(4))
        .body("created", equalTo(4))
        .body("refused", equalTo(0))
        .body("violations", hasSize(0));
    take(file).statusCode(200).body("unchanged", equalTo(4)).body("created", equalTo(0));
    take(file.replace("导入一局", "改名一局"))
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(3));
    assertThat(registry.organInYear("I-A3", 2021).orElseThrow().name()).isEqualTo("三局旧名");
    assertThat(registry.organInYear("I-A3", 2022).orElseThrow().region()).isEqualTo("371003");
    assertThat(registry.organInYear("I-A1", 2023).orElseThrow().predecessors())
        .containsExactly("I-A2");
    admin().get("/api/v1/organs/I-A2").then().body("name", equalTo("导入,二局"));
  }

  @Test
  void aMarkAtTheStartAndColumnsInAnyOrderAreTaken() {
    take("\uFEFFkind,region,name,code\r\ndepartment,371002,顺序局,I-B1\r\n")
        .statusCode(200)
        .body("created", equalTo(1));
    admin().get("/api/v1/organs/I-B1").then().body("name", equalTo("顺序局"));
  }

  @Test
  void tablesAreTakenAsChineseOfficesKeepThem() {
    String file =
        "机关代码*,单位名称,所属行政区划（必填）,机关类别,生效日期,失效日期,并入机关\n"
            + "I-M1,中文一局,371002,工作部门,,,\n"
            + "I-M2,中文街道,371002,街道办事处,2021/3/1,,\n"
            + "I-M3,中文镇,371002,乡镇人民政府,2019年1月1日,2022-03-01,I-M1\n"
            + "I-M4,中文委员会,371002,法律、法规授权的具有管理公共事务职能的组织,,,\n"
            + "I-M5,中文办公室,371002,人民政府办公厅(室),,,\n"
            + "I-M6,中文局,371002,party-organ,,,\n";
    take(file).statusCode(200).body("created", equalTo(6));
    kind("I-M1").isEqualTo("department");
    kind("I-M2").isEqualTo("dispatched-office");
    kind("I-M3").isEqualTo("township-government");
    kind("I-M4").isEqualTo("authorised-organisation");
    kind("I-M5").isEqualTo("general-office");
    kind("I-M6").isEqualTo("party-organ");
    assertThat(registry.organInYear("I-M2", 2020)).isEmpty();
    assertThat(registry.organInYear("I-M2", 2021)).isPresent();
    assertThat(registry.organInYear("I-M1", 2022).orElseThrow().predecessors())
        .containsExactly("I-M3");
    take("代码,名称,行政区划,类别\nI-M7,局,371002,局\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2/kind"))
        .body("violations[0].message", containsString("department（人民政府工作部门）"));
    take("代码,名称,行政区划,类别,生效日期\nI-M7,局,371002,部门,3/1/2021\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2/validFrom"));
  }

  private AbstractStringAssert<?> kind(String organ) {
    return assertThat(registry.organInYear(organ, 2021).orElseThrow().kind().code()).as(organ);
  }

  @Test
  void semicolonsAndTabsSeparateCells() {
    take("code;name;region;kind\nI-N1;一局，二局;371002;department\n").statusCode(200);
    take("代码\t名称\t行政区划\t类别\nI-N2\t一局,二局;三局\t371002\t部门\n").statusCode(200);
    take("\"code\";\"name\";\"region\";\"kind\"\nI-N3;\"一;二\";371002;department\n").statusCode(200);
    admin().get("/api/v1/organs/I-N2").then().body("name", equalTo("一局,二局;三局"));
    admin().get("/api/v1/organs/I-N3").then().body("name", equalTo("一;二"));
  }

  @Test
  void aFileIsReadInTheCharsetThatItIsCertainlyIn() {
    Charset gbk = Charset.forName("GBK");
    String english = HEADER + "I-O%s,吊局,371002,department,,,\n";
    String chinese = "代码;名称;行政区划;类别\nI-O%s;吊局;371002;部门\n";
    take("text/csv", ("\uFEFF" + chinese.formatted(1)).getBytes(StandardCharsets.UTF_16LE));
    take("text/csv", ("\uFEFF" + chinese.formatted(2)).getBytes(StandardCharsets.UTF_16BE));
    take("text/csv", chinese.formatted(3).getBytes(gbk));
    take("text/csv; charset=utf-8", chinese.formatted(4).getBytes(gbk));
    take("text/csv; charset=GBK", english.formatted(5).getBytes(gbk));
    take("text/csv; charset=GB18030", english.formatted(6).getBytes(Charset.forName("GB18030")));
    take("text/csv; charset=iso-8859-1", chinese.formatted(7).getBytes(StandardCharsets.UTF_8));
    for (int i = 1; i <= 7; i++) {
      admin().get("/api/v1/organs/I-O" + i).then().body("name", equalTo("吊局"));
    }
    send("text/csv", english.formatted(8).getBytes(gbk))
        .statusCode(400)
        .body("detail", containsString("charset=GB18030"));
    send("text/csv", chinese.replace("类别", "部门类").formatted(8).getBytes(gbk)).statusCode(400);
    send(
            "text/csv; charset=gbk",
            (english.formatted(8) + "\u00ff").getBytes(StandardCharsets.ISO_8859_1))
        .statusCode(400)
        .body("detail", containsString("GB18030"));
    admin().get("/api/v1/organs/I-O8").then().statusCode(404);
  }

  private static void take(String type, byte[] file) {
    send(type, file).statusCode(200).body("created", equalTo(1));
  }

  private static ValidatableResponse send(String type, byte[] file) {
    return given(type).body(file).post("/api/v1/organs/import").then();
  }

  /** Without what the client would add to the type. */
  private static RequestSpecification given(String type) {
    return admin()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type);
  }

  @Test
  void allThatIsWrongIsNamedAndNothingIsTaken() {
    String file =
        HEADER
            + "I-C1,好局,371002,department,,,\n"
            + "i-c2,坏局,371002,department,,,\n"
            + "I-C3,,3710,office,2021-13-01,,\n"
            + "I-C4,坏局,999999,department,,,\n"
            + "113710020043609787,坏局,371002,department,,,\n"
            + "I-C1,好局,371002,department,,,\n"
            + "I-C6,坏局,371002,department,2022-01-01,2021-01-01,\n"
            + "I-C7,坏局,371002,department,,2022-01-01,NOWHERE\n"
            + "I-C8,坏局,371002,department,,,,,,\n"
            + "I-C9,坏局\n";
    take(file)
        .statusCode(422)
        .body("code", equalTo("import-refused"))
        .body("lines", equalTo(10))
        .body(
            "violations.pointer",
            hasItems(
                "line:3/code",
                "line:4/name",
                "line:4/region",
                "line:4/kind",
                "line:4/validFrom",
                "line:5/region",
                "line:6/code",
                "line:7/validFrom",
                "line:8/validTo",
                "line:9/successor",
                "line:10",
                "line:11/region",
                "line:11/kind"));
    admin().get("/api/v1/organs/I-C1").then().statusCode(404);
  }

  @Test
  void theGoodOnesAreTakenWhenThatIsWanted() {
    String file =
        HEADER
            + "I-D1,好局,371002,department,,,\n"
            + "I-D2,坏局,999999,department,,,\n"
            + "I-D3,随坏局而去,371002,department,,2022-01-01,I-D2\n"
            + "I-D4,又随之而去,371002,department,,2022-01-01,I-D3\n"
            + "I-D5,两行之一,371002,department,,2022-01-01,\n"
            + "I-D5,两行之二,371002,nonsense,2022-01-01,,\n";
    admin()
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import?partial=true")
        .then()
        .statusCode(200)
        .body("lines", equalTo(6))
        .body("created", equalTo(1))
        .body("refused", equalTo(5))
        .body(
            "violations.pointer",
            contains(
                "line:3/region",
                "line:4/successor",
                "line:5/successor",
                "line:6/code",
                "line:7/kind"));
    admin().get("/api/v1/organs/I-D1").then().statusCode(200);
    for (String code : List.of("I-D2", "I-D3", "I-D4", "I-D5")) {
      admin().get("/api/v1/organs/" + code).then().statusCode(404);
    }
  }

  @Test
  void versionsThatOverlapWhatIsRegisteredAreRefused() {
    take(HEADER + "I-E1,甲,371002,department,,,\nI-E1,乙,371002,department,2020-01-01,,\n")
        .statusCode(200);
    take(HEADER + "I-E1,丙,371002,department,2018-01-01,2021-01-01,\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2/validTo"));
  }

  @Test
  void aCodeThatDoesNotCheckIsTakenWhenInsisted() {
    admin()
        .contentType("text/csv")
        .body(
            (HEADER + "113710020043609781,坚持局,371002,department,,,\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import?insist=true")
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
    take(HEADER + "113710020043609781,坚持局二,371002,department,,,\n").statusCode(200);
  }

  @Test
  void aHeaderThatIsNoneIsRefusedWhateverIsWanted() {
    for (String file :
        List.of(
            "",
            "\n",
            "code|name|region|kind\n",
            "代码,名称,行政区划,类别,截止日期\n",
            "代码,机关代码,名称,行政区划,类别\n",
            "code,name,region\nA,B,371002\n",
            "code,name,region,kind,kind\n",
            "I-F1,局,371002,department\n")) {
      admin()
          .contentType("text/csv")
          .body(file.getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/organs/import?partial=true")
          .then()
          .statusCode(422)
          .body("code", equalTo("import-refused"))
          .body("violations[0].pointer", containsString("line:1/"));
    }
    take(HEADER).statusCode(200).body("lines", equalTo(0));
  }

  @Test
  void whatIsNoUtf8OrNoCsvIsNamed() {
    byte[] gbk = (HEADER + "I-G1,局,371002,department,,,\n").getBytes(Charset.forName("GBK"));
    admin().contentType("text/csv").body(gbk).post("/api/v1/organs/import").then().statusCode(400);
    take(HEADER + "I-G1,\"局,371002,department,,,\nI-G2,局,371002,department,,,\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2"));
    take(HEADER + "I-G1,局,371002,department,,,\nI-G2,局,\"371002,department,,,\n\nI-G3,,\n,\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:3"));
    take(HEADER + "I-G1," + "局".repeat(200_000) + ",371002,department,,,\n")
        .statusCode(422)
        .body("violations[0].pointer", containsString("line:2"));
    take(HEADER + "I-G1,局\0,371002,department,,,\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2/name"));
    take(HEADER + "I-G1,\"局\n长\",371002,department,,,\nI-G2,,371002,department,,,\n")
        .statusCode(422)
        .body("violations.pointer", contains("line:2/name", "line:4/name"));
    take(HEADER + "I-G3,反\\斜\\N杠局,371002,department,,,\n").statusCode(200);
    admin().get("/api/v1/organs/I-G3").then().body("name", equalTo("反\\斜\\N杠局"));
    admin()
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/organs/import")
        .then()
        .statusCode(415);
  }

  @Test
  void aThousandViolationsAreShownAndAllAreCounted() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 1500; i++) {
      file.append("I-H").append(i).append(",局,999999,department,,,\n");
    }
    take(file.toString())
        .statusCode(422)
        .body("violations", hasSize(1000))
        .body("refused", equalTo(1500))
        .body("violationsTotal", equalTo(1500));
  }

  @Test
  void anOfficeImportsForItsOwnRegionOnly() {
    String huancui = TestKeys.office("371002");
    String file = HEADER + "I-J1,局,371002,department,,,\nI-J2,局,371003,department,,,\n";
    as(huancui)
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(403)
        .body("violations.pointer", contains("line:3/region"));
    as(huancui)
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import?partial=true")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refused", equalTo(1));
    take(HEADER + "I-J2,局,371003,department,,,\n").statusCode(200);
    as(huancui)
        .contentType("text/csv")
        .body((HEADER + "I-J2,局,371002,department,2022-01-01,,\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then()
        .statusCode(403);
  }

  @Test
  void aMergerIntoAnotherRegionIsRefusedByItself() {
    take(HEADER + "I-L1,局,371003,department,,,\n").statusCode(200);
    String file =
        HEADER
            + "I-L2,局,371002,department,,2022-01-01,I-L1\n"
            + "I-L3,局,371002,department,,2022-01-01,I-L4\n"
            + "I-L4,局,371002,department,,,\n";
    as(TestKeys.office("371002"))
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import?partial=true")
        .then()
        .statusCode(200)
        .body("created", equalTo(2))
        .body("violations.pointer", contains("line:2/successor"));
    take(file).statusCode(200).body("created", equalTo(1)).body("unchanged", equalTo(2));
  }

  @Test
  void mergersThatLeadBackAreRefusedAsAWhole() {
    take(HEADER + "I-Q1,局,371002,department,,,\n").statusCode(200);
    String file =
        HEADER
            + "I-Q1,局,371002,department,,2021-01-01,I-Q2\n"
            + "I-Q2,局,371002,department,,2022-01-01,I-Q3\n"
            + "I-Q3,局,371002,department,,2023-01-01,I-Q1\n"
            + "I-Q4,局,371002,department,,,\n";
    take(file)
        .statusCode(422)
        .body("code", equalTo("import-refused"))
        .body(
            "violations.pointer",
            contains("line:2/successor", "line:3/successor", "line:4/successor"));
    admin().get("/api/v1/organs/I-Q4").then().statusCode(404);
    take(file.replace("2023-01-01,I-Q1", ",")).statusCode(200).body("created", equalTo(3));
  }

  @Test
  void aFileOfManyBatchesIsTaken() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 4_500; i++) {
      // Backwards, and with successors in other batches.
      file.append(
          "I-K%05d,局%d,540102,department,,2022-01-01,I-K%05d\n"
              .formatted(4_500 - i, i, i <= 2_250 ? i : 0));
    }
    file.append("I-K00000,局,540102,department,,,\n");
    take(file.toString())
        .statusCode(422)
        .body("violations.pointer", contains("line:2252/successor"));
    take(file.toString().replace(",I-K02250\n", ",I-K00000\n"))
        .statusCode(200)
        .body("created", equalTo(4_501));
    admin()
        .queryParam("region", "540102")
        .queryParam("year", 2021)
        .queryParam("limit", 1)
        .get("/api/v1/organs")
        .then()
        .body("total", equalTo(4_501));
  }

  @Test
  void regionsAreTakenAsChineseOfficesKeepThem() {
    takeRegions(
            TestKeys.ADMIN,
            "行政区划代码\t名称\t级别\t上级代码\t启用日期\n"
                + "371095\t某新区\t县级\t371000\t2021/1/1\n371095001\t某街道\t街道\t371095\t\n")
        .statusCode(200)
        .body("created", equalTo(2));
    assertThat(registry.isWithin("371095001", "371000")).isTrue();
  }

  @Test
  void regionsAreImportedFromTheTopDown() {
    String file =
        "code,name,level,parent,validFrom,validTo\n"
            + "371098001,新区街道,township,371098,,\n"
            + "371098,新区,district,371000,2022-01-01,\n"
            + "371002055,某街道,township,371002,,\n";
    takeRegions(TestKeys.office("371000"), file).statusCode(200).body("created", equalTo(3));
    takeRegions(TestKeys.ADMIN, file).statusCode(200).body("unchanged", equalTo(3));
    assertThat(registry.isWithin("371098001", "371000")).isTrue();
    takeRegions(TestKeys.office("371002"), file.replace("新区", "改区").replace("某", "另"))
        .statusCode(403);
    takeRegions(
            TestKeys.ADMIN,
            "code,name,level,parent\n"
                + "37,a,city,370000\n"
                + "371097001,孤儿街道,township,371097\n"
                + "371002054,某街道,township,371002\n"
                + "371002054,某街道,township,371002\n"
                + "371096,倒置,city,371002\n"
                + "371000,威海市,city,360000\n")
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "line:2/code", "line:3/parent", "line:5/code", "line:6/level", "line:7/parent"));
    assertThat(registry.region("371002054")).isEmpty();
  }

  private static ValidatableResponse takeRegions(String key, String file) {
    return as(key)
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/regions/import")
        .then();
  }

  private static ValidatableResponse take(String file) {
    return admin()
        .contentType("text/csv; charset=utf-8")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/organs/import")
        .then();
  }
}
