package org.gongkai.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of the public Internet, by the registries of special purposes (RFC 6890). All
 * others are private networks, this machine, or the metadata of a cloud.
 */
final class PublicAddresses {

  private static final List<Block> SPECIAL_IPV4 =
      Block.all(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** All that is given out; every other prefix is special. */
  private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

  /** Teredo, benchmarks and the like; documentation. */
  private static final List<Block> SPECIAL_IPV6 =
      Block.all("2001::/23", "2001:db8::/32", "3fff::/20");

  /** Prefixes behind which an IPv4 address is reached, and at which byte that one stands. */
  private static final Block TRANSLATED = Block.of("64:ff9b::/96");

  private static final Block TUNNELLED = Block.of("2002::/16");

  private PublicAddresses() {}

  /** Java itself makes an IPv4 address of one that is mapped into IPv6. */
  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? containIpv4(bytes) : containIpv6(bytes);
  }

  private static boolean containIpv4(byte[] bytes) {
    return SPECIAL_IPV4.stream().noneMatch(block -> block.contains(bytes));
  }

  private static boolean containIpv6(byte[] bytes) {
    if (TRANSLATED.contains(bytes)) {
      return containIpv4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (TUNNELLED.contains(bytes)) {
      return containIpv4(Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL_IPV6.contains(bytes)
        && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(bytes));
  }

  /** Addresses that begin with the same bits. */
  private record Block(byte[] prefix, int bits) {

    static List<Block> all(String... blocks) {
      return Arrays.stream(blocks).map(Block::of).toList();
    }

    static Block of(String block) {
      String[] parts = block.split("/");
      try {
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalStateException(e);
      }
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
