package org.gongkai.platform;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Cuts off readers of large answers soon. */
public class ImpatientAnswers implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("gongkai.answers.stalled-after", "2s");
  }
}
