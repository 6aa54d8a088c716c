package org.gongkai.table;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a {@link Tabular} answer.
 *
 * @param file the name of a downloaded file, without its ending
 * @param address the address of the same answer in another format, relative to its own
 * @param ifNoneMatch the header, or null
 */
public record TableRequest(
    Representation wanted,
    String file,
    Function<TableFormat, String> address,
    @Nullable String ifNoneMatch) {

  /**
   * Reads it.
   *
   * @param format the parameter, or null
   * @param bom the parameter, or null
   */
  public static TableRequest of(
      @Nullable String format,
      @Nullable String bom,
      HttpHeaders headers,
      String file,
      Function<TableFormat, String> address) {
    return new TableRequest(
        Representation.of(format, bom, headers, TableFormat.all()),
        file,
        address,
        headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
  }
}
