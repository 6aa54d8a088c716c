package org.gongkai.benchmark;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Writes until a write costs what it costs from then on. Of the first thousands more is spent on
 * compiling them than on carrying them out, which no service that has run for an hour pays.
 */
final class WarmUp {

  /** Writes of a slice; of fewer the clock of the kernel tells too little. */
  private static final int SLICE = 800;

  private static final int MOST_SLICES = 15;
  private static final double SETTLED = 0.10;
  private static final int ENOUGH_SETTLED = 2;

  private WarmUp() {}

  /** What a slice of writes is. */
  interface Slice {

    /**
     * Writes.
     *
     * @param turn counts from 1
     * @return how many it was
     */
    int write(int turn) throws IOException, SQLException, InterruptedException;
  }

  /**
   * What it came to.
   *
   * @param writes how many it took
   * @param first processor time of the service for each of the first slice, in milliseconds
   * @param last the same of the last slice
   */
  record Cost(int writes, double first, double last) {}

  /**
   * Until two slices in a row cost the service hardly less than the cheapest before: one may have
   * been dear because of what else the machine does.
   */
  static Cost of(Service service, Slice writing)
      throws IOException, SQLException, InterruptedException {
    int writes = 0;
    int turn = 1;
    double first = 0;
    double last = 0;
    double least = Double.POSITIVE_INFINITY;
    int settled = 0;
    for (int slice = 1; slice <= MOST_SLICES && settled < ENOUGH_SETTLED; slice++) {
      int number = 0;
      ProcessCost begin = ProcessCost.of(service);
      while (number < SLICE) {
        number += writing.write(turn++);
      }
      last = (double) ProcessCost.of(service).serviceMillisSince(begin) / number;
      writes += number;
      first = slice == 1 ? last : first;
      settled = last > least * (1 - SETTLED) ? settled + 1 : 0;
      least = Math.min(least, last);
    }
    return new Cost(writes, first, last);
  }
}
