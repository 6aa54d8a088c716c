package org.gongkai.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.narrative.Quantity;

/**
 * A total, and the numbers that a text lists as its parts.
 *
 * @param totals one, or several that are added up
 */
record ClaimedSum(List<Quantity> totals, List<Quantity> parts) {

  private static final String PIECES = "条件篇则个份宗起";

  static ClaimedSum of(Quantity total, List<Quantity> parts) {
    return new ClaimedSum(List.of(total), parts);
  }

  /** The last one of the totals. */
  Quantity last() {
    return totals.getLast();
  }

  /** All quantities that it is made of. */
  List<Quantity> all() {
    List<Quantity> all = new ArrayList<>(parts);
    all.addAll(totals);
    return all;
  }

  BigDecimal total() {
    return sum(totals);
  }

  BigDecimal sum() {
    return sum(parts);
  }

  boolean exceeds() {
    return sum().compareTo(total()) > 0;
  }

  boolean fallsShort() {
    return sum().compareTo(total()) < 0;
  }

  /** Whether all of them count the same: pieces, or what has another unit. */
  boolean isOfOneKind() {
    String kind = last().counts(PIECES);
    for (Quantity part : parts) {
      if (!part.counts(PIECES).equals(kind)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first parts, or all, make the total. */
  boolean addsUp() {
    BigDecimal total = total();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      sum = sum.add(parts.get(i).number());
      if (i > 0 && sum.compareTo(total) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last parts, or all, make the total. */
  boolean addsUpFromItsEnd() {
    BigDecimal total = total();
    BigDecimal sum = BigDecimal.ZERO;
    for (Quantity part : parts.reversed()) {
      sum = sum.add(part.number());
      if (sum.compareTo(total) == 0) {
        return true;
      }
    }
    return false;
  }

  /** 未经复议起诉3件，维持2件，尚未审结1件: what stands behind an item can be what that is made of. */
  boolean dividesAnItem() {
    for (int i = 0; i + 2 < parts.size(); i++) {
      BigDecimal behind = sum(parts.subList(i + 1, parts.size()));
      if (behind.compareTo(parts.get(i).number()) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is one of what stands before it, too: 简易程序28件，一般程序16件，其中处罚39件，其他5件; or ends what was
   * listed before it: 公开96条，其中网站41条，其中公告6条，部门信息55条.
   */
  boolean isOfMore(List<Quantity> before) {
    BigDecimal sum = sum();
    BigDecimal together = total();
    for (Quantity one : before.reversed()) {
      together = together.add(one.number());
      if (together.compareTo(sum) == 0 || one.number().compareTo(sum) == 0) {
        return true;
      }
    }
    BigDecimal rest = total();
    for (Quantity part : parts.reversed()) {
      rest = rest.add(part.number());
      BigDecimal all = rest;
      if (before.stream().anyMatch(one -> one.number().compareTo(all) == 0)) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal sum(List<Quantity> some) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Quantity one : some) {
      sum = sum.add(one.number());
    }
    return sum;
  }
}
