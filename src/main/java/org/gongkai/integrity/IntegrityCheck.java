package org.gongkai.integrity;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.gongkai.tally.SumFaults;
import org.jspecify.annotations.Nullable;

/** Looks at all that is stored, part by part. */
@Singleton
public class IntegrityCheck {

  private static final int REPORTS = 200;
  private static final int REGIONS = 50;

  private final ReportFaultStore store;
  private final ReportFaults reports;
  private final SumFaults sums;

  IntegrityCheck(ReportFaultStore store, ReportFaults reports, SumFaults sums) {
    this.store = store;
    this.reports = reports;
    this.sums = sums;
  }

  /**
   * Looks at everything.
   *
   * @param progress a file that keeps how far it has come; null: none
   * @param output gets a line for each fault
   * @return how many faults there are, those of an earlier run that this one goes on with too
   */
  public long run(@Nullable Path progress, PrintStream output) {
    CheckProgress at = CheckProgress.in(progress);
    Counted counted = new Counted(at.faults(), output);
    OptionalLong newest = store.newest();
    long after = at.report();
    while (newest.isPresent() && after < newest.getAsLong()) {
      long last = store.lastOfSome(after, REPORTS).orElse(newest.getAsLong());
      reports.each(after, last, counted::take);
      after = last;
      at.at(after, counted.faults);
    }
    List<String> regions = sums.regionsAfter(at.region(), REGIONS);
    while (!regions.isEmpty()) {
      sums.of(regions)
          .forEach(
              wrong ->
                  counted.take(
                      new Fault("region " + wrong.region(), "sum-differs", wrong.words())));
      at.at(regions.getLast(), counted.faults);
      regions = sums.regionsAfter(at.region(), REGIONS);
    }
    store.positions().forEach(counted::take);
    at.end();
    return counted.faults;
  }

  private static final class Counted {

    private final PrintStream output;
    private long faults;

    private Counted(long before, PrintStream output) {
      this.faults = before;
      this.output = output;
    }

    void take(Fault fault) {
      faults++;
      output.println(fault);
    }
  }
}
