package org.gongkai.registry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.platform.Parameters;
import org.gongkai.problem.Text;
import org.gongkai.problem.WireCode;

/** What kind of body an organ is. Not the level of its region. */
@Schema(
    name = "OrganKind",
    description =
        "Kind of organ; not the level of its region. / 机关类型（不是行政区划级别）。 people-government 人民政府, general-office"
            + " 办公厅（室）, department 工作部门, vertical-organ 垂直管理部门, dispatched-office 派出机关（街道办事处）,"
            + " zone-committee 开发区管理委员会, township-government 乡镇人民政府, authorised-organisation"
            + " 法律、法规授权的组织, public-institution 事业单位, party-organ 党的机关.")
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

  /** Keeps kinds by their code, not by their Java name. */
  @Converter
  static class OrganKindColumn implements AttributeConverter<OrganKind, String> {

    @Override
    public String convertToDatabaseColumn(OrganKind kind) {
      return kind == null ? null : kind.code();
    }

    @Override
    public OrganKind convertToEntityAttribute(String code) {
      return code == null ? null : Parameters.choice(code, OrganKind.class).orElseThrow();
    }
  }
}
