package org.gongkai.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gongkai.platform.Parameters;

/** Keeps the kind of an event as its code. */
@Converter(autoApply = true)
class EventKindColumn implements AttributeConverter<ReportEventKind, String> {

  @Override
  public String convertToDatabaseColumn(ReportEventKind kind) {
    return kind == null ? null : kind.code();
  }

  @Override
  public ReportEventKind convertToEntityAttribute(String code) {
    return code == null ? null : Parameters.choice(code, ReportEventKind.class).orElseThrow();
  }
}
