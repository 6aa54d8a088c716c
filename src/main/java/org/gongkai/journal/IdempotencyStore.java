package org.gongkai.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.BackgroundWork.Background;
import org.gongkai.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Stores answers for a day, encrypted, in the transaction of their requests. */
@Singleton
class IdempotencyStore {

  private static final String HOLD =
      """
      SELECT pg_try_advisory_xact_lock(n.lock) AS held
      FROM unnest(:locks) WITH ORDINALITY AS n (lock, place)
      ORDER BY n.place
      """;

  private static final String FIND =
      """
      SELECT n.place, i.fingerprint, i.status, i.headers, i.answer
      FROM unnest(:ids) WITH ORDINALITY AS n (id, place)
      JOIN idempotency i ON i.id = n.id
      """;

  private static final String INSERT =
      """
      INSERT INTO idempotency (id, fingerprint, status, headers, answer, made_at, report)
      SELECT id, fingerprint, status, headers::jsonb, answer, :madeAt, report
      FROM unnest(:ids, :fingerprints, :statuses, :headers, :answers, :reports)
        AS i (id, fingerprint, status, headers, answer, report)
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
  private static final StoredResponse NO_ANSWER = new StoredResponse(200, Map.of(), "");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sql sql;
  private final Clock clock;
  private final ObjectMapper mapper;

  IdempotencyStore(Sql sql, Clock clock, ObjectMapper mapper) {
    this.sql = sql;
    this.clock = clock;
    this.mapper = mapper;
  }

  /**
   * What is kept of an earlier request.
   *
   * @param fingerprint of all of it
   */
  record Known(byte[] fingerprint, StoredResponse answer) {

    /**
     * The answer again.
     *
     * @throws org.gongkai.problem.ProblemException {@code idempotency-key-reused} where it was
     *     another request
     */
    Response repeated(NamedRequest request) {
      Idempotency.requireSame(fingerprint, request.fingerprint().complete());
      return answer.toResponse();
    }
  }

  /**
   * What is to be kept of a request.
   *
   * @param report that it was about, or null
   */
  record Kept(RequestName name, byte[] fingerprint, StoredResponse answer, @Nullable Long report) {}

  /** Locks the name until the transaction ends; false where another request holds it. */
  boolean hold(RequestName name) {
    return hold(List.of(name)).getFirst();
  }

  /** Likewise of each, in their order; it waits for nobody. */
  List<Boolean> hold(List<RequestName> names) {
    return sql.statement(HOLD)
        .bind("locks", names.stream().mapToLong(RequestName::lock).toArray())
        .list(row -> row.getBoolean("held"));
  }

  /** The earlier request with each of these names, in their order. */
  List<Optional<Known>> find(List<RequestName> names) {
    Map<Integer, Known> known = new HashMap<>();
    sql.statement(FIND)
        .bind("ids", ids(names.stream()))
        .list(
            row -> {
              int place = row.getInt("place") - 1;
              StoredResponse answer = answer(row, names.get(place));
              return known.put(place, new Known(row.getBytes("fingerprint"), answer));
            });
    return IntStream.range(0, names.size())
        .mapToObj(place -> Optional.ofNullable(known.get(place)))
        .toList();
  }

  /** Stores the fingerprint alone, of a request whose answer is not stored. */
  void keep(RequestName name, byte[] fingerprint) {
    keep(List.of(new Kept(name, fingerprint, NO_ANSWER, null)));
  }

  void keep(List<Kept> some) {
    sql.statement(INSERT)
        .bind("ids", ids(some.stream().map(Kept::name)))
        .bind("fingerprints", some.stream().map(Kept::fingerprint).toArray(byte[][]::new))
        .bind("statuses", some.stream().mapToInt(kept -> kept.answer().status()).toArray())
        .bind("headers", some.stream().map(k -> json(k.answer().headers())).toArray(String[]::new))
        .bind("answers", some.stream().map(IdempotencyStore::body).toArray(byte[][]::new))
        .bind("reports", some.stream().map(Kept::report).toArray(Long[]::new))
        .bind("madeAt", clock.instant())
        .send();
  }

  private static byte[][] ids(Stream<RequestName> names) {
    return names.map(RequestName::id).toArray(byte[][]::new);
  }

  private static byte[] body(Kept kept) {
    return kept.answer().equals(NO_ANSWER)
        ? new byte[0]
        : encrypted(kept.answer().body(), kept.name());
  }

  /** Answers that were about these reports. */
  void forget(long[] reports) {
    sql.statement(FORGET_REPORTS).bind("reports", reports).update();
  }

  @Background
  @Scheduled(every = "{gongkai.idempotency.clean-every}", delayed = "1m")
  void forgetOld() {
    sql.statement(FORGET).bind("before", clock.instant().minus(KEPT)).update();
  }

  /** Where the fingerprint alone is kept there is no answer to read. */
  private StoredResponse answer(ResultSet row, RequestName name) throws SQLException {
    byte[] kept = row.getBytes("answer");
    if (kept.length == 0) {
      return NO_ANSWER;
    }
    try {
      return new StoredResponse(
          row.getInt("status"),
          mapper.readValue(row.getString("headers"), HEADERS),
          decrypted(kept, name));
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
