package org.gongkai.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a state as its code, the same in SQL as in JSON. */
@Converter(autoApply = true)
class StateColumn implements AttributeConverter<ReportState, String> {

  @Override
  public String convertToDatabaseColumn(ReportState state) {
    return state == null ? null : state.code();
  }

  @Override
  public ReportState convertToEntityAttribute(String code) {
    return code == null ? null : ReportState.ofCode(code);
  }
}
