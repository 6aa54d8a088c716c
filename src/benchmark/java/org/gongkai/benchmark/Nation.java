package org.gongkai.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The regions that have organs, and the organs. An organ is a number; what it is called and where
 * it belongs follows from the number, so that none of them need be held.
 */
final class Nation {

  static final String CODE = "000000";

  /** Of a code that an office assigned: 17 digits, which pgbench can count up too. */
  static final long FIRST_ORGAN = 10_000_000_000_000_000L;

  private static final List<String> KINDS =
      List.of(
          "people-government",
          "general-office",
          "department",
          "department",
          "department",
          "department",
          "township-government",
          "dispatched-office",
          "vertical-organ",
          "authorised-organisation");
  private static final String CSV_HEADER = "code,name,region,kind\n";

  private final Map<String, String> parents = new LinkedHashMap<>();
  private final List<String> provinces = new ArrayList<>();
  private final List<String> cities = new ArrayList<>();
  private final List<String> districts = new ArrayList<>();
  private final int organs;

  Nation(Database database, int wantedDistricts, int organs) throws SQLException {
    this.organs = organs;
    List<List<String>> all =
        database.rows(
            """
            SELECT code, parent, level FROM region
            WHERE valid_from <= '2019-01-01' AND valid_to > '2025-01-01' AND level <> 'township'
            ORDER BY code
            """);
    all.forEach(region -> parents.put(region.get(0), region.get(1)));
    List<String> there =
        all.stream().filter(r -> r.get(2).equals("district")).map(List::getFirst).toList();
    int number = Math.min(wantedDistricts, there.size());
    for (int i = 0; i < number; i++) {
      districts.add(there.get((int) ((long) i * there.size() / number)));
    }
    Set<String> above = new LinkedHashSet<>();
    districts.forEach(district -> above.addAll(ancestors(district)));
    for (List<String> region : all) {
      if (above.contains(region.get(0)) && region.get(2).equals("province")) {
        provinces.add(region.get(0));
      } else if (above.contains(region.get(0)) && region.get(2).equals("city")) {
        cities.add(region.get(0));
      }
    }
  }

  int organs() {
    return organs;
  }

  int districts() {
    return districts.size();
  }

  List<String> provinces() {
    return provinces;
  }

  /** A region with organs at or below it. */
  String any(Level level, Random random) {
    return switch (level) {
      case NATION -> CODE;
      case PROVINCE -> provinces.get(random.nextInt(provinces.size()));
      case CITY -> cities.get(random.nextInt(cities.size()));
      case DISTRICT -> districts.get(random.nextInt(districts.size()));
    };
  }

  static String codeOf(int organ) {
    return Long.toString(FIRST_ORGAN + organ);
  }

  /** Of ten organs, nine are of a district. */
  String regionOf(int organ) {
    int position = organ / 10;
    if (organ % 10 < 9) {
      return districts.get((position * 9 + organ % 10) % districts.size());
    }
    boolean ofCity = position % 5 != 0 && !cities.isEmpty();
    return ofCity
        ? cities.get(position % cities.size())
        : provinces.get(position % provinces.size());
  }

  /** The province that a region is in, or is. */
  String provinceOf(String region) {
    String at = region;
    while (!CODE.equals(parents.get(at))) {
      at = parents.get(at);
    }
    return at;
  }

  private List<String> ancestors(String region) {
    List<String> above = new ArrayList<>();
    for (String at = parents.get(region); at != null; at = parents.get(at)) {
      above.add(at);
    }
    return above;
  }

  /** The organs from one number to before another, as a file to be imported. */
  String csv(int from, int to) {
    return csv(from, to, this::regionOf);
  }

  /** The same, all of them in the first district. */
  String csvOfFirstDistrict(int from, int to) {
    return csv(from, to, organ -> districts.getFirst());
  }

  /** The same, all of them in the last district. */
  String csvOfLastDistrict(int from, int to) {
    return csv(from, to, organ -> lastDistrict());
  }

  String lastDistrict() {
    return districts.getLast();
  }

  private static String csv(int from, int to, IntFunction<String> region) {
    StringBuilder csv = new StringBuilder(CSV_HEADER);
    for (int organ = from; organ < to; organ++) {
      csv.append(codeOf(organ)).append(",第").append(organ).append("号行政机关,");
      csv.append(region.apply(organ)).append(',');
      csv.append(KINDS.get(organ % KINDS.size())).append('\n');
    }
    return csv.toString();
  }
}
