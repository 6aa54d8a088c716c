package org.gongkai.check;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Which stretches of eight characters a text has, as a sample of their hashes: one in sixteen, the
 * same ones in every text, so that the share that two samples have in common is about the share
 * that the texts have. Some 100 numbers stand for a report.
 */
public final class Prints {

  /**
   * Characters of a stretch: two or three words, which seldom stand beside each other by chance.
   */
  static final int STRETCH = 8;

  private static final int ONE_IN = 16;
  private static final int BASE = 1_000_003;
  private static final int OUT = power(BASE, STRETCH);

  /** Sorted, each once. */
  private final int[] numbers;

  private Prints(int[] numbers) {
    this.numbers = numbers;
  }

  /** As they were kept. */
  public static Prints of(byte[] kept) {
    IntBuffer buffer = ByteBuffer.wrap(kept).asIntBuffer();
    int[] numbers = new int[buffer.remaining()];
    buffer.get(numbers);
    return new Prints(numbers);
  }

  static Prints of(Collection<PlainText> texts) {
    return new Prints(
        texts.stream()
            .flatMapToInt(Prints::hashes)
            .filter(hash -> hash % ONE_IN == 0)
            .sorted()
            .distinct()
            .toArray());
  }

  /** Of every stretch, from the first to the last. */
  static IntStream hashes(PlainText text) {
    int[] hashes = new int[Math.max(0, text.length() - STRETCH + 1)];
    int rolling = 0;
    for (int i = 0; i < text.length(); i++) {
      rolling = rolling * BASE + text.at(i);
      if (i >= STRETCH) {
        rolling -= OUT * text.at(i - STRETCH);
      }
      if (i >= STRETCH - 1) {
        hashes[i - STRETCH + 1] = mixed(rolling);
      }
    }
    return Arrays.stream(hashes);
  }

  private static int power(int base, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** Every bit decides over every other one, as the last step of MurmurHash3 does it. */
  private static int mixed(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  public byte[] kept() {
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    buffer.asIntBuffer().put(numbers);
    return buffer.array();
  }

  int size() {
    return numbers.length;
  }

  /** Adds one for each of these that the other has too. */
  void countIn(Prints other, int[] counts) {
    for (int i = 0, j = 0; i < numbers.length && j < other.numbers.length; ) {
      if (numbers[i] == other.numbers[j]) {
        counts[i++]++;
        j++;
      } else if (numbers[i] < other.numbers[j]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
