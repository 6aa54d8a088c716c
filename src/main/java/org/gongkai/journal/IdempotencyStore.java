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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores answers for a day, encrypted, in the transaction of their requests. */
@Singleton
class IdempotencyStore {

  private static final String HOLD = "SELECT pg_try_advisory_xact_lock(:lock) AS held";

  private static final String FINGERPRINT = "SELECT fingerprint FROM idempotency WHERE id = :id";

  private static final String ANSWER =
      "SELECT status, headers, answer FROM idempotency WHERE id = :id";

  private static final String INSERT =
      """
      INSERT INTO idempotency (id, fingerprint, status, headers, answer, made_at, report)
      VALUES (:id, :fingerprint, :status, :headers::jsonb, :answer, :madeAt, :report)
      """;

  private static final String FORGET = "DELETE FROM idempotency WHERE made_at < :before";

  private static final String FORGET_REPORTS =
      "DELETE FROM idempotency WHERE report = ANY (:reports)";

  /** Longer than clients go on repeating. */
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

  /** Locks the name until the transaction ends; false where another request holds it. */
  boolean hold(RequestName name) {
    return sql.statement(HOLD)
        .bind("lock", name.lock())
        .first(row -> row.getBoolean("held"))
        .orElse(false);
  }

  /** The fingerprint of the earlier request with this name, if any. */
  Optional<byte[]> fingerprintOf(RequestName name) {
    return sql.statement(FINGERPRINT)
        .bind("id", name.id())
        .first(row -> row.getBytes("fingerprint"));
  }

  KeptAnswer answerTo(RequestName name) {
    return sql.statement(ANSWER)
        .bind("id", name.id())
        .first(row -> answer(row, name))
        .orElseThrow();
  }

  /**
   * @param report that the request was about, or null
   */
  void keep(RequestName name, byte[] fingerprint, KeptAnswer answer, @Nullable Long report) {
    insert(
        name,
        fingerprint,
        answer.status(),
        json(answer.headers()),
        encrypted(answer.body(), name),
        report);
  }

  /** Stores the fingerprint alone, of a request whose answer is not stored. */
  void keep(RequestName name, byte[] fingerprint) {
    insert(name, fingerprint, 200, "{}", new byte[0], null);
  }

  private void insert(
      RequestName name,
      byte[] fingerprint,
      int status,
      String headers,
      byte[] answer,
      @Nullable Long report) {
    sql.statement(INSERT)
        .bind("id", name.id())
        .bind("fingerprint", fingerprint)
        .bind("status", status)
        .bind("headers", headers)
        .bind("answer", answer)
        .bind("madeAt", clock.instant())
        .bind("report", report)
        .update();
  }

  /** Answers that were about these reports. */
  void forget(long[] reports) {
    sql.statement(FORGET_REPORTS).bind("reports", reports).update();
  }

  @Scheduled(every = "{gongkai.idempotency.clean-every}", delayed = "1m")
  void forgetOld() {
    sql.statement(FORGET).bind("before", clock.instant().minus(KEPT)).update();
  }

  private KeptAnswer answer(ResultSet row, RequestName name) throws SQLException {
    try {
      return new KeptAnswer(
          row.getInt("status"),
          mapper.readValue(row.getString("headers"), HEADERS),
          decrypted(row.getBytes("answer"), name));
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
