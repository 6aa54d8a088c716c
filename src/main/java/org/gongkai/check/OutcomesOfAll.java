package org.gongkai.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.narrative.Passage;
import org.gongkai.narrative.Quantity;

/** Applications that were all answered, and outcomes down to the other ones that are fewer. */
final class OutcomesOfAll implements ListReader {

  private static final Pattern ALL_ANSWERED =
      Pattern.compile(
          ("(?:收到|受理)(?:政府)?信息公开申请%1$c(?:[^全]|全(?!部)){0,300}全部[^。；\\n"
                  + "]{0,24}答复(?:(?!结果)[^。]|。){0,200}结果(?:方面)?[，,:：](?<parts>[^%1$c。；;，,\\n"
                  + "]{2,12}%1$c(?:[、，,；;][^%1$c。；;，,\\n"
                  + "]{2,12}%1$c){1,8}[、，,；;]其他情[况形](?:[(][^%1$c()]{0,40}[)])?%1$c)(?=[。\\n"
                  + "]|$)")
              .formatted(Passage.QUANTITY));
  private static final Pattern NOT_ALL = Pattern.compile("其余|结转|上年|上一年|撤[回销]|尚未|正在|延期办理");

  @Override
  public void find(Passage passage, Consumer<ClaimedSum> found) {
    String signs = passage.signs();
    if (!signs.contains("其他情")) {
      return;
    }
    Matcher outcomes = ALL_ANSWERED.matcher(signs);
    if (outcomes.find() && !NOT_ALL.matcher(signs).find()) {
      Quantity total = within(passage, outcomes.start(), outcomes.end()).getFirst();
      ClaimedSum sum =
          ClaimedSum.of(total, within(passage, outcomes.start("parts"), outcomes.end("parts")));
      if (sum.isOfOneKind() && sum.fallsShort()) {
        found.accept(sum);
      }
    }
  }

  private static List<Quantity> within(Passage passage, int from, int to) {
    return passage.quantities().stream()
        .filter(quantity -> quantity.place() >= from && quantity.place() < to)
        .toList();
  }
}
