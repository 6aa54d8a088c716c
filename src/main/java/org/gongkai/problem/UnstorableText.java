package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text of a JSON body that neither the database nor another system could hold. */
public final class UnstorableText extends MismatchedInputException {

  private static final long serialVersionUID = 1L;

  /** What is said of it. */
  public static final Text WHY =
      new Text(
          "文本中含有 U+0000 或不成对的代理字符，无法保存和交换。",
          "The text has U+0000 or a lone surrogate, which can be neither stored nor exchanged.");

  /** What is said of a key, at the place of its object: the key itself cannot be named. */
  public static final Text KEY =
      new Text("此处有一个键含有 U+0000 或不成对的代理字符。", "A key here has U+0000 or a lone surrogate.");

  public UnstorableText(JsonParser parser) {
    super(parser, "not storable", String.class);
  }
}
