package org.gongkai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.form.Samples.FORMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gongkai.finding.Finding;
import org.gongkai.form.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in texts: fine up to an item that makes the total, wrong where nothing can. */
class ListsInTextTest {

  private static final Checks CHECKS = new Checks(FORMS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共征集意见40条，其中企业12条、居民20条、其他9条。",
        "共征集意见40条。其中，企业12条、居民20条、其它7条。",
        "共征集意见40条，包括企业12条、居民20条。",
        "共征集意见40条，具体包括企业12条、居民29条。",
        "共征集意见40条，其中企业32条、居民20条。",
        "共征集意见40条，其中企业32条、居民32条。",
        "共公开信息29条，包括领导类1条、机构类2条、规划类1条、预算类2条、采购类1条、教育类2条、卫生类3条、就业类4条、救助类1条、住房类2条、环保类3条、安全类2条、处罚类3条、年报1条。",
        "共征集意见40条，其中企业50条、居民2条。",
        "共征集意见40条（含企业30条、居民20条）。",
        "共征集意见40条，分为企业12条、居民20条。",
        "共发布信息40条，其中网站12条、微信20条、其他平台6条。",
        "共答复40件，其中予以公开12件、部分公开2件、不予公开3件、无法提供9件、不予处理4件、其他处理6件。"
      })
  void aListThatCannotMakeItsTotalIsWrong(String text) {
    assertThat(sums(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "共征集意见40条，其中企业12条、居民20条、其他8条。",
        "共征集意见40条，其中企业12条、居民20条。",
        "共征集意见40条，其中网上30条、信函10条，企业12条、居民28条。",
        "共征集意见40条，其中企业12条、居民28条、外地5条。",
        "共征集意见40条，其中企业12条、居民20余条、其他20条。",
        "共征集意见40条，其中企业12条、居民28条，召开座谈会3次。",
        "共发布信息40条，其中网站32条、微信20条。",
        "共发布信息40条，包括网站32条、微信20条。",
        "共征集意见40条，比上年多9条，其中企业12条、居民20条。",
        "因政府信息公开提起诉讼6件，其中结果纠正1件，其他结果2件。",
        "因政府信息公开提起诉讼4件，其中直接起诉3件，结果维持2件，尚未审结1件。",
        "共答复申请40件，其中予以公开12件、其他处理6件。",
        "共收到申请40件，其中企业2件、其他组织6件。",
        "共征集意见40条，其中企业12条，比上年增加50条。",
        "办理简易案件28件，办理一般案件16件，其中处罚案件39件，其他案件5件。",
        "共征集意见96条，其中网上41条，其中企业28条、居民20条、外地55条。",
        "共征集意见40条，其中企业12条、居民20条、其他4条；外地4条。",
        "、、分别为12条、20条。",
        "共公开信息28条，包括领导类1条、机构类2条、规划类1条、预算类2条、采购类1条、教育类2条、卫生类3条、就业类4条、救助类1条、住房类2条、环保类3条、安全类2条、处罚类3条、年报1条。",
        "共征集意见40条，包括企业12条、居民20条、在市政务服务中心大厅现场和各街道便民服务站设置的意见箱里收到的8条。",
        "公开、不予公开分别为1件、2件、分别为3件、4件。"
      })
  void everyOtherListIsFine(String text) {
    assertThat(sums(text)).isEmpty();
  }

  private static List<Finding> sums(String text) {
    ObjectNode report = Samples.report(2021, "");
    report.putObject("narrative").put("overview", text).put("problems", "公开内容有待进一步完善。");
    return CHECKS.check(Samples.READER.read(report)).stream()
        .filter(finding -> finding.rule().equals("TEXT-SUM"))
        .toList();
  }
}
