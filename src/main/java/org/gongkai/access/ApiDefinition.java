package org.gongkai.access;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The general part of the contract. The framework looks for it on a class of this kind. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Gongkai 公开",
            version = "1",
            description =
                """
                政府信息公开工作年度报告的填报、校验、留痕、汇总与发布接口。各机关提交年度报告，主管部门审核并按行政区划汇总，\
                统计与公众查询结果。报告的单元格以路径命名（如 `applications.received.naturalPerson`）；`null` 或缺省表示空白，\
                空白不等于 0；错误一律以 `application/problem+json`（RFC 9457）返回，浏览器直接打开接口地址时返回网页。

                Annual reports on open government information: filed, checked, kept revision by revision, added up along \
                the administrative hierarchy, and published. A cell of a report is named by its path, such as \
                `applications.received.naturalPerson`; `null` or absence is *blank*, which is not 0. Every refusal is \
                `application/problem+json` (RFC 9457), or a page where a browser was sent to the address; texts for people come in Chinese or English by `Accept-Language`, \
                codes are never translated.

                密钥放在请求头 `X-API-Key` 中；本单位身份提供方签发的令牌放在 `Authorization: Bearer` 中。 Send a key in the \
                header `X-API-Key`, or a token of the house's identity provider as `Authorization: Bearer`.

                每个调用者每分钟的请求数有限额：响应头 `RateLimit-Policy`、`RateLimit` 给出限额与余额，超出时为 429 和 `Retry-After`。 \
                Requests per caller and minute are limited: `RateLimit-Policy` and `RateLimit` say how many and how many are \
                left; above it the answer is 429 with `Retry-After`.

                由备用数据库读出的应答带响应头 `Gongkai-Staleness`，即内容可能落后的秒数。 \
                Answers that are read from a standby of the database say in `Gongkai-Staleness` by how many seconds they \
                may be behind.

                同一调用者同时进行的请求数也有限额（从请求头收到起，到应答发完止），超出时同样为 429 和 `Retry-After`；未持有效密钥的请求按来源地址计。 \
                So are its requests at once, from the head to the end of the answer: one too many is answered 429 with \
                `Retry-After`, too. Requests without a valid key are counted by their address.

                运维人员可开放公众查询（`GONGKAI_PUBLIC_READING`）：此时无需密钥即可读取已发布的内容，即口径为 `published` 的汇总、报告格式、\
                行政区划与机关、已发布的报告，按来源地址限速；其余接口不变。 Where the operator lets the public read \
                (`GONGKAI_PUBLIC_READING`), what is published needs no key: rollups of basis `published`, the forms, the \
                registry, published reports, limited by address; the operations say so. Everything else needs one as before.

                本文档未列出的查询参数、操作不接受的请求体一律以 400 拒绝，不会被忽略（`{}` 视同没有请求体）。请求体为 UTF-8，注明其他编码的以 415 拒绝；\
                CSV 还可为 GB18030。 What an operation does not have, be it a query parameter or a body, is refused with 400 and \
                never passed over; `{}` counts as no body. Bodies are in UTF-8, another charset is refused with 415; CSV may be \
                in GB18030 too.
                """,
            contact = @Contact(name = "Gongkai 公开"),
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    servers = @Server(url = "/", description = "This service / 本服务"),
    security = {
      @SecurityRequirement(name = "apiKey"),
      @SecurityRequirement(name = "bearer"),
    },
    tags = {
      @Tag(name = "forms", description = "The official form, edition by edition. / 报告格式。"),
      @Tag(name = "registry", description = "Regions and organs. / 行政区划与行政机关。"),
      @Tag(name = "reports", description = "Reports and their revisions. / 年度报告及其修订。"),
      @Tag(name = "rehearsals", description = "Rule files tried on stored reports. / 规则试运行。"),
      @Tag(name = "rollups", description = "Sums along the hierarchy, coverage. / 汇总与覆盖情况。"),
      @Tag(name = "changes", description = "What has changed, in order; webhooks. / 变更与推送。"),
      @Tag(name = "documents", description = "Reports read from and written as documents. / 文档。"),
      @Tag(name = "audit", description = "Who did what and when. / 操作留痕。"),
      @Tag(name = "keys", description = "Keys and callers. / 密钥与调用者。"),
      @Tag(name = "problems", description = "What callers get wrong. / 错误目录。")
    })
@SecurityScheme(
    securitySchemeName = "apiKey",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = KeyMechanism.HEADER,
    description =
        "A key, `gk_…`. `Authorization: Bearer gk_…` is taken too. / 密钥；也可用 Authorization: Bearer。")
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description =
        "A signed access token of the OpenID provider that the service is set up for, which says the"
            + " caller's role, organ and region in its claims. / 身份提供方（OpenID Connect）签发的令牌。")
public class ApiDefinition extends Application {}
