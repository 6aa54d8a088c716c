package org.gongkai.problem;

import com.fasterxml.jackson.annotation.JsonValue;

/** A choice whose code in JSON, paths and SQL is not its Java name. */
public interface WireCode {

  @JsonValue
  String code();
}
