package org.gongkai.check;

import java.math.BigDecimal;
import org.gongkai.narrative.Statement;

/** Whether a number of the text can be what a report states. */
final class Agreement {

  /** What is half of it or twice as much is not about as many. */
  private static final BigDecimal FAR = BigDecimal.TWO;

  private Agreement() {}

  /** About how many is right within a tenth. */
  static boolean agrees(Statement statement, BigDecimal number, BigDecimal stated) {
    return statement.plain()
        ? number.compareTo(stated) == 0
        : number.subtract(stated).abs().compareTo(stated.abs().movePointLeft(1)) <= 0;
  }

  /** Whether a number that differs can mean nothing else: about how many, if it is far from it. */
  static boolean isWrong(Statement statement, BigDecimal number, BigDecimal stated) {
    return statement.plain()
        || number.compareTo(stated.multiply(FAR)) > 0
        || number.multiply(FAR).compareTo(stated) < 0;
  }
}
