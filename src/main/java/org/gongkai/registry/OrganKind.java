package org.gongkai.registry;

import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** What kind of body an organ is. Not the level of its region. */
public enum OrganKind implements WireCode {
  PEOPLE_GOVERNMENT("people-government", "人民政府", "People's government"),
  GENERAL_OFFICE("general-office", "人民政府办公厅（室）", "General office of a government"),
  DEPARTMENT("department", "人民政府工作部门", "Government department"),
  VERTICAL_ORGAN("vertical-organ", "垂直管理部门", "Vertically managed organ"),
  DISPATCHED_OFFICE("dispatched-office", "派出机关（街道办事处）", "Dispatched office (street office)"),
  ZONE_COMMITTEE("zone-committee", "开发区管理委员会", "Development zone committee"),
  TOWNSHIP_GOVERNMENT("township-government", "乡镇人民政府", "Township government"),
  AUTHORISED_ORGANISATION(
      "authorised-organisation",
      "法律、法规授权的具有管理公共事务职能的组织",
      "Organisation authorised by law to administer public affairs"),
  PUBLIC_INSTITUTION("public-institution", "事业单位", "Public institution"),
  PARTY_ORGAN("party-organ", "党的机关", "Party organ");

  private final String code;
  private final Text label;

  OrganKind(String code, String zh, String en) {
    this.code = code;
    this.label = new Text(zh, en);
  }

  @Override
  public String code() {
    return code;
  }

  public Text label() {
    return label;
  }
}
