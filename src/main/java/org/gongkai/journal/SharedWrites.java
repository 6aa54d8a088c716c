package org.gongkai.journal;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down requests that share a transaction: for each its entry in the audit log and, where it
 * has a key, its answer, in as many statements as for one. What is written of a request is taken
 * from it on its own thread, as a {@link Ticket}; the transaction may run on another one's.
 */
@Singleton
public class SharedWrites {

  private final CurrentWrite current;
  private final Auditing auditing;
  private final AuditStore store;
  private final Idempotency idempotency;

  SharedWrites(CurrentWrite current, Auditing auditing, AuditStore store, Idempotency idempotency) {
    this.current = current;
    this.auditing = auditing;
    this.store = store;
    this.idempotency = idempotency;
  }

  /** What is written of a request. */
  public static final class Ticket {

    private final AuditEntry entry;
    private final @Nullable NamedRequest name;

    private Ticket(AuditEntry entry, @Nullable NamedRequest name) {
      this.entry = entry;
      this.name = name;
    }

    /** What its caller and its key name it; of two with one name the second repeats the first. */
    public Optional<Object> name() {
      return Optional.ofNullable(name).map(named -> named.name().lock());
    }
  }

  /** Of the request at hand, whose method is a write that shares its transaction. */
  public Ticket ticket() {
    NamedRequest name = current.name();
    if (name != null) {
      name.fingerprint().complete(); // the body can be read here only
    }
    current.handOver();
    return new Ticket(auditing.begun(current.requiredMethod()), name);
  }

  /**
   * Holds the names of requests in the transaction at hand.
   *
   * @return how those are answered that are not to be carried out; it throws a refusal
   */
  public Map<Ticket, Supplier<Response>> hold(List<Ticket> tickets) {
    List<Ticket> named = tickets.stream().filter(ticket -> ticket.name != null).toList();
    Map<Ticket, Supplier<Response>> answered = new HashMap<>();
    if (!named.isEmpty()) {
      List<Optional<Supplier<Response>>> answers =
          idempotency.hold(named.stream().map(ticket -> ticket.name).toList());
      for (int i = 0; i < named.size(); i++) {
        Ticket ticket = named.get(i);
        answers.get(i).ifPresent(answer -> answered.put(ticket, answer));
      }
    }
    return answered;
  }

  /**
   * A request that was carried out.
   *
   * @param answer is asked only where it is kept
   */
  public record Done(Ticket ticket, int status, long report, Supplier<Response> answer) {}

  /** Writes down what was done in the transaction at hand. */
  public void keep(List<Done> some) {
    List<IdempotencyStore.Kept> kept = new ArrayList<>();
    for (Done done : some) {
      NamedRequest name = done.ticket().name;
      if (name != null) {
        kept.add(idempotency.kept(name, done.answer().get(), done.report()));
      }
    }
    store.add(some.stream().map(d -> d.ticket().entry.ended(d.status(), d.report())).toList());
    if (!kept.isEmpty()) {
      idempotency.keep(kept);
    }
  }
}
