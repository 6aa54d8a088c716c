package org.gongkai.rollup;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gongkai.platform.AnswerSpace;
import org.gongkai.platform.Spill;
import org.gongkai.tally.Coverage;

/** The lists of one large rollup, which are given back together. */
final class SpilledRows implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final AnswerSpace space;
  private final List<Spill> spills = new ArrayList<>();

  SpilledRows(AnswerSpace space) {
    this.space = space;
  }

  SpilledList<Map<String, Object>> rows() {
    return list(
        JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class),
        SpilledRows::restored);
  }

  SpilledList<RollupView.PlaceCoverage> places() {
    return list(JSON.constructType(RollupView.PlaceCoverage.class), place -> place);
  }

  private <E> SpilledList<E> list(
      com.fasterxml.jackson.databind.JavaType type, UnaryOperator<E> restored) {
    Spill spill = space.spill();
    spills.add(spill);
    return new SpilledList<>(spill, JSON.writerFor(type), JSON.readerFor(type), restored);
  }

  /** What JSON has made a map of is the coverage of the row again. */
  private static Map<String, Object> restored(Map<String, Object> row) {
    row.computeIfPresent(
        FlatRows.COVERAGE, (name, coverage) -> JSON.convertValue(coverage, Coverage.class));
    return row;
  }

  @Override
  public void close() {
    spills.forEach(Spill::delete);
  }
}
