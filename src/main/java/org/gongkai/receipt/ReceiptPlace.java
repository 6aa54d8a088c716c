package org.gongkai.receipt;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which receipt of a report: the end of its number, which names the revision and, where that was
 * submitted more than once, which submission.
 *
 * @param revision its number, from 1
 * @param sequence 1 for the revision's first
 */
record ReceiptPlace(int revision, int sequence) {

  private static final Pattern PLACE = Pattern.compile("([0-9]{1,9})(?:-([1-9][0-9]{0,8}))?");

  /** Empty where it names none. */
  static Optional<ReceiptPlace> read(String written) {
    Matcher place = PLACE.matcher(written);
    if (!place.matches()) {
      return Optional.empty();
    }
    String sequence = place.group(2) == null ? "1" : place.group(2);
    return Optional.of(
        new ReceiptPlace(Integer.parseInt(place.group(1)), Integer.parseInt(sequence)));
  }

  /** Where a report is found. */
  static String report(long id) {
    return "/api/v1/reports/" + id;
  }

  @Override
  public String toString() {
    return sequence == 1 ? Integer.toString(revision) : revision + "-" + sequence;
  }
}
