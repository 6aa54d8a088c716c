package org.gongkai.narrative;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.ChineseNumerals;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Phrase;
import org.gongkai.language.Span;
import org.gongkai.language.WrittenYears;
import org.jspecify.annotations.Nullable;

/**
 * Finds what must not be published of people: resident identity numbers (GB 11643, with date and
 * check digit), mobile numbers, bank cards (Luhn), e-mail and home addresses. An office's own
 * telephone, e-mail and credit code are no private matter.
 */
public final class PrivateWords {

  private static final Pattern MOBILE =
      Pattern.compile("1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])");
  private static final Pattern CARD =
      Pattern.compile("(?:62|4|5)[0-9]{2,3}(?:[ ]?[0-9]{4}){3}[0-9]{0,3}(?![0-9])");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\\.[A-Za-z0-9-]{1,32}){1,4}");
  private static final Pattern OFFICE_MAIL = Pattern.compile("联系|咨询|邮箱|邮件|[Ee]-?mail|监督|受理");
  private static final Phrase HOME =
      Phrase.of(
          "(?:家住|家庭(?:住址|地址)|住址|户籍(?:地址|所在地)|现住(?:址|地)?)[为是系:：]?\\s{0,2}([^，。；;,\\s]{2,40}?[0-9一二三四五六七八九十甲乙丙丁东西]\\s?(?:号|室|栋|幢|单元|组|弄|楼|座))");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";
  private static final int SHORTEST = 11;
  private static final String PART_OF_A_CODE = "/_=.-〔[";
  private static final String NUMBER_OF = "号";

  private PrivateWords() {}

  public static List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    String plain = narrow(text);
    findNumbers(plain, spans);
    if (plain.indexOf('@') >= 0) {
      findMail(plain, spans);
    }
    if (plain.indexOf('住') >= 0 || plain.indexOf('籍') >= 0) {
      HOME.each(
          plain,
          0,
          plain.length(),
          home -> spans.add(Span.hiding(text, home.start(1), home.end(1), 1, 1)));
    }
    spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return spans;
  }

  /** Where some signs are not plain, dashes may not be either. */
  private static String narrow(String text) {
    return Glyphs.read(text).equals(text) ? text : WrittenYears.plain(text);
  }

  private static void findNumbers(String plain, List<Span> spans) {
    for (int at = 0; at < plain.length(); ) {
      if (!ChineseNumerals.isArabic(plain.charAt(at))) {
        at++;
        continue;
      }
      Span found = isPartOfACode(plain, at) ? null : numberAt(plain, at);
      if (found != null) {
        spans.add(found);
        at = found.end();
      } else {
        while (at < plain.length() && ChineseNumerals.isArabic(plain.charAt(at))) {
          at++;
        }
      }
    }
  }

  private static boolean isPartOfACode(String plain, int at) {
    char before = at == 0 ? ' ' : plain.charAt(at - 1);
    return PART_OF_A_CODE.indexOf(before) >= 0 || isLatin(before);
  }

  private static @Nullable Span numberAt(String plain, int at) {
    int end = at;
    while (end < plain.length() && ChineseNumerals.isArabic(plain.charAt(end))) {
      end++;
    }
    boolean checked = end < plain.length() && "Xx".indexOf(plain.charAt(end)) >= 0;
    int length = end - at + (checked ? 1 : 0);
    if (length == 18 && isIdentity(plain.substring(at, at + 18))) {
      return Span.hiding(plain, at, at + 18, 4, 4);
    }
    if (end - at < SHORTEST && !goesOn(plain, end)) {
      return null;
    }
    int limit = Math.min(plain.length(), at + 32);
    Matcher mobile = MOBILE.matcher(plain).region(at, limit);
    if (mobile.lookingAt() && isClosed(plain, mobile.end())) {
      return Span.hiding(plain, at, mobile.end(), 3, 4);
    }
    Matcher card = CARD.matcher(plain).region(at, limit);
    if (card.lookingAt() && isClosed(plain, card.end()) && isCard(card.group())) {
      return Span.hiding(plain, at, card.end(), 4, 4);
    }
    return null;
  }

  private static boolean goesOn(String plain, int end) {
    return end + 1 < plain.length()
        && " -".indexOf(plain.charAt(end)) >= 0
        && ChineseNumerals.isArabic(plain.charAt(end + 1));
  }

  private static boolean isClosed(String plain, int end) {
    return end == plain.length()
        || NUMBER_OF.indexOf(plain.charAt(end)) < 0
            && !(PART_OF_A_CODE.indexOf(plain.charAt(end)) >= 0
                    && end + 1 < plain.length()
                    && (ChineseNumerals.isArabic(plain.charAt(end + 1))
                        || isLatin(plain.charAt(end + 1)))
                || isLatin(plain.charAt(end))
                || ChineseNumerals.isArabic(plain.charAt(end)));
  }

  static boolean isIdentity(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      if (!ChineseNumerals.isArabic(number.charAt(i))) {
        return false;
      }
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    if (CHECK.charAt(sum % 11) != Character.toUpperCase(number.charAt(17))) {
      return false;
    }
    try {
      int year = Integer.parseInt(number.substring(6, 10));
      LocalDate.of(
          year,
          Integer.parseInt(number.substring(10, 12)),
          Integer.parseInt(number.substring(12, 14)));
      return year >= 1900 && year <= 2100 && number.charAt(0) >= '1' && number.charAt(0) <= '8';
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  private static boolean isCard(String written) {
    String digits = written.replace(" ", "");
    boolean length = digits.startsWith("62") ? digits.length() >= 16 : digits.length() == 16;
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = digit * 2;
      sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
    }
    return length && digits.length() <= 19 && sum % 10 == 0;
  }

  private static void findMail(String plain, List<Span> spans) {
    for (int at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
      int from = at;
      while (from > 0 && at - from < 64 && isMailSign(plain.charAt(from - 1))) {
        from--;
      }
      Matcher mail = MAIL.matcher(plain).region(from, plain.length());
      String before = plain.substring(Math.max(0, from - 40), from);
      if (from < at && mail.lookingAt() && !OFFICE_MAIL.matcher(before).find()) {
        spans.add(Span.hiding(plain, from, mail.end(), 1, mail.end() - at));
      }
    }
  }

  private static boolean isMailSign(char sign) {
    return ChineseNumerals.isArabic(sign) || isLatin(sign) || "._%+-".indexOf(sign) >= 0;
  }

  private static boolean isLatin(char sign) {
    return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
  }
}
