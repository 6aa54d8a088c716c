package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.access.TestKeys.admin;
import static org.gongkai.access.TestKeys.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An organ moves, or will move, or has moved back: in whose hands its keys, its drafts and its
 * reports are. Keys and drafts follow where it is today, what was handed in stays where it was.
 */
@QuarkusTest
class MovedOrganTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  /** Where things are: in the district of before (A) or in the other one (B). */
  enum Move {
    NONE("A", "A", "A"),
    PAST("B", "A", "B"),
    TODAY("B", "A", "A"),
    TOMORROW("A", "A", "A"),
    FUTURE("A", "A", "A"),
    THERE_AND_BACK("A", "A", "B"),
    BACK_ONE_DAY("B", "A", "B"),
    /** Between two times: until it begins anew elsewhere it is where it was at last. */
    ENDED_AND_TO_COME("A", "A", "A"),
    /** It has not begun: the office where it will be first prepares it. */
    TO_COME("A", null, null);

    /** Where the organ is now; where its report of 2021 is; where that of 2023 is. */
    final String now;

    final String in2021;
    final String in2023;

    Move(String now, String in2021, String in2023) {
      this.now = now;
      this.in2021 = in2021;
      this.in2023 = in2023;
    }
  }

  private final City city = City.found();
  private String a;
  private String b;

  @BeforeEach
  void register() {
    a = city.district();
    b = city.district();
  }

  private String place(String name) {
    return name.equals("A") ? a : b;
  }

  @ParameterizedTest
  @EnumSource
  void eachOfficeMayWhatIsItsOwn(Move move) {
    String organ = "T-MOVE-" + a + "-" + move.name().replace('_', '-');
    organ = organ.length() > 32 ? organ.substring(0, 32) : organ;
    boolean begun = move != Move.TO_COME;
    put(organ, a, begun ? null : TODAY.plusYears(1), null);
    Map<String, Long> reports = new HashMap<>();
    if (begun) {
      reports.put("2020", Api.drafted(Sample.nil(organ, 2020)));
      reports.put("2021", Api.filed(Sample.nil(organ, 2021)));
      reports.put("2023", Api.filed(Sample.nil(organ, 2023)));
    }
    move(organ, move);

    Map<String, String> offices = new LinkedHashMap<>();
    offices.put(TestKeys.office(a), a);
    offices.put(TestKeys.office(b), b);
    offices.put(TestKeys.office(city.code()), "both");
    offices.put(TestKeys.office(City.found().code()), "neither");
    for (Map.Entry<String, String> office : offices.entrySet()) {
      String key = office.getKey();
      boolean now = covers(office.getValue(), place(move.now));
      requireKeys(move, organ, key, now);
      if (begun) {
        requireDraft(move, organ, reports.get("2020"), key, now);
        requireHandedIn(organ, reports, "2021", key, covers(office.getValue(), place(move.in2021)));
        requireHandedIn(organ, reports, "2023", key, covers(office.getValue(), place(move.in2023)));
      }
      if (begun && move != Move.ENDED_AND_TO_COME) {
        int year = TODAY.getYear();
        status(
            move + " extension of the year that runs", now ? 200 : 403, extend(key, organ, year));
        status(
            move + " extension of 2021",
            covers(office.getValue(), place(move.in2021)) ? 200 : 403,
            extend(key, organ, 2021));
      }
    }
  }

  private boolean covers(String office, String place) {
    return office.equals("both") || office.equals(place);
  }

  private void move(String organ, Move move) {
    switch (move) {
      case NONE, TO_COME -> {}
      case PAST -> put(organ, b, LocalDate.of(2022, 7, 1), null);
      case TODAY -> put(organ, b, TODAY, null);
      case TOMORROW -> put(organ, b, TODAY.plusDays(1), null);
      case FUTURE -> put(organ, b, TODAY.plusYears(3), null);
      case THERE_AND_BACK -> {
        put(organ, b, LocalDate.of(2022, 7, 1), null);
        put(organ, a, LocalDate.of(2024, 7, 1), null);
      }
      case BACK_ONE_DAY -> {
        put(organ, b, LocalDate.of(2022, 7, 1), null);
        put(organ, a, TODAY.plusDays(1), null);
      }
      case ENDED_AND_TO_COME -> {
        put(organ, a, null, LocalDate.of(2024, 7, 1));
        put(organ, b, TODAY.plusYears(1), null);
      }
    }
  }

  private void requireKeys(Move move, String organ, String office, boolean may) {
    Map<String, String> wanted = Map.of("role", "organ", "organ", organ);
    String id =
        Api.json(
                admin()
                    .contentType(ContentType.JSON)
                    .body(wanted)
                    .post("/api/v1/keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .response())
            .get("id")
            .textValue();
    status(
        move + " make a key",
        may ? 201 : 403,
        as(office).contentType(ContentType.JSON).body(wanted).post("/api/v1/keys").statusCode());
    int listed = total(as(office).get("/api/v1/keys?organ=" + organ));
    assertThat(listed > 0).as(move + " list keys").isEqualTo(may);
    int within = total(admin().get("/api/v1/keys?organ={o}&region={r}", organ, a));
    assertThat(within > 0).as(move + " keys of region A").isEqualTo(move.now.equals("A"));
    String address = "/api/v1/keys/" + id;
    status(move + " read a key", may ? 200 : 404, as(office).get(address).statusCode());
    status(
        move + " rotate a key",
        may ? 201 : 404,
        as(office).contentType(ContentType.JSON).post(address + "/rotation").statusCode());
    status(move + " revoke a key", may ? 204 : 404, as(office).delete(address).statusCode());
  }

  private void requireDraft(Move move, String organ, long draft, String office, boolean may) {
    String report = "/api/v1/reports/" + draft;
    status(move + " read the draft", may ? 200 : 403, as(office).get(report).statusCode());
    status(
        move + " its revision",
        may ? 200 : 403,
        as(office).get(report + "/revisions/1").statusCode());
    status(
        move + " explain",
        may ? 404 : 403,
        remark(as(office), report + "/findings/none/explanation"));
    assertThat(lists(office, organ, 2020)).as(move + " list the draft").isEqualTo(may);
    for (int year : new int[] {2020, 2019}) {
      status(
          move + " draft for " + year,
          may ? year == 2020 ? 200 : -1 : 403,
          Api.send(as(office), Sample.nil(organ, year))
              .put("/api/v1/organs/{organ}/reports/{year}?state=draft", organ, year)
              .statusCode());
    }
  }

  private void requireHandedIn(
      String organ, Map<String, Long> reports, String year, String office, boolean may) {
    String report = "/api/v1/reports/" + reports.get(year);
    for (String part : new String[] {"", "/findings", "/events", "/revisions", "/receipts/1"}) {
      status(year + part, may ? 200 : 403, as(office).get(report + part).statusCode());
    }
    status(year + " waive", may ? 404 : 403, remark(as(office), report + "/findings/none/waiver"));
    assertThat(lists(office, organ, Integer.parseInt(year))).as("list " + year).isEqualTo(may);
  }

  private static boolean lists(String office, String organ, int year) {
    return total(as(office).get("/api/v1/reports?organ={o}&from={y}&to={y}", organ, year, year))
        == 1;
  }

  private static int total(Response list) {
    return Api.json(list).get("total").intValue();
  }

  private static int remark(RequestSpecification caller, String address) {
    return caller
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"说明\"}")
        .put(address)
        .statusCode();
  }

  private static int extend(String office, String organ, int year) {
    return as(office)
        .contentType(ContentType.JSON)
        .body(Map.of("due", (TODAY.getYear() + 1) + "-12-31", "reason", "机构调整"))
        .put("/api/v1/organs/{organ}/extensions/{year}", organ, year)
        .statusCode();
  }

  /** -1: some success. */
  private static void status(String what, int wanted, int got) {
    if (wanted == -1) {
      assertThat(got).as(what).isIn(200, 201);
    } else {
      assertThat(got).as(what).isEqualTo(wanted);
    }
  }

  private static void put(String organ, String region, LocalDate from, LocalDate to) {
    Map<String, String> form = new HashMap<>();
    form.put("name", "划转的局");
    form.put("region", region);
    form.put("kind", "department");
    if (from != null) {
      form.put("validFrom", from.toString());
    }
    if (to != null) {
      form.put("validTo", to.toString());
    }
    int got =
        admin()
            .contentType(ContentType.JSON)
            .body(form)
            .put("/api/v1/organs/" + organ)
            .statusCode();
    assertThat(got).isIn(200, 201);
  }

  @Test
  void whatAnOrganIsRefusedIsRememberedWhereItIsNow() {
    String organ = city.organ(a);
    put(organ, b, TODAY.plusYears(3), null);
    as(TestKeys.organ(organ)).post("/api/v1/reports/1/acceptance").then().statusCode(403);
    assertThat(audited(TestKeys.office(a), organ)).as("seen in A").isTrue();
    assertThat(audited(TestKeys.office(b), organ)).as("seen in B").isFalse();
  }

  private static boolean audited(String office, String organ) {
    String body = as(office).get("/api/v1/audit?organ=" + organ + "&outcome=refused").asString();
    return body.contains("acceptReport");
  }
}
