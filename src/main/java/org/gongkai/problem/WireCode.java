package org.gongkai.problem;

import com.fasterxml.jackson.annotation.JsonValue;

/** A choice with a code in JSON, paths and SQL that is not its Java name. */
public interface WireCode {

  @JsonValue
  String code();
}
