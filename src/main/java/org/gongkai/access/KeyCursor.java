package org.gongkai.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.Paging;
import org.jspecify.annotations.Nullable;

/** Writes the end of a page as the opaque text that asks for the next one. */
final class KeyCursor {

  private KeyCursor() {}

  static String write(ApiKey last) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.createdAt());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((micros + " " + last.id()).getBytes(StandardCharsets.US_ASCII));
  }

  @SuppressWarnings("UnusedException") // says no more than we do
  static Optional<KeyStore.Position> read(@Nullable String cursor) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ");
      Instant createdAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
      return Optional.of(new KeyStore.Position(createdAt, UUID.fromString(parts[1])));
    } catch (IllegalArgumentException
        | ArithmeticException
        | java.time.DateTimeException
        | IndexOutOfBoundsException e) {
      throw Paging.noCursor();
    }
  }
}
