package org.gongkai.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/**
 * What identifies an organ: a unified social credit code 统一社会信用代码 (GB 32100), or where there is
 * none, a code that an office assigned.
 *
 * <p>A social credit code has two check characters: the last one, and the 17th, which closes the
 * organisation code (GB 11714) inside. Wrong ones are met in practice, so they are warnings.
 */
public record OrganCode(String text) {

  static final String PATTERN = "[0-9A-Z][0-9A-Z-]{0,31}";

  private static final Pattern WELL_FORMED = Pattern.compile(PATTERN);
  private static final Pattern LOWER_CASE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,31}");
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SOCIAL_CREDIT = Pattern.compile("[" + ALPHABET + "]{18}");
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  /** Whether it can be the code of an organ, registered or not. */
  public static boolean isWellFormed(String text) {
    return WELL_FORMED.matcher(text).matches();
  }

  /** Why the text is no code of an organ, if it is none. */
  static Optional<Text> objectionTo(String text) {
    if (WELL_FORMED.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        LOWER_CASE.matcher(text).matches()
            ? new Text("代码中的字母须为大写。", "Letters of a code are upper case.")
            : new Text(
                "须为 18 位统一社会信用代码，或者由 1 至 32 位数字、大写字母和连字符组成的自编代码。",
                "A unified social credit code of 18 characters, or a code of one's own of 1 to 32"
                    + " digits, upper-case letters and hyphens."));
  }

  /** Whether it is a unified social credit code whose check characters check. */
  public static boolean isCheckedCreditCode(String text) {
    OrganCode code = new OrganCode(text);
    return code.isSocialCreditCode() && code.warnings().isEmpty();
  }

  boolean isSocialCreditCode() {
    return SOCIAL_CREDIT.matcher(text).matches();
  }

  /**
   * The check characters that do not check, in their order; none for a code that an office
   * assigned. The 18th closes over the 17th: where that is wrong, the 18th is what the right one
   * gives, or who mends one after the other is sent back twice.
   */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (!isSocialCreditCode()) {
      return warnings;
    }
    char organisation = organisationCheckCharacter();
    boolean isOrganisation = text.charAt(16) == organisation;
    if (!isOrganisation) {
      warnings.add(
          new Warning(
              "organisation-check-character",
              new Text(
                      "组织机构代码（第 9 至 17 位）的校验码不符：第 17 位应为 %s，请核对。",
                      "The check character of the organisation code (characters 9 to 17) is wrong:"
                          + " the 17th should be %s. Check the code.")
                  .with(organisation)));
    }
    String mended = text.substring(0, 16) + organisation;
    char wanted = checkCharacter(ALPHABET.indexOf(organisation) < 0 ? text : mended);
    if (text.charAt(17) != checkCharacter(text) && text.charAt(17) != wanted) {
      warnings.add(
          new Warning(
              "check-character",
              (isOrganisation
                      ? new Text(
                          "统一社会信用代码的校验码不符：第 18 位按前 17 位计算应为 %s，请核对。",
                          "The check character of the social credit code is wrong: the first 17"
                              + " give %s as the 18th. Check the code.")
                      : new Text(
                          "统一社会信用代码的校验码也不符：第 17 位改正以后，第 18 位应为 %s，请核对。",
                          "The check character of the social credit code is wrong, too: with the"
                              + " 17th put right the 18th is %s. Check the code."))
                  .with(wanted)));
    }
    return warnings;
  }

  private static char checkCharacter(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /** Letters count from A = 10 here, I and O included, unlike in the alphabet of the whole code. */
  private char organisationCheckCharacter() {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(text.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return switch (11 - sum % 11) {
      case 10 -> 'X';
      case 11 -> '0';
      default -> Character.forDigit(11 - sum % 11, 10);
    };
  }
}
