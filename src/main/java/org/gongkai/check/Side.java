package org.gongkai.check;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Figure;
import org.gongkai.form.Figures;

/**
 * One side of an equation, added up.
 *
 * @param sum of what is stated
 * @param stated how many cells state a number
 * @param open how many could be any number: blank, or nothing that counts as a number
 */
record Side(BigDecimal sum, int stated, int open) {

  /**
   * Adds the operands of one report. Not applicable contributes nothing and leaves nothing open.
   */
  static Side of(List<Equation.Operand> operands, Figures figures) {
    BigDecimal sum = BigDecimal.ZERO;
    int stated = 0;
    int open = 0;
    for (Equation.Operand operand : operands) {
      switch (figures.at(operand.path())) {
        case Figure.Stated number -> {
          sum = operand.negative() ? sum.subtract(number.number()) : sum.add(number.number());
          stated++;
        }
        case Figure.Blank blank -> open++;
        case Figure.Malformed malformed -> open++;
        case Figure.NotApplicable none -> {
          // neither stated nor open
        }
      }
    }
    return new Side(sum, stated, open);
  }

  /** Nothing is stated here that a rule could be held against. */
  boolean isSilent() {
    return stated == 0;
  }

  boolean isExact() {
    return open == 0;
  }
}
