package org.gongkai.registry;

import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.CodeColumn;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** What kind of body an organ is. Not the level of its region. */
@Schema(
    name = "OrganKind",
    description =
        "Kind of organ; not the level of its region. / 机关类型（不是行政区划级别）。 people-government 人民政府,"
            + " general-office 办公厅（室）, department 工作部门, vertical-organ 垂直管理部门, dispatched-office"
            + " 派出机关（街道办事处）, zone-committee 开发区管理委员会, township-government 乡镇人民政府,"
            + " authorised-organisation 法律、法规授权的组织, public-institution 事业单位, party-organ 党的机关.")
public enum OrganKind implements WireCode {
  PEOPLE_GOVERNMENT("people-government", "人民政府", "People's government", "县级以上人民政府"),
  GENERAL_OFFICE(
      "general-office",
      "人民政府办公厅（室）",
      "General office of a government",
      "政府办公厅",
      "政府办公室",
      "人民政府办公厅",
      "人民政府办公室",
      "办公厅（室）"),
  DEPARTMENT("department", "人民政府工作部门", "Government department", "政府工作部门", "工作部门", "政府部门", "部门"),
  VERTICAL_ORGAN(
      "vertical-organ", "垂直管理部门", "Vertically managed organ", "垂直管理机关", "垂直管理单位", "垂管部门", "垂管单位"),
  DISPATCHED_OFFICE(
      "dispatched-office",
      "派出机关（街道办事处）",
      "Dispatched office (street office)",
      "派出机关",
      "街道办事处",
      "街道办",
      "街道"),
  ZONE_COMMITTEE(
      "zone-committee", "开发区管理委员会", "Development zone committee", "开发区管委会", "管理委员会", "管委会", "开发区"),
  TOWNSHIP_GOVERNMENT(
      "township-government",
      "乡镇人民政府",
      "Township government",
      "乡镇政府",
      "乡人民政府",
      "镇人民政府",
      "乡政府",
      "镇政府",
      "乡镇"),
  AUTHORISED_ORGANISATION(
      "authorised-organisation",
      "法律、法规授权的具有管理公共事务职能的组织",
      "Organisation authorised by law to administer public affairs",
      "法律、法规授权的组织",
      "法律法规授权组织",
      "授权组织"),
  PUBLIC_INSTITUTION("public-institution", "事业单位", "Public institution"),
  PARTY_ORGAN("party-organ", "党的机关", "Party organ", "党委机关", "党委部门", "党委工作部门");

  private final String code;
  private final Text label;
  private final List<String> words;

  /**
   * A kind.
   *
   * @param others what else it is called in Chinese
   */
  OrganKind(String code, String zh, String en, String... others) {
    this.code = code;
    this.label = new Text(zh, en);
    this.words = Stream.concat(Stream.of(zh), Stream.of(others)).toList();
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether its reports can give figures of others: of a level or an area. */
  public boolean speaksForOthers() {
    return this == PEOPLE_GOVERNMENT || this == GENERAL_OFFICE || this == ZONE_COMMITTEE;
  }

  public Text label() {
    return label;
  }

  /** What it is called in Chinese tables. */
  List<String> words() {
    return words;
  }

  /** How a kind is kept. */
  @Converter
  static class OrganKindColumn extends CodeColumn<OrganKind> {

    OrganKindColumn() {
      super(OrganKind.class);
    }
  }
}
