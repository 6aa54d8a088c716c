package org.gongkai.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long a body may be: one of JSON, which is held in memory, less than a file, and many reports
 * in one, which are read line by line, more.
 */
@Singleton
public class BodyLimits {

  private final long json;
  private final long file;
  private final long bulk;

  BodyLimits(
      ProblemSettings settings,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bulk) {
    this.json = Math.min(settings.maxJsonSize().asLongValue(), bulk.asLongValue());
    this.file = Math.min(settings.maxFileSize().asLongValue(), bulk.asLongValue());
    this.bulk = bulk.asLongValue();
  }

  /** The most bytes of a body of this type. */
  public long of(String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.contains("ndjson") || type.contains("jsonl")) {
      return bulk;
    }
    return type.contains("json") ? json : file;
  }
}
