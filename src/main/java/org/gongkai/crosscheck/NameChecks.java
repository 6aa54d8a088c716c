package org.gongkai.crosscheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.Finding;
import org.gongkai.check.FindingKind;
import org.gongkai.check.Glyphs;
import org.gongkai.check.Lexicon;
import org.gongkai.check.NarrativeText;
import org.gongkai.check.Phrase;
import org.gongkai.check.Reporter;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.Relation;
import org.gongkai.form.Rule;
import org.gongkai.form.Scope;

/**
 * Finds another organ's name where the text names the organ itself: in its title, as who made the
 * report, as who published and received. Names are shortened in many ways (工信局 for 工业和信息化局), so a
 * name is the organ's own where its characters stand in that order in the organ's name, and
 * another's only where it is the name of one that is registered in the region.
 */
public final class NameChecks {

  private static final int SHORTEST = 4;

  /** Each is compared with all names of the region. */
  private static final int MOST = 200;

  private final Forms forms;

  public NameChecks(Forms forms) {
    this.forms = forms;
  }

  /** A name in the text that cannot be the organ's own. */
  public record Foreign(String part, String name, int start, int end) {}

  /** The names to look up; mostly none. */
  public List<Foreign> foreign(Content content, Reporter reporter) {
    List<Foreign> foreign = new ArrayList<>();
    boolean wanted = !forms.inForce(content.year()).rules(Relation.NAMED).isEmpty();
    if (wanted && content.scope() == Scope.ORGAN) {
      String first = forms.inForce(content.year()).narrative().getFirst().id();
      content
          .narrative()
          .forEach(
              (part, sent) ->
                  find(
                      part.equals(first),
                      part,
                      Glyphs.read(sent),
                      content.year(),
                      Glyphs.read(reporter.name()),
                      foreign));
    }
    return foreign;
  }

  private void find(
      boolean first, String part, String text, int year, String ownName, List<Foreign> into) {
    Lexicon lexicon = Lexicon.of(forms, year);
    Phrase.Found found =
        match -> {
          String name = match.group("name");
          if (into.size() < MOST && name.length() >= SHORTEST && !isShortFor(name, ownName)) {
            into.add(new Foreign(part, name, match.start("name"), match.end("name")));
          }
        };
    if (first) {
      for (Pattern title : lexicon.titles) {
        Matcher matcher = title.matcher(text);
        if (matcher.lookingAt()) {
          found.at(matcher);
        }
      }
    }
    for (Phrase names : lexicon.names) {
      names.each(text, 0, text.length(), found);
    }
  }

  /** Whether its characters stand in this order in the name. */
  private static boolean isShortFor(String shorter, String name) {
    int at = 0;
    for (int i = 0; i < name.length() && at < shorter.length(); i++) {
      if (name.charAt(i) == shorter.charAt(at)) {
        at++;
      }
    }
    return at == shorter.length();
  }

  /**
   * What names another organ, one finding for each part.
   *
   * @param own all names that the organ, and those that were merged into it, ever had
   * @param others names of other organs of the region
   */
  public List<Finding> check(
      Content content, List<Foreign> foreign, Collection<String> own, Collection<String> others) {
    Form form = forms.inForce(content.year());
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : form.rules(Relation.NAMED)) {
      for (String part : foreign.stream().map(Foreign::part).distinct().toList()) {
        List<Foreign> wrong =
            foreign.stream()
                .filter(f -> f.part().equals(part))
                .filter(
                    f -> own.stream().noneMatch(name -> isShortFor(f.name(), Glyphs.read(name))))
                .filter(f -> anotherOf(f, others).isPresent())
                .toList();
        if (!wrong.isEmpty()) {
          findings.add(finding(form, rule, content, part, wrong));
        }
      }
    }
    return findings;
  }

  private static Optional<String> anotherOf(Foreign foreign, Collection<String> others) {
    return others.stream().filter(name -> Glyphs.read(name).endsWith(foreign.name())).findFirst();
  }

  private static Finding finding(
      Form form, Rule rule, Content content, String part, List<Foreign> wrong) {
    NarrativeText text = NarrativeText.unread(part, content.narrative().get(part));
    return Finding.of(
        form,
        rule,
        FindingKind.NAMES_ANOTHER,
        NarrativeText.NARRATIVE,
        text.place(),
        wrong.stream().map(f -> text.quote(f.start(), f.end())).toList(),
        null,
        null);
  }
}
