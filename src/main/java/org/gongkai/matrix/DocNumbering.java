package org.gongkai.matrix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.gongkai.matrix.ListNumbers.Level;
import org.jspecify.annotations.Nullable;

/** Numbers that old Word files show before paragraphs and do not keep in their text. */
final class DocNumbering {

  private static final int NOTHING_FOLLOWS = 2;

  private final @Nullable HWPFDocument document;
  private final ListNumbers numbers = new ListNumbers();
  private final Map<Integer, HWPFList> lists = new HashMap<>();
  private final Set<String> restarted = new HashSet<>();

  DocNumbering(HWPFDocument document) {
    this.document = document.getListTables() == null ? null : document;
  }

  String label(Paragraph paragraph) {
    if (document == null || paragraph.getIlfo() <= 0 || paragraph.getIlfo() >= 0xf801) {
      return "";
    }
    HWPFList list;
    try {
      list = lists.computeIfAbsent(paragraph.getIlfo(), id -> paragraph.getList());
    } catch (RuntimeException e) {
      // A list that the file does not have numbers nothing.
      return "";
    }
    int number = Math.clamp(paragraph.getIlvl(), 0, ListNumbers.LEVELS - 1);
    boolean begins =
        list.isStartAtOverridden((char) number)
            && restarted.add(paragraph.getIlfo() + "/" + number);
    return numbers.next(
        Integer.toString(list.getListData().getLsid()),
        number,
        level -> level(list, level),
        begins ? list.getStartAt((char) number) : null);
  }

  private static @Nullable Level level(HWPFList list, int level) {
    char number = (char) level;
    if (list.getListData().getLevel(level + 1) == null) {
      return null;
    }
    String text = list.getNumberText(number);
    StringBuilder places = new StringBuilder();
    for (char sign : text == null ? new char[0] : text.toCharArray()) {
      // Signs below this are places for the numbers of levels.
      if (sign < ListNumbers.LEVELS) {
        places.append('%').append(sign + 1);
      } else {
        places.append(sign);
      }
    }
    return new Level(
        list.getStartAt(number),
        format(list.getNumberFormat(number)),
        places.toString(),
        list.getTypeOfCharFollowingTheNumber(number) == NOTHING_FOLLOWS,
        false);
  }

  /** Formats of numbers as new files name them. */
  private static String format(int code) {
    return switch (code) {
      case 1 -> "upperRoman";
      case 2 -> "lowerRoman";
      case 3 -> "upperLetter";
      case 4 -> "lowerLetter";
      case 10, 33, 35 -> "ideographDigital";
      case 11, 34, 37, 39 -> "chineseCounting";
      case 14, 19 -> "decimalFullWidth";
      case 16, 38 -> "chineseLegalSimplified";
      case 18, 28 -> "decimalEnclosedCircle";
      case 22 -> "decimalZero";
      case 23 -> "bullet";
      case 26 -> "decimalEnclosedFullstop";
      case 27 -> "decimalEnclosedParen";
      case 29 -> "ideographEnclosedCircle";
      case 30 -> "ideographTraditional";
      case 31 -> "ideographZodiac";
      case 0xff -> "none";
      default -> "decimal";
    };
  }
}
