package org.gongkai.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.check.Checks;
import org.gongkai.check.Reporter;
import org.gongkai.claim.Claims;
import org.gongkai.crosscheck.Examples;
import org.gongkai.crosscheck.Merged;
import org.gongkai.crosscheck.NameChecks;
import org.gongkai.crosscheck.YearChecks;
import org.gongkai.form.Content;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Samples;
import org.gongkai.platform.JsonSettings;
import org.gongkai.problem.Language;
import org.gongkai.registry.OrganKind;
import org.gongkai.registry.RegionLevel;
import org.gongkai.rule.Rule;
import org.gongkai.rule.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Findings are kept without words, and shown in those of the reader. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class FindingsTest {

  private static final String WRONG =
      "'contests': {'reconsideration': {'upheld': 60, 'corrected': 0, 'other': 0, 'pending': 0,"
          + " 'total': 100}}, 'applications': {'received': {'naturalPerson': 1.50, 'total':"
          + " {'a': [1, null]}, 'otherOrganization': 'n/a', 'commercialEnterprise': 9000000000}},"
          + " 'disclosure': {'fees': {'amount': 0.5}}";

  private static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(new Checks(FORMS).check(Samples.content(2022, WRONG)));
    findings.addAll(
        new YearChecks(FORMS)
            .check(
                Samples.content(2021, "'disclosure': {'fees': {'amount': 800.25}}"),
                Samples.content(2022, WRONG)));
    return findings;
  }

  @Test
  void areTheSameWhenTheyAreReadBack() {
    assertThat(findings()).extracting(Finding::rule).contains("INT", "T4-SUM", "BLANK", "X-JUMP");
    assertThat(Findings.read(Findings.write(findings()))).isEqualTo(findings());
    assertThat(Findings.read("[]")).isEmpty();
    // so that an ETag is the same whether or not they have been in the database
    assertThat(Findings.canonical(Findings.write(findings())))
        .isEqualTo(Findings.write(findings()));
  }

  /** A text of nothing but what a rule looks for, in every part: 2,000 places at least. */
  @Test
  void ofAHostileTextAreNotMuchLongerThanOfAnyOther() {
    for (String words :
        List.of(
            "2019年度，2018年1月1日至2018年12月31日。",
            "收到申请5件。",
            "主动公开信息3条，其中网站1条、微信1条、微博2条。",
            "张三，身份证号110101199003077539，电话13812345678。",
            "机密★10年。秘密★",
            "XX年××局（此处填写）",
            "收取信息处理费12元。",
            "行政复议7件，行政诉讼8件。",
            "网站发布12条，")) {
      ObjectNode report = Samples.report(2022, "");
      ObjectNode narrative = report.putObject("narrative");
      String text = words.repeat(20_000 / words.length());
      FORMS.inForce(2022).narrative().stream()
          .filter(part -> part.role().isText())
          .forEach(part -> narrative.put(part.id(), text));
      List<Finding> found = new Checks(FORMS).check(Samples.READER.read(report));
      assertThat(Findings.write(found).length()).as(words).isLessThan(400_000);
      assertThat(Findings.read(Findings.write(found))).isEqualTo(found);
    }
  }

  @Test
  void keepTwoHundredPlacesAndCountTheOthers() {
    ObjectNode report = Samples.report(2022, "");
    report.putObject("narrative").put("overview", "电话13812345678。".repeat(250));
    Finding secret =
        new Checks(FORMS)
            .check(Samples.READER.read(report)).stream()
                .filter(f -> f.kind() == FindingKind.PRIVATE)
                .findFirst()
                .orElseThrow();
    assertThat(secret.cells()).hasSize(200);
    assertThat(secret.more()).isEqualTo(50);
    assertThat(FindingView.of(secret, FORMS, Language.ZH).more()).isEqualTo(50);
  }

  @Test
  void areStoredWithoutWords() {
    assertThat(Findings.write(findings())).isASCII().doesNotContain("message", "E+");
  }

  @Test
  void areShownAsTheDesignSays() throws Exception {
    Finding sum =
        findings().stream().filter(f -> f.rule().equals("T4-SUM")).findFirst().orElseThrow();
    ObjectMapper mapper = JsonSettings.strict(new ObjectMapper());
    String json = mapper.writeValueAsString(FindingView.of(sum, FORMS, Language.EN));
    assertThat(json)
        .contains("\"rule\":\"T4-SUM\",\"version\":1,\"severity\":\"error\"")
        .contains(
            "{\"path\":\"contests.reconsideration.upheld\","
                + "\"label\":\"Administrative reconsideration / Upheld\",\"stated\":60}")
        .contains("\"left\":60,\"right\":100,\"difference\":-40");
  }

  @Test
  void showABlankCellAsNull() throws Exception {
    Finding blank =
        findings().stream().filter(f -> f.rule().equals("BLANK")).findFirst().orElseThrow();
    String json = new ObjectMapper().writeValueAsString(FindingView.of(blank, FORMS, Language.ZH));
    assertThat(json).contains("\"stated\":null").doesNotContain("\"left\"");
  }

  /**
   * Every kind of finding, of a rule that is in no file any more and of an edition that is gone.
   */
  @Test
  void outliveTheirRules() {
    List<Finding> all = new ArrayList<>(findings());
    String inDoubt = "'contests': {'reconsideration': {'upheld': 60, 'total': 100}}";
    all.addAll(new Checks(FORMS).check(Samples.content(2022, inDoubt)));
    for (Form form : FORMS.all()) {
      for (Rule rule : form.rules()) {
        all.addAll(Examples.found(rule.examples().failing()));
      }
    }
    all.addAll(ofAMerger());
    all.addAll(ofAFormerName());
    String heading = "'narrative': {'headings': {'contests': '五、存在的主要问题及改进情况'}}";
    all.addAll(new Checks(FORMS).check(Samples.content(2022, heading)));
    all.add(ofAPublication());
    String twice = "'narrative': {'overview': '全年共制发规范性文件4件。全年共制发规范性文件5件。'}";
    all.addAll(new Checks(FORMS).check(Samples.content(2022, twice)));
    String answered =
        "'narrative': {'overview': '依申请公开办结率100%。'},"
            + " 'applications': {'carriedForward': {'total': 2}}";
    all.addAll(new Checks(FORMS, new Claims(FORMS)).check(Samples.content(2022, answered)));
    assertThat(all).extracting(Finding::kind).contains(FindingKind.values());
    for (Finding finding : all) {
      for (Language language : Language.values()) {
        FindingView now = FindingView.of(finding, FORMS, language);
        for (String edition : List.of(finding.edition(), "1999")) {
          FindingView then = FindingView.of(of("GONE", edition, finding), FORMS, language);
          assertThat(then.message()).isNotBlank().doesNotContain("%s");
          assertThat(then.basis()).isNull();
          assertThat(then.hint()).isNull();
          assertThat(then.cells()).hasSameSizeAs(now.cells());
        }
      }
    }
  }

  /** Nobody counts the rows of a list to know which channel is meant. */
  @Test
  void nameTheChannelOfPublications() {
    List<Finding> found =
        new Checks(FORMS)
            .check(
                Samples.content(
                    2022,
                    "'narrative': {'overview': '全年通过政务微博公开信息54条。'}, 'publications': {'channels': ["
                        + "{'channel': 'website', 'count': null, 'unit': 'item'},"
                        + "{'channel': 'wechat', 'count': '若干', 'unit': 'item'},"
                        + "{'channel': 'weibo', 'count': 45, 'unit': 'item'},"
                        + "{'channel': 'app', 'count': {'value': 3, 'remark': '电话13812345678'},"
                        + " 'unit': 'item'}], 'total': {'count': '多', 'unit': 'item'}}"));
    List<String> named = List.of("政府网站", "政务微信", "政务微博", "政务客户端", "总数");
    List<String> namedInEnglish =
        List.of("Government website", "WeChat account", "Weibo account", "Government app", "total");
    List<Finding> ofPublications =
        found.stream()
            .filter(f -> f.cells().stream().anyMatch(c -> c.path().startsWith("publications.")))
            .toList();
    assertThat(ofPublications).hasSize(named.size());
    for (Finding finding : Findings.read(Findings.write(ofPublications))) {
      FindingView zh = FindingView.of(finding, FORMS, Language.ZH);
      FindingView en = FindingView.of(finding, FORMS, Language.EN);
      String path = finding.cells().getLast().path();
      int at = path.contains("[") ? path.charAt(path.indexOf('[') + 1) - '0' : 4;
      assertThat(zh.message()).contains("信息发布渠道 / " + named.get(at));
      assertThat(en.message()).contains("Channels of publication / " + namedInEnglish.get(at));
      assertThat(zh.cells().getLast().label()).isEqualTo("信息发布渠道 / " + named.get(at));
    }
  }

  /** One that was kept before its channel was. */
  @Test
  void nameAnEntryByItsPlaceWhereTheChannelIsNotKnown() {
    CellState cell = new CellState("publications.channels[1].count", null, null);
    Finding finding =
        new Finding(
            "INT",
            1,
            "2021",
            Severity.ERROR,
            FindingKind.MALFORMED,
            "publications",
            cell.path(),
            List.of(CellState.of(cell.path(), new Figure.Blank())),
            null,
            null);
    assertThat(FindingView.of(finding, FORMS, Language.ZH).message()).startsWith("信息发布渠道 / 第 2 项：");
  }

  @Test
  void printNumbersOfATextAsItDoes() {
    String text = "共征集意见411条，其中网上提出357条，占68.90%%。收到来信%s。";
    assertThat(ofText(text.formatted("41件，比上年（38件）增长8.9%")))
        .anySatisfy(m -> assertThat(m).contains("写的是 68.90%（", "应为 86.86%。"))
        .anySatisfy(m -> assertThat(m).contains("写的是 8.9%（", "应为 7.9%。"));
    assertThat(ofText(text.formatted("80件，是上年（38件）的3倍")))
        .anySatisfy(m -> assertThat(m).contains("写的是 68.90%（"));
    assertThat(ofText(text.formatted("41件，比上年（38件）增加4件")))
        .anySatisfy(m -> assertThat(m).contains("写的是 4（", "应为 3。"));
    assertThat(ofText("予以公开占45.0%，不予公开占33.2%，其他占20.5%。"))
        .anySatisfy(m -> assertThat(m).contains("总数 100%，所列合计 98.7%，相差 1.3 个百分点"));
  }

  private static List<String> ofText(String text) {
    Content content = Samples.content(2022, "'narrative': {'overview': '" + text + "'}");
    return new Checks(FORMS, new Claims(FORMS))
        .check(content).stream().map(f -> FindingView.of(f, FORMS, Language.ZH).message()).toList();
  }

  private static List<Finding> ofAFormerName() {
    String former = "威海市环翠区经济和信息化局";
    NameChecks names = new NameChecks(FORMS);
    Reporter reporter = new Reporter("威海市环翠区工业和信息化局", OrganKind.DEPARTMENT, RegionLevel.DISTRICT);
    Content signed = Samples.content(2021, "'narrative': {'signature': {'name': '环翠区经信局'}}");
    List<Finding> findings = new ArrayList<>(named(names, signed, reporter, former));
    Content other = Samples.content(2021, "'narrative': {'signature': {'name': '环翠区林业局'}}");
    findings.addAll(named(names, other, reporter, former));
    return findings;
  }

  private static List<Finding> named(
      NameChecks names, Content content, Reporter reporter, String former) {
    return names.check(
        content,
        names.foreign(content, reporter),
        List.of(reporter.name(), former),
        List.of(former),
        List.of());
  }

  /** What is found where a file is held against what is stored, by no rule of the form. */
  private static Finding ofAPublication() {
    String path = "applications.received.total";
    return new Finding(
        "PUB-DIFF",
        1,
        "2021",
        Severity.WARNING,
        FindingKind.PUBLISHED_DIFFERS,
        "applications",
        "published",
        List.of(CellState.of(path, new Figure.Blank())),
        null,
        null);
  }

  private static List<Finding> ofAMerger() {
    Content seven = Samples.content(2021, "'applications': {'carriedForward': {'total': 7}}");
    List<Finding> findings = new ArrayList<>();
    for (int over : new int[] {1, 7, 15}) {
      Content now =
          Samples.content(2022, "'applications': {'carriedOver': {'total': " + over + "}}");
      for (Content last : Arrays.asList(seven, null)) {
        findings.addAll(
            new YearChecks(FORMS).check(seven, List.of(new Merged("B-1", null, last)), now));
      }
    }
    return findings;
  }

  @Test
  void areWordedWithTheIdOfARuleThatIsGone() {
    Finding sum =
        findings().stream().filter(f -> f.rule().equals("T4-SUM")).findFirst().orElseThrow();
    assertThat(FindingView.of(of("T9-OLD", "2021", sum), FORMS, Language.ZH).message())
        .isEqualTo("行政复议：“T9-OLD”不成立：左边 60，右边 100，相差 −40。");
    assertThat(FindingView.of(of("T9-OLD", "1999", sum), FORMS, Language.EN).message())
        .startsWith("Administrative reconsideration: \"T9-OLD\" does not hold");
  }

  @Test
  void areWordedWhereNoEditionHasTheirPlace() {
    Finding sum =
        findings().stream().filter(f -> f.rule().equals("T4-SUM")).findFirst().orElseThrow();
    Finding elsewhere =
        new Finding(
            sum.rule(),
            9,
            "1999",
            sum.severity(),
            sum.kind(),
            "hearings",
            "hearings.public",
            List.of(new CellState("hearings.public.total", null, null)),
            sum.left(),
            sum.right());
    FindingView view = FindingView.of(elsewhere, FORMS, Language.ZH);
    assertThat(view.message()).startsWith("hearings.public：“T4-SUM”");
    assertThat(view.cells().getFirst().label()).isEqualTo("hearings.public.total");
  }

  private static Finding of(String rule, String edition, Finding as) {
    return new Finding(
        rule,
        as.version(),
        edition,
        as.severity(),
        as.kind(),
        as.section(),
        as.place(),
        as.cells(),
        as.left(),
        as.right(),
        as.suggestion(),
        as.possible(),
        null,
        as.unit());
  }
}
