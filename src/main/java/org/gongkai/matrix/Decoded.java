package org.gongkai.matrix;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.Text;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Text out of bytes. What a file says of its encoding is believed only where its bytes agree: pages
 * that say UTF-8 and are GBK are common.
 *
 * @param notice where signs were lost, and how many; null where none was
 */
record Decoded(String text, @Nullable Text notice) {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final int HEAD = 4_096;

  /** One sign in so many may be lost, as where a page was cut or patched; more is another file. */
  private static final int LOST_ONE_IN = 200;

  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)");

  /** Where a page says what it is. */
  private static final int BEGINNING = 1 << 16;

  String head() {
    return text.substring(0, Math.min(BEGINNING, text.length()));
  }

  static Decoded of(byte[] bytes) throws UnreadableFile {
    return of(bytes, null);
  }

  /**
   * @param said the encoding that an envelope says, or null
   */
  static Decoded of(byte[] bytes, @Nullable String said) throws UnreadableFile {
    Charset marked = marked(bytes);
    if (marked != null) {
      return best(bytes, List.of(marked));
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return best(bytes, List.of(wide));
    }
    // Two bytes that are no ASCII hardly ever form UTF-8 by chance, thousands never.
    String utf8 = strictly(bytes, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return new Decoded(utf8, null);
    }
    Set<Charset> candidates = new LinkedHashSet<>();
    add(candidates, said);
    Matcher declared =
        DECLARED.matcher(
            new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
    if (declared.find()) {
      add(candidates, declared.group(1));
    }
    add(candidates, detected(bytes));
    candidates.add(GB18030);
    candidates.add(BIG5);
    candidates.add(StandardCharsets.UTF_8);
    return best(bytes, new ArrayList<>(candidates));
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: its blanks, digits and breaks have a zero on one side only. */
  private static @Nullable Charset wide(byte[] bytes) {
    int end = Math.min(bytes.length, HEAD) & ~1;
    int first = 0;
    int second = 0;
    for (int i = 0; i < end; i += 2) {
      first += bytes[i] == 0 ? 1 : 0;
      second += bytes[i + 1] == 0 ? 1 : 0;
    }
    int few = Math.max(2, end / 40);
    if (second >= few && first == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return first >= few && second == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static void add(Set<Charset> candidates, @Nullable String name) {
    Charset charset = name == null ? null : named(name);
    if (charset != null) {
      candidates.add(charset);
    }
  }

  private static @Nullable Charset named(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.startsWith("gb") || plain.contains("gbk") || plain.contains("936")) {
      return GB18030;
    }
    if (plain.startsWith("utf-16") || plain.startsWith("utf-32")) {
      // A declaration that could be read as ASCII stands in no such file.
      return null;
    }
    if (plain.startsWith("iso-8859") || plain.startsWith("windows-125") || plain.equals("ascii")) {
      // Said by programs that do not know, of pages that are Chinese.
      return null;
    }
    try {
      return Charset.isSupported(plain) ? Charset.forName(plain) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String detected(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, HEAD * 16));
    detector.dataEnd();
    return detector.getDetectedCharset();
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return decoder(charset, CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static CharsetDecoder decoder(Charset charset, CodingErrorAction action) {
    return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
  }

  /** The first that loses nothing, else the one that loses least. */
  private static Decoded best(byte[] bytes, List<Charset> candidates) throws UnreadableFile {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (Charset charset : candidates) {
      ReadingLimits.check();
      String text = loosely(bytes, charset);
      int lost = odd(text);
      if (lost < least) {
        best = text;
        least = lost;
      }
    }
    if (best == null || least > best.length() / LOST_ONE_IN) {
      throw ReadingLimits.broken("文字编码不能识别", "The encoding of the text cannot be recognised");
    }
    String text = best.startsWith("\ufeff") ? best.substring(1) : best;
    Text notice =
        least == 0
            ? null
            : new Text("有%s处文字编码错误，显示为“�”", "%s signs could not be decoded; they show as \"�\"")
                .with(least);
    return new Decoded(text, notice);
  }

  private static String loosely(byte[] bytes, Charset charset) throws UnreadableFile {
    try {
      CharBuffer text = decoder(charset, CodingErrorAction.REPLACE).decode(ByteBuffer.wrap(bytes));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw ReadingLimits.broken("文字编码不能识别", "The encoding of the text cannot be recognised")
          .from(e);
    }
  }

  /**
   * Signs that stand in no text: lost ones, and those of private use, which GB18030 has many of.
   */
  private static int odd(String text) {
    int odd = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean control = sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f';
      if (sign == '\ufffd' || control || (sign >= '\ue000' && sign <= '\uf8ff')) {
        odd++;
      }
    }
    return odd;
  }
}
