package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;

/**
 * What is wrong with a file, in Chinese: the author of a refused rule file reads the answer in
 * their own language, while the log of the start, which names file and place, has one language
 * only. Keys and codes are those of the file in both.
 */
final class FormErrorMessages {

  private record Phrase(Pattern english, String chinese) {}

  private static final List<Phrase> PHRASES = new ArrayList<>();

  /** Where something is written, behind what is wrong with it. */
  private static final Pattern WHERE = Pattern.compile(" \\((?:\\S+, )?line \\d+\\)$");

  static {
    say("stands twice", "出现两次");
    say("is missing", "缺失");
    say("are missing", "缺失");
    say("is blank", "为空白");
    say("of the file is missing", "缺失或不大于 0");
    say("is before firstYear", "早于 firstYear");
    say("is no id", "不是合法的标识");
    say("is used by no row", "没有任何行使用");
    say("has no kind", "没有 kind");
    say("has no severity", "没有 severity");
    say("has no version", "没有大于 0 的 version");
    say("has no relation", "没有 relation");
    say("has no examples", "没有正反示例");
    say("is a heading; use group", "不能是 heading；请用 group");
    say("has the name of the stated unit", "与填报的计量单位同名");
    say("prints its unit and asks it", "既印出单位又要求填报单位");
    say("names the unknown column %s", "所写的列 %s 不存在");
    say("names the unknown row %s", "所写的行 %s 不存在");
    say("names the unknown cell %s", "所写的单元格 %s 不存在");
    say("is about the unknown section %s", "所写的部分 %s 不存在");
    say("holds figures but stands over other rows", "填报数字，却位于其他行之上");
    say("is an empty heading", "是没有下级行的 heading");
    say("stands under no heading", "不在任何 heading 之下");
    say("has an entry without id", "中有一项没有 id");
    say("has an empty entry", "中有一项为空");
    say("lacks a text in zh or en", "缺少 zh 或 en 文字");
    say("one of relation %s is wanted", "relation 为 %s 的规则须恰有一条");
    say("wants a factor and a threshold", "须有 factor 和 threshold");
    say("wants a number of peers above 0, or none", "peers 须大于 0，或不写");
    say(
        "wants a factor, a threshold and a number of peers above 0",
        "须有 factor、threshold 和大于 0 的 peers");
    say(
        "wants a share above 0 and up to 1, and a shortest text",
        "share 须大于 0 且不超过 1，并须有 shortest");
    say("names no part of the text, or an unknown one", "没有写文字部分，或所写的部分不存在");
    say("holds for each row and does not say so", "对每一行适用，须写 each: row");
    say("names no row", "没有写行");
    say("is open to nobody", "没有对任何机关开放");
    say("does not say each row or each column", "没有写明 each 是 row 还是 column");
    say("lacks a side", "缺少等式的一边");
    say("lacks its left side", "缺少左边");
    say("is about one report and takes no term %s", "只看本年度的报告，不能有项 %s");
    say("is of relation %s, which takes no %s", "的 relation 为 %s，不能有 %s");
    say("is a plain sum, which takes no term %s", "是简单求和，不能有项 %s");
    say("has no term of last year", "没有上年的项，或不应有");
    say("no rule adds exactly the leaf columns", "没有规则恰好把各末级列相加");
    say("no rule adds exactly the leaf rows", "没有规则恰好把各末级行相加");
    say("%s is not in force", "%s 不在施行中");
    say("was changed but is still version %s", "已改动，version 却仍为 %s");
    say(
        "%sis not in the edition in force: only rules and labels may differ from it",
        "%s不在施行的版本中：与其不同的只能是规则和名称");
    say(
        "%sis missing or of another kind: only rules and labels may differ from it",
        "%s缺失或类型不同：与施行版本不同的只能是规则和名称");
    say("rows or columns stand in another order", "行或列的次序与施行版本不同");
    say("the newest edition must be in force", "最新的版本必须在施行中");
    say("does not follow the lastYear of %s", "与 %s 版的 lastYear 不相接");
    say("are not those of %s", "与 %s 版的不同");
    say("has a name that a report uses otherwise", "的名称在报告中另有用途");
    say("is of another kind, role or unit than in an older edition", "的 kind、role 或单位与较早版本不同");
    say("the file is empty", "文件为空");
    say("the file is not UTF-8", "文件不是 UTF-8");
    say("the file is too long, or a number is too large", "文件过长，或有数字过大");
    say("%s: a second document; one is wanted", "%s：有第二个 YAML 文档；只能有一个");
    say("%s: an alias (*); write it out", "%s：有别名（*）；请写出全文");
    say("is an unknown key", "是未知的键");
    say("is of the wrong type", "类型不符");
    say("is not as it must be", "不合要求");
    say("is none of %s", "不是以下之一：%s");
    say("takes %s, which is not in %s", "所引用的 %s 不在 %s 中");
    say("names no file that can be included", "不是可以引用的文件名");
    say("names the unknown file %s", "所写的文件 %s 不存在");
    say("stands in a file that is included", "不能写在被引用的文件中");
    say("is no text or number", "不是文字或数字");
    say("has no value for %s", "中的 %s 没有对应的值");
    say("%s: an object is wanted", "%s：须为对象");
    say("%s: nested too deep, or a name, text or number is too long", "%s：嵌套过深，或名称、文字、数字过长");
    say("%s: no YAML", "%s：不是合法的 YAML");
    say("%s: Duplicate field '%s'", "%s：键“%s”出现两次");
    // in the parser's own words
    say("line %s, column %s: %s", "第 %s 行第 %s 列：不是合法的 YAML（%s）");
  }

  private FormErrorMessages() {}

  private static void say(String english, String chinese) {
    StringBuilder pattern = new StringBuilder();
    String[] parts = english.split("%s", -1);
    for (int i = 0; i < parts.length; i++) {
      pattern.append(i == 0 ? "" : "(.*)").append(Pattern.quote(parts[i]));
    }
    PHRASES.add(new Phrase(Pattern.compile(pattern.toString(), Pattern.DOTALL), chinese));
  }

  /** Both languages, without the place, which is told beside it. */
  static Text of(String place, String what) {
    String whole = withoutPlace(place, what);
    Matcher where = WHERE.matcher(whole);
    String english = where.find() ? whole.substring(0, where.start()) : whole;
    String chineseWhere = inChinese(whole.substring(english.length()));
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.english().matcher(english);
      if (matcher.matches()) {
        Object[] said = new Object[matcher.groupCount()];
        for (int i = 0; i < said.length; i++) {
          said[i] = inChinese(matcher.group(i + 1));
        }
        String chinese = phrase.chinese().formatted(said);
        return new Text("规则文件有误：" + chinese + chineseWhere + "。", whole + ".");
      }
    }
    return new Text("规则文件有误：" + inChinese(whole), whole);
  }

  private static String withoutPlace(String place, String what) {
    String rest = what.startsWith(place) ? what.substring(place.length()) : what;
    String stripped = rest.replaceFirst("^[:\\s]+", "");
    return stripped.isEmpty() ? what : stripped;
  }

  private static String inChinese(String said) {
    return said.replaceAll(" ?\\((\\S+), line (\\d+)\\)", "（$1 第 $2 行）")
        .replaceAll("\\bline (\\d+), column (\\d+)", "第 $1 行第 $2 列")
        .replaceAll(" ?\\(line (\\d+)\\)", "（第 $1 行）")
        .replaceAll("\\bline (\\d+)", "第 $1 行");
  }
}
