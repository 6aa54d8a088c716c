package org.gongkai.matrix;

/** Signs of fonts of symbols, at their private places, as signs that every font has. */
final class FontSymbol {

  private static final int PRIVATE = 0xf000;
  private static final int FIRST_SEEN = 0x21;
  private static final int LAST_SEEN = 0x7e;

  private FontSymbol() {}

  /** Marks that stand in tables; others as they are. */
  static String shown(int sign) {
    return switch (sign) {
      case 0xf0fc, 0xf050 -> "√";
      case 0xf0fb, 0xf04f, 0xf0b4, 0xf0d7 -> "×";
      case 0xf0fe, 0xf052 -> "☑";
      case 0xf0fd, 0xf054 -> "☒";
      case 0xf0a8, 0xf06f, 0xf0a3, 0xf071 -> "□";
      default -> {
        int plain = sign - PRIVATE;
        // Such fonts keep the signs of ASCII in the same order.
        boolean ascii = plain >= FIRST_SEEN && plain <= LAST_SEEN;
        yield Character.isValidCodePoint(sign) ? Character.toString(ascii ? plain : sign) : "";
      }
    };
  }
}
