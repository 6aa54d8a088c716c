package org.gongkai.narrative;

import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.language.WrittenYears;

/** Finds the report's own title in its text: at the beginning, and in the customary sentence. */
final class OwnTitle {

  private static final String NAME = "[^\\s，,。：:；;！!？?、《》<>()\"“”0-9]{0,40}";
  private static final String DISCLOSURE = "(?:政府)?信息公开(?:工作)?(?:情况)?的?\\s{0,3}";
  private static final String TITLE =
      "(?:"
          + WrittenYears.OF_YEAR
          + "度?\\s{0,3}"
          + DISCLOSURE
          + "(?:年度)?(?:工作)?报告|"
          + DISCLOSURE
          + WrittenYears.OF_YEAR
          + "度?\\s{0,3}(?:工作)?(?:年度)?(?:工作)?报告)";
  private static final Pattern TITLE_AT_THE_BEGINNING =
      Pattern.compile(
          "\\A[\\s#《\"“]{0,9}("
              + NAME
              + ")("
              + TITLE
              + ")(?=[》\"”]?(?:\\s|\\z|\\(\\s?[自从]?\\s?[12一二]|根据|按照|依据|依照|本报告|现将|现予))");
  private static final Pattern NO_NAME =
      Pattern.compile("对照|针对|关于|根据|按照|依据|上年|去年|整改|落实|公布|发布|编制|比|在");

  /** The customary first sentence: on what ground which report is made. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?:(?:编制|编写|撰写|制作|形成)(?:并(?:向社会)?(?:公布|发布|公开))?"
              + "|[现特并](?:予以)?(?:公布|发布|公开))\\s?本?\\s?[《\"“]?"
              + NAME
              + "("
              + TITLE
              + ")(?=[》\"”]?\\s*(?:\\z|[。，,；;：:]|如下|现|并))"
              + "|现将[《\"“]?"
              + NAME
              + "("
              + TITLE
              + ")(?=[》\"”]?\\s*(?:\\z|[。，,；;：:]|如下|予以|向社会|公布|公开|发布))");

  private static final Pattern GROUND = Pattern.compile("条例|规定|要求|格式|办公厅|国务院|本报告|现");
  private static final Pattern IN_THE_PAST =
      Pattern.compile("已|曾|按时|及时|按期|如期|完成|上年|去年|[0-9]\\s?月|(?:组织|指导|督促|做好|推进|开展|参与).{0,2}$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
  private static final Pattern SENTENCE_END = Pattern.compile("[。！；!;]");
  private static final int LONGEST_OPENING = 600;

  private OwnTitle() {}

  static void find(String plain, boolean opening, Consumer<MatchResult> found) {
    String beginning = plain.substring(0, Math.min(plain.length(), LONGEST_OPENING));
    Matcher title = TITLE_AT_THE_BEGINNING.matcher(beginning);
    if (title.lookingAt() && !NO_NAME.matcher(title.group(1)).find()) {
      found.accept(title);
    }
    if (opening) {
      findCustomarySentence(beginning, found);
    }
  }

  private static void findCustomarySentence(String beginning, Consumer<MatchResult> found) {
    Matcher end = SENTENCE_END.matcher(beginning);
    String sentence = end.find() ? beginning.substring(0, end.end()) : beginning;
    Matcher made = MADE.matcher(sentence);
    if (made.find()) {
      String before = BRACKETS.matcher(sentence.substring(0, made.start())).replaceAll("");
      if (GROUND.matcher(before + made.group()).find() && !IN_THE_PAST.matcher(before).find()) {
        found.accept(made);
      }
    }
  }
}
