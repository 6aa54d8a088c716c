package org.gongkai.journey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A city of its own for each test, with districts, townships and organs that no other test knows.
 * They are registered over the API, so in the test or before each, not when it is made.
 */
public final class City {

  private static final String PROVINCE = "630000";
  private static final AtomicInteger FOUNDED = new AtomicInteger();

  /** Given when the city is first asked for: most tests ask for none, and there are 999. */
  private int number;

  private int districts;
  private int townships;
  private int organs;

  private City() {}

  /** A city that is registered as soon as something of it is. */
  public static City found() {
    return new City();
  }

  public String code() {
    boolean founded = number > 0;
    number = founded ? number : FOUNDED.incrementAndGet();
    String code = "9%03d00".formatted(number);
    if (!founded) {
      putRegion(code, "第" + number + "市", "city", PROVINCE);
    }
    return code;
  }

  /** Adds a district. */
  public String district() {
    districts++;
    String parent = code();
    String district = "9%03d%02d".formatted(number, districts);
    putRegion(district, "第" + districts + "区", "district", parent);
    return district;
  }

  /** Adds a township to a district. */
  public String township(String district) {
    townships++;
    String township = district + "%03d".formatted(townships);
    putRegion(township, "第" + townships + "镇", "township", district);
    return township;
  }

  /** Registers an organ that has always been there. */
  public String organ(String region) {
    return organ(region, null, null);
  }

  /** Registers an organ that is there from a day, until another; null is for ever. */
  public String organ(String region, LocalDate from, LocalDate to) {
    organs++;
    String organ = "T-%s-%d".formatted(region, organs);
    putOrgan(organ, "第" + organs + "局", region, from, to);
    return organ;
  }

  /** Registers many organs at once, which have always been there. */
  public List<String> organs(String region, int count) {
    List<String> codes = new ArrayList<>();
    StringBuilder file = new StringBuilder("code,name,region,kind\n");
    for (int i = 1; i <= count; i++) {
      codes.add("L-%s-%05d".formatted(region, i));
      file.append("%s,第%d局,%s,department\n".formatted(codes.getLast(), i, region));
    }
    byte[] body = file.toString().getBytes(StandardCharsets.UTF_8);
    new Ask.Question("POST", "/api/v1/organs/import", "text/csv", body, List.of())
        .byAdmin()
        .of(200);
    return codes;
  }

  /** Registers the general office of a region's government, which files for more than itself. */
  public String government(String region) {
    organs++;
    String office = "G-%s-%d".formatted(region, organs);
    put(
        "/api/v1/organs/" + office,
        Map.of("name", "第" + organs + "办公室", "region", region, "kind", "general-office"));
    return office;
  }

  /** Gives an organ another name, and perhaps another region, from a day on. */
  public void change(String organ, String name, String region, LocalDate from) {
    putOrgan(organ, name, region, from, null);
  }

  /** Says that an organ has always been in another region than was registered. */
  public void correct(String organ, String region) {
    putOrgan(organ, "更正后的局", region, null, null);
  }

  private static void putOrgan(
      String organ, String name, String region, LocalDate from, LocalDate to) {
    Map<String, String> form = new HashMap<>();
    form.put("name", name);
    form.put("region", region);
    form.put("kind", "department");
    if (from != null) {
      form.put("validFrom", from.toString());
    }
    if (to != null) {
      form.put("validTo", to.toString());
    }
    put("/api/v1/organs/" + organ, form);
  }

  private static void putRegion(String region, String name, String level, String parent) {
    put("/api/v1/regions/" + region, Map.of("name", name, "level", level, "parent", parent));
  }

  private static void put(String address, Map<String, String> form) {
    int status = Ask.Question.json("PUT", address, form).byAdmin().status();
    if (status != 200 && status != 201) {
      throw new IllegalStateException(address + ": " + status);
    }
  }
}
