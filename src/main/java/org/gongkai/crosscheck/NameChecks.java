package org.gongkai.crosscheck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.check.Reporter;
import org.gongkai.finding.Finding;
import org.gongkai.finding.FindingKind;
import org.gongkai.form.Content;
import org.gongkai.form.Form;
import org.gongkai.form.Forms;
import org.gongkai.form.PartRole;
import org.gongkai.form.Scope;
import org.gongkai.language.Glyphs;
import org.gongkai.language.Phrase;
import org.gongkai.narrative.Lexicon;
import org.gongkai.narrative.NarrativeText;
import org.gongkai.rule.Relation;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;

/**
 * Finds another organ's name where the text names the organ itself: in its title, as who made the
 * report, as who published and received. Names are shortened in many ways (工信局 for 工业和信息化局), so a
 * name is the organ's own where its characters stand in that order in the organ's name, and
 * another's only where it is the name of one that is registered in the region.
 */
public final class NameChecks {

  private static final int SHORTEST = 4;

  /** The name of an organ and nothing else, with what is said of its seal. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "[\\s\\u3000]{0,9}(?<name>[\\u4e00-\\u9fff](?:[\\s\\u3000]{0,4}[\\u4e00-\\u9fff]){3,60})"
              + "[\\s\\u3000]{0,9}(?:[(（](?:盖章|公章|印章|章)[)）])?[\\s\\u3000]{0,9}");

  /** What names of regions stand before the name of a body, which is called so with and without. */
  private static final Pattern REGIONS = Pattern.compile("^(?:[^省市区县州盟旗]{1,8}[省市区县州盟旗]){1,4}");

  /** What a name ends with that is one of a body, and no place or topic. */
  private static final Pattern BODY =
      Pattern.compile("(?:局|委|委员会|管委会|办公室|办公厅|厅|人民政府|街道|办事处|处|中心|院|队|站)$");

  /** What names of regions end with, of which one may have become another: 青溪县, 青溪市. */
  private static final String RANKS = "省市区县州盟旗";

  /** Of a shorter one another sign makes another word. */
  private static final int SHORTEST_ALIKE = 6;

  /** Each is compared with all names of the region. */
  private static final int MOST = 200;

  private final Forms forms;

  public NameChecks(Forms forms) {
    this.forms = forms;
  }

  /**
   * A name in the text that cannot be the organ's own.
   *
   * @param ofReport whether the title or the signature has it, which are of the organ as it is
   * @param ofItself whether the sentence tells of the organ, or of another one
   * @param near whether it is the organ's own but for one sign
   */
  public record Foreign(
      String part,
      String name,
      int start,
      int end,
      boolean ofReport,
      boolean ofItself,
      boolean near) {}

  /** Where a name stands. */
  private enum Place {
    REPORT,
    NAMED,
    ITSELF
  }

  /** The names to look up; mostly none. */
  public List<Foreign> foreign(Content content, Reporter reporter) {
    List<Foreign> foreign = new ArrayList<>();
    boolean wanted = !forms.inForce(content.year()).rules(Relation.NAMED).isEmpty();
    if (wanted && content.scope() == Scope.ORGAN) {
      Form form = forms.inForce(content.year());
      content
          .narrative()
          .forEach(
              (part, sent) ->
                  find(
                      form,
                      part,
                      Glyphs.read(sent),
                      content.year(),
                      Glyphs.read(reporter.name()),
                      foreign));
    }
    return foreign;
  }

  private void find(
      Form form, String part, String text, int year, String ownName, List<Foreign> into) {
    Lexicon lexicon = Lexicon.of(forms, year);
    if (form.isOpening(part)) {
      for (Pattern title : lexicon.titles) {
        Matcher matcher = title.matcher(text);
        if (matcher.lookingAt()) {
          add(part, matcher, matcher.group("name"), ownName, Place.REPORT, into);
        }
      }
    }
    if (form.roleOf(part) == PartRole.SIGNER) {
      Matcher signature = SIGNATURE.matcher(text);
      if (signature.matches()) {
        String name = signature.group("name").replaceAll("[\\s\\u3000]", "");
        add(part, signature, name, ownName, Place.REPORT, into);
      }
    }
    for (Phrase names : lexicon.names) {
      names.each(
          text,
          0,
          text.length(),
          match -> add(part, match, match.group("name"), ownName, Place.NAMED, into));
    }
    for (Phrase itself : lexicon.itself) {
      itself.each(
          text,
          0,
          text.length(),
          match -> add(part, match, match.group("name"), ownName, Place.ITSELF, into));
    }
  }

  private static void add(
      String part, Matcher found, String name, String ownName, Place place, List<Foreign> into) {
    boolean isOwn = isShortFor(name, ownName) || isItsOffice(name, ownName);
    boolean near = isNear(name, ownName);
    boolean matters = place != Place.ITSELF || near;
    if (into.size() < MOST && name.length() >= SHORTEST && !isOwn && matters) {
      into.add(
          new Foreign(
              part,
              name,
              found.start("name"),
              found.end("name"),
              place == Place.REPORT,
              place == Place.ITSELF,
              near));
    }
  }

  /**
   * Whether it is the name, from that of some region on, but for one sign: 泰州市市场监督管理局 for
   * 泰兴市市场监督管理局. The rank of a region may be another one.
   */
  private static boolean isNear(String name, String ownName) {
    if (name.length() < SHORTEST_ALIKE) {
      return false;
    }
    for (int from = 0; from < ownName.length(); from++) {
      boolean begins = from == 0 || RANKS.indexOf(ownName.charAt(from - 1)) >= 0;
      if (begins && differsByOne(name, ownName.substring(from))) {
        return true;
      }
    }
    return false;
  }

  private static boolean differsByOne(String name, String other) {
    int different = 0;
    for (int i = 0; i < name.length() && name.length() == other.length(); i++) {
      if (name.charAt(i) != other.charAt(i)) {
        different += RANKS.indexOf(other.charAt(i)) >= 0 ? 2 : 1;
      }
    }
    return different == 1;
  }

  /** The office of a government signs for it, although it is registered as an organ, too. */
  private static boolean isItsOffice(String name, String ownName) {
    String of = name.replaceFirst("办公[室厅]$", "");
    return of.length() >= SHORTEST && of.length() < name.length() && ownName.endsWith(of);
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
   * What names another organ, and what is of a name that the organ has no more, one finding of each
   * for each part. A title or signature with a name that nobody has is only pointed out: the organ
   * may have one more; and so is a name that is the organ's own but for one sign.
   *
   * @param own all names that the organ, and those that were merged into it, ever had
   * @param former those of the organ that ended before the report's year
   * @param others names of other organs of the region
   */
  public List<Finding> check(
      Content content,
      List<Foreign> foreign,
      Collection<String> own,
      Collection<String> former,
      Collection<String> others) {
    Collection<String> later = own.stream().filter(name -> !former.contains(name)).toList();
    Form form = forms.inForce(content.year());
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : form.rules(Relation.NAMED)) {
      for (String part : foreign.stream().map(Foreign::part).distinct().toList()) {
        List<Foreign> here = foreign.stream().filter(f -> f.part().equals(part)).toList();
        List<Foreign> wrong =
            here.stream()
                .filter(f -> !f.ofItself() && !isOneOf(f, own))
                .filter(f -> anotherOf(f, others).isPresent())
                .toList();
        List<Foreign> old =
            here.stream()
                .filter(Foreign::ofReport)
                .filter(f -> isOneOf(f, former) && !isOneOf(f, later))
                .toList();
        if (!wrong.isEmpty()) {
          findings.add(finding(form, rule, FindingKind.NAMES_ANOTHER, content, part, wrong));
        } else if (!old.isEmpty()) {
          findings.add(finding(form, rule, FindingKind.FORMER_NAME, content, part, old));
        } else {
          here.stream()
              .filter(f -> !isOneOf(f, own))
              .filter(f -> f.near() || f.ofReport() && isOfNobody(f, own))
              .findFirst()
              .ifPresent(f -> findings.add(unknown(form, rule, content, part, f)));
        }
      }
    }
    return findings;
  }

  private static boolean isOfNobody(Foreign foreign, Collection<String> own) {
    return BODY.matcher(foreign.name()).find()
        && own.stream().noneMatch(name -> isAlike(foreign.name(), Glyphs.read(name)));
  }

  /** Whether two names, without those of regions, can be of one body: one of them is shortened. */
  private static boolean isAlike(String name, String other) {
    String one = REGIONS.matcher(name).replaceFirst("");
    String two = REGIONS.matcher(other).replaceFirst("");
    return isShortFor(one, two) || isShortFor(two, one);
  }

  private static Finding unknown(
      Form form, Rule rule, Content content, String part, Foreign foreign) {
    Finding named = finding(form, rule, FindingKind.NAMES_NOBODY, content, part, List.of(foreign));
    return new Finding(
        named.rule(),
        named.version(),
        named.edition(),
        Severity.INFO,
        named.kind(),
        named.section(),
        named.place(),
        named.cells(),
        null,
        null);
  }

  private static boolean isOneOf(Foreign foreign, Collection<String> names) {
    return names.stream().anyMatch(name -> isShortFor(foreign.name(), Glyphs.read(name)));
  }

  private static Optional<String> anotherOf(Foreign foreign, Collection<String> others) {
    return others.stream().filter(name -> Glyphs.read(name).endsWith(foreign.name())).findFirst();
  }

  private static Finding finding(
      Form form, Rule rule, FindingKind kind, Content content, String part, List<Foreign> wrong) {
    NarrativeText text =
        NarrativeText.unread(part, Objects.requireNonNull(content.narrative().get(part)));
    return text.finding(
        form, rule, kind, wrong.stream().map(f -> text.quote(f.start(), f.end())).toList());
  }
}
