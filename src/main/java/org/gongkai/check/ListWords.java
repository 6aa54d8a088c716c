package org.gongkai.check;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.narrative.Passage;

/** What the words of a list tell of it. */
final class ListWords {

  /** Items on several channels count once in their total. */
  static final Pattern CHANNELS = Pattern.compile("网|微信|微博|公众号|平台|媒体|客户端|头条|抖音|公开栏|公示");

  /** Of how many more or fewer there are nothing is listed. */
  static final Pattern DIFFERENCE = Pattern.compile("[比较增减多少]|同期|上年|去年");

  /** What an item has that is no part of the total. */
  static final Pattern OTHER =
      Pattern.compile("比|较|同期|增|减|占|其中|包括|等|主要|另|还|以及其他|累计|个别|答复|办结|收到|受理|结转|同时|均");

  private static final char Q = Passage.QUANTITY;
  private static final String DOCUMENTS = "文件";

  /** So many signs at the end name what is counted. */
  private static final int NOUN = 2;

  /** Of one more than that something is told, not only which kind it is. */
  static final int LONGEST_KIND = 4;

  private ListWords() {}

  /** 公开信息96条，其中规范性文件3件，其他文件28件: what was left over of documents, not of all. */
  static boolean isRestOfDocuments(String parts, String total) {
    return parts.endsWith(DOCUMENTS + Q) && !total.contains(DOCUMENTS);
  }

  /** 其中新开设5个，优化栏目23个: what a later clause names anew is no part for certain. */
  static boolean areAlike(String parts) {
    Set<String> ends = new HashSet<>();
    for (String clause : parts.split("[，；]", -1)) {
      String first = clause.substring(0, Math.max(0, clause.indexOf(Q)));
      String end = first.substring(Math.max(0, first.length() - NOUN));
      if (!ends.isEmpty() && first.length() > LONGEST_KIND && !ends.contains(end)) {
        return false;
      }
      ends.add(end);
    }
    return true;
  }
}
