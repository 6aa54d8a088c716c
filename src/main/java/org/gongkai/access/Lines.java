package org.gongkai.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.access.Turns.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for a turn: a line for each caller, and the lines take turns. Callers who are
 * known and strangers have a round each, and the rounds take turns too: strangers may be any
 * number, since whoever makes up keys on many networks has as many lines.
 *
 * <p>A line is judged by its own waits alone, and only while somebody else of it waits behind, that
 * is where the caller asks for more than it gets. Whoever asks for one at a time has not made the
 * others wait, whatever the machine is busy with; such waits are judged where there are more
 * callers than can be at work, as nothing else is left then.
 *
 * <p>Not for several threads: {@code Turns} lets in one at a time.
 */
final class Lines {

  private static final int MOST_REMEMBERED = 4096;

  private final int maxConcurrent;
  private final long burst;
  private final Round known;
  private final Round strangers;
  private final Map<String, Line> lines = new HashMap<>();

  /** By the names of lines; outlives a line that was worked off or refused as a whole. */
  private final Map<String, Lateness> lateness = new HashMap<>();

  private int waiting;
  private boolean strangersAreNext;

  Lines(int maxConcurrent, long burst, long now) {
    this.maxConcurrent = maxConcurrent;
    this.burst = burst;
    this.known = new Round(new Lateness(burst, now));
    this.strangers = new Round(new Lateness(burst, now));
  }

  private static final class Round {
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Lateness lateness;

    private Round(Lateness lateness) {
      this.lateness = lateness;
    }
  }

  /** Of one caller. */
  static final class Line {
    private final Senders.Place place;
    private final Round round;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Lateness lateness;

    private Line(Senders.Place place, Round round, Lateness lateness) {
      this.place = place;
      this.round = round;
      this.lateness = lateness;
    }
  }

  Line of(Senders.Place place, long now) {
    return lines.computeIfAbsent(
        place.line(),
        name -> new Line(place, place.isKnown() ? known : strangers, latenessOf(name, now)));
  }

  private Lateness latenessOf(String name, long now) {
    if (lateness.size() >= MOST_REMEMBERED) {
      lateness.entrySet().removeIf(e -> !lines.containsKey(e.getKey()) && e.getValue().isOver(now));
    }
    return lateness.computeIfAbsent(name, n -> new Lateness(burst, now));
  }

  void add(Line line, Turn turn) {
    if (line.waiting.isEmpty()) {
      line.round.lines.addLast(line);
    }
    line.waiting.addLast(turn);
    waiting++;
  }

  void remove(Line line, Turn turn) {
    line.waiting.remove(turn);
    waiting--;
    if (line.waiting.isEmpty()) {
      line.round.lines.remove(line);
      lines.remove(line.place.line());
    }
  }

  /**
   * Takes away, for one who comes, the last of the longest line, unless its own would be as long;
   * then a stranger for one who is known.
   */
  Optional<Turn> makeRoom(Senders.Place place) {
    Line own = lines.get(place.line());
    int most = own == null ? 1 : own.waiting.size() + 1;
    Line longest = null;
    for (Line line : lines.values()) {
      if (line.waiting.size() > most) {
        longest = line;
        most = line.waiting.size();
      }
    }
    if (longest == null && place.isKnown()) {
      longest = strangers.lines.peekLast();
    }
    if (longest == null) {
      return Optional.empty();
    }
    Turn last = longest.waiting.getLast();
    remove(longest, last);
    return Optional.of(last);
  }

  /** Takes whose turn it is, or is told that it has waited for too long. */
  @Nullable Called next(long now, long bearable) {
    Round round = strangersAreNext ? strangers : known;
    if (round.lines.isEmpty()) {
      round = strangersAreNext ? known : strangers;
    }
    Line line = round.lines.pollFirst();
    if (line == null) {
      return null;
    }
    Turn turn = line.waiting.removeFirst();
    waiting--;
    long wait = now - turn.since();
    boolean isLate = wait > bearable && (isTooMuch(line, now) || wait > burst);
    if (line.waiting.isEmpty()) {
      lines.remove(line.place.line());
    } else if (isLate) {
      round.lines.addFirst(line); // it has had nothing of its turn
    } else {
      round.lines.addLast(line);
    }
    if (!isLate) {
      strangersAreNext = round == known;
    }
    return new Called(turn, isLate);
  }

  /** Whose turn it is, and whether it has waited for too long. */
  record Called(Turn turn, boolean isLate) {}

  private boolean isTooMuch(Line line, long now) {
    if (!line.waiting.isEmpty()) {
      return line.lateness.goesOn(now);
    }
    return line.round.lines.size() >= maxConcurrent && line.round.lateness.goesOn(now);
  }

  int waiting() {
    return waiting;
  }

  int callers() {
    return lines.size();
  }
}
