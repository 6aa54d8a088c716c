package org.gongkai.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a body may be: one of JSON, which is held in memory, less than a file. */
@Singleton
class BodyLimits {

  private final long json;
  private final long any;

  BodyLimits(
      @ConfigProperty(name = "gongkai.largest-json") MemorySize json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize any) {
    this.json = json.asLongValue();
    this.any = any.asLongValue();
  }

  long of(String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.contains("json") ? Math.min(json, any) : any;
  }
}
