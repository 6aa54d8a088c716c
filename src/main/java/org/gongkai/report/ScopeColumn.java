package org.gongkai.report;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gongkai.form.Scope;

/** Keeps a scope as its code, the same in SQL as in JSON. */
@Converter(autoApply = true)
class ScopeColumn implements AttributeConverter<Scope, String> {

  @Override
  public String convertToDatabaseColumn(Scope scope) {
    return scope == null ? null : scope.code();
  }

  @Override
  public Scope convertToEntityAttribute(String code) {
    for (Scope scope : Scope.values()) {
      if (scope.code().equals(code)) {
        return scope;
      }
    }
    return null;
  }
}
