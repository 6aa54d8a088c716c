package org.gongkai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.Sql;

/** Keeps answers for a day, encrypted, in the transaction of what they answer. */
@Singleton
class IdempotencyStore {

  /** Longer than any sensible repetition. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final int IV = 12;
  private static final int TAG_BITS = 128;
  private static final TypeReference<LinkedHashMap<String, String>> HEADERS =
      new TypeReference<>() {};
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final Clock clock;
  private final ObjectMapper mapper;

  IdempotencyStore(Sql sql, Clock clock, ObjectMapper mapper) {
    this.sql = sql;
    this.clock = clock;
    this.mapper = mapper;
  }

  /** Holds the name until the transaction ends; false where another request holds it. */
  boolean hold(RequestName name) {
    return sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), name.lock())
        .orElse(false);
  }

  /** The fingerprint of the request that had this name, if one did. */
  Optional<byte[]> fingerprintOf(RequestName name) {
    return sql.first(
        "SELECT fingerprint FROM idempotency WHERE id = ?", row -> row.getBytes(1), name.id());
  }

  KeptAnswer answerTo(RequestName name) {
    return sql.first(
            "SELECT status, headers::text, answer FROM idempotency WHERE id = ?",
            row -> answer(row, name),
            name.id())
        .orElseThrow();
  }

  void keep(RequestName name, byte[] fingerprint, KeptAnswer answer) {
    insert(
        name, fingerprint, answer.status(), json(answer.headers()), encrypted(answer.body(), name));
  }

  /** Remembers what a name stands for, of a request whose answer is not kept. */
  void keep(RequestName name, byte[] fingerprint) {
    insert(name, fingerprint, 200, "{}", new byte[0]);
  }

  private void insert(
      RequestName name, byte[] fingerprint, int status, String headers, byte[] answer) {
    sql.update(
        "INSERT INTO idempotency (id, fingerprint, status, headers, answer, made_at)"
            + " VALUES (?, ?, ?, ?::jsonb, ?, ?)",
        name.id(),
        fingerprint,
        status,
        headers,
        answer,
        OffsetDateTime.now(clock));
  }

  @Scheduled(every = "{gongkai.idempotency.clean-every}", delayed = "1m")
  void forgetOld() {
    sql.update("DELETE FROM idempotency WHERE made_at < ?", OffsetDateTime.now(clock).minus(KEPT));
  }

  private KeptAnswer answer(ResultSet row, RequestName name) throws SQLException {
    try {
      return new KeptAnswer(
          row.getInt(1),
          mapper.readValue(row.getString(2), HEADERS),
          decrypted(row.getBytes(3), name));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json(Map<String, String> headers) {
    try {
      return mapper.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encrypted(String body, RequestName name) {
    byte[] iv = new byte[IV];
    RANDOM.nextBytes(iv);
    byte[] text = run(Cipher.ENCRYPT_MODE, name, iv, body.getBytes(StandardCharsets.UTF_8), 0);
    byte[] all = java.util.Arrays.copyOf(iv, IV + text.length);
    System.arraycopy(text, 0, all, IV, text.length);
    return all;
  }

  private static String decrypted(byte[] kept, RequestName name) {
    byte[] iv = java.util.Arrays.copyOf(kept, IV);
    return new String(run(Cipher.DECRYPT_MODE, name, iv, kept, IV), StandardCharsets.UTF_8);
  }

  private static byte[] run(int mode, RequestName name, byte[] iv, byte[] input, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(name.secret(), "AES"), new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
