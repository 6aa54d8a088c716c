package org.gongkai.platform;

import jakarta.persistence.AttributeConverter;
import org.gongkai.problem.WireCode;
import org.jspecify.annotations.Nullable;

/** Keeps a choice as its code, the same in SQL as in JSON, and not by its Java name. */
public abstract class CodeColumn<E extends Enum<E> & WireCode>
    implements AttributeConverter<E, String> {

  private final Class<E> choices;

  protected CodeColumn(Class<E> choices) {
    this.choices = choices;
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable E choice) {
    return choice == null ? null : choice.code();
  }

  @Override
  public @Nullable E convertToEntityAttribute(@Nullable String code) {
    return code == null ? null : Parameters.choice(code, choices).orElseThrow();
  }
}
