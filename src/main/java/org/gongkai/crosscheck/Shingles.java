package org.gongkai.crosscheck;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Which stretches of eight characters a text has, as a sample of their hashes: one in sixteen, the
 * same ones in every text, so that the share that two samples have in common is about the share
 * that the texts have. Some 100 numbers stand for a report.
 */
public final class Shingles {

  /**
   * Characters of a stretch: two or three words, which seldom stand beside each other by chance.
   */
  static final int STRETCH = 8;

  private static final int ONE_IN = 16;
  private static final int BASE = 1_000_003;
  private static final int OUT = power(BASE, STRETCH);

  /** Sorted, each once. */
  private final int[] numbers;

  private Shingles(int[] numbers) {
    this.numbers = numbers;
  }

  /** Of numbers in any order. */
  static Shingles of(int[] numbers) {
    return new Shingles(Arrays.stream(numbers).sorted().distinct().toArray());
  }

  /** The smallest of all stretches of a text, however short it is: two that are alike have them. */
  static Shingles smallest(PlainText text, int most) {
    return new Shingles(Arrays.stream(hashes(text)).sorted().distinct().limit(most).toArray());
  }

  /** These and others. */
  Shingles and(Shingles others) {
    return of(IntStream.concat(stream(), others.stream()).toArray());
  }

  /** Reads stored shingles. */
  public static Shingles of(byte[] kept) {
    IntBuffer buffer = ByteBuffer.wrap(kept).asIntBuffer();
    int[] numbers = new int[buffer.remaining()];
    buffer.get(numbers);
    return new Shingles(numbers);
  }

  public static Shingles of(Collection<PlainText> texts) {
    int[] sample = new int[texts.stream().mapToInt(PlainText::length).sum()];
    int size = 0;
    for (PlainText text : texts) {
      for (int hash : hashes(text)) {
        if (hash % ONE_IN == 0) {
          sample[size++] = hash;
        }
      }
    }
    return new Shingles(Arrays.stream(sample, 0, size).sorted().distinct().toArray());
  }

  /** Of every stretch, from the first to the last. */
  static int[] hashes(PlainText text) {
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
    return hashes;
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

  /** In their order. */
  IntStream stream() {
    return Arrays.stream(numbers);
  }

  /**
   * The smallest of them, as a sketch of the text (MinHash): of two texts that have more than half
   * of their stretches in common, most of the smallest are the same too.
   */
  Shingles smallest(int most) {
    return numbers.length <= most ? this : new Shingles(Arrays.copyOf(numbers, most));
  }

  /** Which of these the other has too, by their places. */
  BitSet sharedWith(Shingles other) {
    BitSet shared = new BitSet(numbers.length);
    for (int i = 0, j = 0; i < numbers.length && j < other.numbers.length; ) {
      if (numbers[i] == other.numbers[j]) {
        shared.set(i++);
        j++;
      } else if (numbers[i] < other.numbers[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
