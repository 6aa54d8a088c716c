package org.gongkai.problem;

import java.util.Locale;
import java.util.Optional;

/**
 * Every problem that the service answers with. A client may rely on code and status; titles and
 * descriptions are for people.
 */
public enum ProblemType {
  INVALID_REQUEST(
      400,
      new Text("请求有误", "Invalid request"),
      new Text(
          "请求的内容、参数或请求头不符合接口约定；violations 逐条指出位置和原因。",
          "Body, parameters or headers are not what the interface takes; violations name each"
              + " place and reason.")),
  MALFORMED_JSON(
      400,
      new Text("JSON 无法解析", "Malformed JSON"),
      new Text(
          "请求体不是合法的 JSON（RFC 8259、RFC 7493）：语法错误、重复的键、过深的嵌套、非 UTF-8 字符或超出范围的数字。",
          "The body is no JSON as RFC 8259 and RFC 7493 want it: a syntax error, a duplicate key,"
              + " too deep a nesting, no UTF-8, or a number that JSON cannot exchange exactly.")),
  UNAUTHENTICATED(
      401,
      new Text("未认证", "Not authenticated"),
      new Text(
          "缺少密钥或令牌，或者其无效、已过期、已撤销。请在 X-API-Key 请求头中提供有效密钥，或在 Authorization: Bearer 中提供令牌。",
          "There is no key or token, or it is unknown, expired or revoked. Send a valid key in the"
              + " header X-API-Key, or a token as Authorization: Bearer.")),
  FORBIDDEN(
      403,
      new Text("无权操作", "Not permitted"),
      new Text(
          "调用者的角色、行政机关或行政区划不允许此项操作。",
          "The role, organ or region of the caller does not permit this.")),
  NOT_FOUND(
      404,
      new Text("未找到", "Not found"),
      new Text("没有这个地址或者这项内容。", "There is nothing at this address.")),
  NOTHING_TO_RECONCILE(
      404,
      new Text("没有可核对的政府年报", "Nothing to reconcile"),
      new Text(
          "该地区的政府在该年度没有此范围（level 本级或 area 全区域）、此口径的年度报告，无从与汇总核对。",
          "The government of this region has no report of this year, scope (level or area) and"
              + " basis that the rollup of its organs could be compared with.")),
  METHOD_NOT_ALLOWED(
      405,
      new Text("不支持的方法", "Method not allowed"),
      new Text("该地址不支持这个 HTTP 方法。", "This address does not take this HTTP method.")),
  NOT_ACCEPTABLE(
      406,
      new Text("无法提供所要求的格式", "Not acceptable"),
      new Text("该地址不提供所要求的表示格式。", "This address has no such representation.")),
  REQUEST_TIMEOUT(
      408,
      new Text("请求体发送过慢", "Body too slow"),
      new Text(
          "请求体中断过久，或者总体发送过慢，服务不再等待；请检查网络后重新发送。",
          "The body paused too long, or came too slowly on the whole, and is no longer waited for;"
              + " look at the network, then send it again.")),
  CONFLICT(
      409,
      new Text("与现有数据冲突", "Conflict"),
      new Text(
          "请求与已有数据冲突，或与另一个同时进行的请求冲突；请重新读取后再试。",
          "The request conflicts with what is stored, or with another one at the same moment; read"
              + " again and retry.")),
  REPORT_EXISTS(
      409,
      new Text("年度报告已存在", "Report exists"),
      new Text(
          "该行政机关该年度、该范围的报告已经存在；请按 Location 所指地址更正。",
          "The organ has filed for this year and scope already; correct the report that Location"
              + " names.")),
  STATE_CONFLICT(
      409,
      new Text("当前状态不允许此操作", "Not possible in this state"),
      new Text("当前状态不允许此项操作。", "The state that this is in does not allow it.")),
  REQUEST_IN_FLIGHT(
      409,
      new Text("相同的请求正在处理", "Request in flight"),
      new Text(
          "使用同一 Idempotency-Key 的请求正在处理；请稍后重试，届时将得到同样的答复。",
          "A request with the same Idempotency-Key is being carried out; retry in a moment and get"
              + " its answer.")),
  REPORT_HIDDEN(
      410,
      new Text("报告已停止公布", "Report hidden"),
      new Text(
          "该报告曾经公布，现已由主管部门停止公布；reason 为理由。",
          "The report was public and an office has taken it back; reason says why.")),
  STALE_ETAG(
      412,
      new Text("内容已被更新", "Changed in the meantime"),
      new Text(
          "If-Match 与当前版本不符：此后已有新的修订。请重新读取后再更正。",
          "If-Match does not name the current revision: there is a newer one. Read it, then correct"
              + " that.")),
  PAYLOAD_TOO_LARGE(
      413,
      new Text("请求体过大", "Body too large"),
      new Text("请求体超过允许的大小。", "The body is larger than the service takes.")),
  URI_TOO_LONG(
      414,
      new Text("地址过长", "Address too long"),
      new Text("请求的地址超过允许的长度。", "The address is longer than the service takes.")),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      new Text("不支持的内容类型", "Unsupported media type"),
      new Text("该地址不接受这种 Content-Type。", "This address does not take this Content-Type.")),
  FIGURES_INCONSISTENT(
      422,
      new Text("数据不符合勾稽关系", "Figures inconsistent"),
      new Text(
          "报告未通过硬性校验，未提交；findings 逐条指出有误的单元格。可用 ?state=draft 存为草稿。",
          "The report breaks hard rules and was not submitted; findings name the cells. With"
              + " ?state=draft it is kept as a draft.")),
  UNKNOWN_ORGAN(
      422,
      new Text("行政机关未登记", "Unknown organ"),
      new Text(
          "该代码的行政机关没有登记，或者在该年度不存在。",
          "No organ is registered under this code, or it did not exist in that year.")),
  YEAR_NOT_OVER(
      422,
      new Text("报告年度尚未结束", "Year not over"),
      new Text(
          "年度报告报告的是已经结束的年度：晚于本年的不接受，本年的在年度终了前只能存为草稿；年内撤销或合并的机关除外。",
          "A report is of a year that is over: one of a later year than this one is not taken, and one"
              + " of this year only as a draft until the year ends, unless the organ is closed in"
              + " it.")),
  SCOPE_NOT_OPEN(
      422,
      new Text("该机关不提交此范围的报告", "Scope not open to the organ"),
      new Text(
          "只有人民政府、其办公厅（室）和开发区管理委员会提交本级（level）或全区域（area）的报告。",
          "Only a people's government, its general office and a zone's committee file a report of scope"
              + " level or area.")),
  UNKNOWN_REGION(
      422,
      new Text("行政区划未登记", "Unknown region"),
      new Text("没有该代码的行政区划。", "No region is registered under this code.")),
  IDEMPOTENCY_KEY_REUSED(
      422,
      new Text("Idempotency-Key 已用于其他请求", "Idempotency-Key reused"),
      new Text(
          "该 Idempotency-Key 已用于另一个请求；每个请求须使用新的值。",
          "This Idempotency-Key named another request; use a new one for each request.")),
  IMPORT_REFUSED(
      422,
      new Text("导入被拒绝", "Import refused"),
      new Text(
          "导入文件中有错误的行，未导入任何内容；violations 逐行列出。可用 ?partial=true 只导入正确的行。",
          "Lines of the file are wrong and nothing was taken; violations list them line by line."
              + " With ?partial=true the good lines are taken.")),
  UNREADABLE_FILE(
      422,
      new Text("文件无法读取", "Unreadable file"),
      new Text(
          "文件不能完整、确定地读取，未采用其中任何内容；reason 为原因代码：unknown-kind 不是可读取的类型，broken 损坏，encrypted"
              + " 已加密，scanned 只有图像没有文字，no-lines 表格没有框线，unknown-signs"
              + " 字体没有说明是什么字，no-report 没有找到年度报告的内容，too-large"
              + " 过大，too-slow 未能及时读完，reader-ended 读取进程中途结束。",
          "The file cannot be read wholly and for sure, and nothing of it was taken; reason is a code:"
              + " unknown-kind, broken, encrypted, scanned (pictures without text), no-lines (tables"
              + " without lines), unknown-signs (fonts that do not say their signs), no-report (nothing"
              + " of a report in it), too-large, too-slow, reader-ended (what read it has ended in the"
              + " midst).")),
  ANSWER_TOO_LARGE(
      422,
      new Text("答复过大", "Answer too large"),
      new Text(
          "所要求的答复超过服务所能生成的大小；请缩小地区或年度范围，或者改用 format=csv。",
          "The answer would be larger than the service makes; ask for fewer regions or years, or for"
              + " format=csv.")),
  RULE_FILE_INVALID(
      422,
      new Text("规则文件有误", "Rule file invalid"),
      new Text(
          "规则文件无法解析、自相矛盾，或与现行版本的表格不一致；判断方法有改动的规则须使用新的 version。violations 指出文件中的位置。",
          "The rule file cannot be parsed, contradicts itself, or has other cells than the edition"
              + " in force; a rule that decides otherwise needs another version. violations name"
              + " the place in the file.")),
  PRECONDITION_REQUIRED(
      428,
      new Text("缺少 If-Match", "If-Match required"),
      new Text(
          "更正报告须在 If-Match 中给出所依据版本的 ETag，以免覆盖他人的修改。",
          "A correction names the revision that it is made from, by its ETag in If-Match, lest it"
              + " overwrites another's.")),
  TOO_MANY_REQUESTS(
      429,
      new Text("请求过于频繁", "Too many requests"),
      new Text(
          "一分钟内或者同时进行的请求数超过限额；请在 Retry-After 所给的秒数之后再试。",
          "More requests than are allowed in a minute, or at once; try again after as many seconds"
              + " as Retry-After says.")),
  HEADERS_TOO_LARGE(
      431,
      new Text("请求头过大", "Headers too large"),
      new Text("请求头超过允许的大小。", "The headers are larger than the service takes.")),
  INTERNAL_ERROR(
      500,
      new Text("服务内部错误", "Internal error"),
      new Text(
          "服务出错，数据未改变；请把 incident 编号告知运维人员。",
          "The service failed and nothing was changed; tell the operator the incident number.")),
  NO_FONT(
      503,
      new Text("没有可用的中文字体", "No Chinese font"),
      new Text(
          "服务所在的机器没有可用的中文字体，无法生成 PDF；请管理员安装字体或指定字体文件，其间可改用其他格式。",
          "The machine has no Chinese font that a PDF could be made with; the operator installs one or"
              + " names a file. Other formats need none.")),
  SERVICE_UNAVAILABLE(
      503,
      new Text("服务暂不可用", "Service unavailable"),
      new Text(
          "服务或数据库过忙、数据库暂时无法访问、未能及时完成，或等待处理的变更过多；数据未改变，请在 Retry-After 所给的秒数之后再试。",
          "The service or its database is too busy, the database cannot be reached or did not"
              + " finish in time, or too many changes wait to be worked off; nothing was changed,"
              + " try again after as many seconds as Retry-After says.")),
  INSUFFICIENT_STORAGE(
      507,
      new Text("存储空间不足", "Insufficient storage"),
      new Text(
          "服务所在机器的磁盘空间将尽，暂不接收新的内容；数据未改变，读取不受影响。请管理员腾出空间，之后无需重启，可重新发送。",
          "The disk is nearly full, and nothing new is taken; nothing was changed, and reading goes on."
              + " The operator makes room; then, without a restart, the same can be sent again."));

  private final int status;
  private final Text title;
  private final Text description;

  ProblemType(int status, Text title, Text description) {
    this.status = status;
    this.title = title;
    this.description = description;
  }

  /** The stable code, also the last part of the problem's {@code type}: {@code report-exists}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public Text title() {
    return title;
  }

  public Text description() {
    return description;
  }

  static Optional<ProblemType> ofCode(String code) {
    for (ProblemType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The problem that says what a bare HTTP status says; 400 for a 4xx that has no own. */
  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> REQUEST_TIMEOUT;
      case 409 -> CONFLICT;
      case 412 -> STALE_ETAG;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> SERVICE_UNAVAILABLE;
      case 507 -> INSUFFICIENT_STORAGE;
      default -> status >= 400 && status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    };
  }
}
