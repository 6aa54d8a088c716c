package org.gongkai.recognition;

import java.util.Random;

/** How labels and figures of printed forms differ from the form, without meaning anything else. */
final class PrintingNoise {

  private final Random random;

  PrintingNoise(Random random) {
    this.random = random;
  }

  /** A label as somebody types it. */
  String label(String label) {
    String noisy = label;
    if (random.nextInt(4) == 0) {
      noisy = numbered(noisy);
    }
    if (random.nextInt(6) == 0) {
      noisy = noisy.replace("（", "(").replace("）", ")").replace("、", "，").replace("“", "\"");
    }
    if (random.nextInt(8) == 0) {
      noisy =
          noisy
              .replace("勾稽", "钩稽")
              .replace("行政规范性文件", "规范性文件")
              .replace("其他", "其它")
              .replace("行政复议", "行政法复议")
              .replace("文", "⽂")
              .replace("行", "⾏");
    }
    if (random.nextInt(12) == 0 && noisy.length() > 12) {
      noisy = noisy.substring(0, noisy.length() - 1 - random.nextInt(4));
    }
    if (random.nextInt(12) == 0 && noisy.length() > 12) {
      int at = 3 + random.nextInt(noisy.length() - 4);
      noisy = noisy.substring(0, at) + "某" + noisy.substring(at + 1);
    }
    if (random.nextInt(3) == 0) {
      noisy = spaced(noisy);
    }
    return noisy;
  }

  private String numbered(String label) {
    return switch (random.nextInt(4)) {
      case 0 -> label.replaceFirst("^([0-9])\\.", "$1、");
      case 1 -> label.replaceFirst("^([0-9])\\.", "$1．");
      case 2 -> label.replaceFirst("^([0-9])\\.", "（$1）");
      default -> label.replaceFirst("^([0-9])\\.|^（([一二三四五六七])）|^([一二三四])、", "");
    };
  }

  private String spaced(String label) {
    StringBuilder spaced = new StringBuilder();
    String blank = new String[] {" ", "\n", "　", "\u00a0", "\u200b"}[random.nextInt(5)];
    for (int i = 0; i < label.length(); i++) {
      spaced.append(label.charAt(i)).append(random.nextInt(5) == 0 ? blank : "");
    }
    return spaced.toString();
  }

  /** A figure as somebody types it. */
  String figure(String figure) {
    if (figure.isEmpty() || random.nextInt(12) > 0) {
      return figure;
    }
    return switch (random.nextInt(4)) {
      case 0 -> " " + figure + "　";
      case 1 -> "\u00a0" + figure;
      case 2 -> wide(figure);
      default -> "\u200b" + figure + "\n";
    };
  }

  private static String wide(String figure) {
    StringBuilder wide = new StringBuilder();
    figure.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return wide.toString();
  }
}
