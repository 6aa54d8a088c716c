package org.gongkai.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does one step for many things that have nothing to do with each other, as many at a time as there
 * are processors: a test that waits for each answer before it asks again leaves half of a small
 * machine idle.
 */
public final class AtOnce {

  private AtOnce() {}

  /** A step that may throw. */
  public interface Step<T> {
    void of(T thing) throws Exception;
  }

  /** The same, with a result. */
  public interface Question<T, R> {
    R of(T thing) throws Exception;
  }

  /** Throws what the first of them in order has thrown, when all are over. */
  public static <T> void each(Collection<T> things, Step<T> step) {
    map(
        things,
        thing -> {
          step.of(thing);
          return thing;
        });
  }

  /** The results, in the order of the things. */
  public static <T, R> List<R> map(Collection<T> things, Question<T, R> question) {
    List<Callable<R>> questions = new ArrayList<>();
    things.forEach(thing -> questions.add(() -> question.of(thing)));
    int hands = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
      List<R> answers = new ArrayList<>();
      for (Future<R> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
