package org.gongkai.registry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gongkai.platform.Parameters;

/** Keeps kinds by their code, not by their Java name. */
@Converter
class OrganKindColumn implements AttributeConverter<OrganKind, String> {

  @Override
  public String convertToDatabaseColumn(OrganKind kind) {
    return kind == null ? null : kind.code();
  }

  @Override
  public OrganKind convertToEntityAttribute(String code) {
    return code == null ? null : Parameters.choice(code, OrganKind.class).orElseThrow();
  }
}
