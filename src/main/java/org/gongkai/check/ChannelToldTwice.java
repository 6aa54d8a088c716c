package org.gongkai.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Scope;
import org.gongkai.language.SignSet;
import org.gongkai.narrative.Boundaries;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.narrative.Statement;
import org.gongkai.rule.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Finds two numbers of all that was published on one channel, which different sentences call by the
 * same name: a report can speak of two web sites, or of two accounts, but then their names differ.
 * Only where both speak of the whole year and of nothing narrower is it a warning.
 */
final class ChannelToldTwice {

  /** 全年通过政务公开网站主动公开政务信息: the channel, and nothing but that something was published there. */
  private static final Pattern ON_CHANNEL =
      Pattern.compile(
          "(?:其中|全年|本年度?|今年|年内|[0-9]{4}年度?|共|累计|我[局委办厅镇乡]|本[局委办厅镇乡]|通过|在|依托|利用|充分|主要|于){0,6}"
              + "(?<name>[^0-9]{3,30}?)上?"
              + "(?:(?:全年|本年度?|今年|共|累计|总共|主动|对外|公开|发布|推送|更新|公布|上传|推出)|(?:各类|各项|相关|政府|政务|信息|文章|推文|图文|数量?|总量|共计|总计|合计|了|为|达)){1,8}");

  private static final SignSet CLAUSE_ENDS = Boundaries.CLAUSE_OR_NUMBER.and('(').and('（');
  private static final int LONGEST = 200;

  private final Form form;
  private final boolean ofOrgan;
  private final TextAgainstCells cells;

  private record Told(NarrativeText text, Statement statement, String words) {

    boolean isOther(Told other) {
      return statement.number().compareTo(other.statement().number()) != 0
          && !words.equals(other.words());
    }

    boolean isOfTheWholeYear() {
      return ToldTwice.isOfTheWholeYear(words);
    }
  }

  ChannelToldTwice(Forms forms, Content content, TextAgainstCells cells) {
    this.form = forms.inForce(content.year());
    this.ofOrgan = content.scope() == Scope.ORGAN;
    this.cells = cells;
  }

  List<Finding> find(List<NarrativeText> texts) {
    List<Finding> findings = new ArrayList<>();
    if (!ofOrgan) {
      return findings;
    }
    Map<String, Told> first = new HashMap<>();
    Set<String> found = new HashSet<>();
    for (NarrativeText text : texts) {
      for (Statement statement : text.statements()) {
        String name = name(text, statement);
        if (name == null) {
          continue;
        }
        Told told = new Told(text, statement, ToldTwice.sentence(signs(text), statement.place()));
        Told before = first.putIfAbsent(name, told);
        if (before != null && before.isOther(told) && found.add(name)) {
          add(before, told, findings);
        }
      }
    }
    return findings;
  }

  private void add(Told before, Told told, List<Finding> into) {
    boolean warns = before.isOfTheWholeYear() && told.isOfTheWholeYear();
    if (!warns && (isContradicted(before) || isContradicted(told))) {
      return; // that the table says otherwise is pointed out already
    }
    form.rules(warns ? Relation.STATED : Relation.UNSURE)
        .forEach(
            rule ->
                into.add(
                    Finding.of(
                        form,
                        rule,
                        FindingKind.TOLD_TWICE,
                        NarrativeText.NARRATIVE,
                        told.text().place(),
                        List.of(
                            told.text().quote(told.statement()),
                            before.text().quote(before.statement())),
                        told.statement().number(),
                        before.statement().number())));
  }

  private boolean isContradicted(Told told) {
    return cells.isContradicted(told.statement().part(), told.statement().place());
  }

  /** What the text calls the channel; null where the number need not be all that was published. */
  private static @Nullable String name(NarrativeText text, Statement statement) {
    if (statement.channel() == null
        || !statement.isOfPublications()
        || !statement.certain()
        || !statement.plain()) {
      return null;
    }
    String signs = signs(text);
    Matcher words =
        ON_CHANNEL.matcher(Boundaries.before(CLAUSE_ENDS, signs, statement.place(), LONGEST));
    return words.matches() ? statement.channel() + statement.unit() + words.group("name") : null;
  }

  private static String signs(NarrativeText text) {
    return text.passage().signs();
  }
}
