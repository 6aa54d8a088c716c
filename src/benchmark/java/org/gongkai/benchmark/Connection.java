package org.gongkai.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection of one caller. Client, service and database share the cores, so a client
 * library that does more than this would be a good part of what is measured.
 */
final class Connection implements AutoCloseable {

  private static final byte[] LINE = {'\r', '\n'};

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] line = new byte[16 * 1024];

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    out = socket.getOutputStream();
  }

  Answer send(Request request) throws IOException {
    byte[] whole = new byte[request.head().length + request.body().length];
    System.arraycopy(request.head(), 0, whole, 0, request.head().length);
    System.arraycopy(request.body(), 0, whole, request.head().length, request.body().length);
    out.write(whole);
    return answer();
  }

  /** Begins a request whose body is written piece by piece. */
  void begin(byte[] head) throws IOException {
    out.write(head);
  }

  void piece(byte[] bytes, int length) throws IOException {
    if (length > 0) {
      out.write(Integer.toHexString(length).getBytes(StandardCharsets.ISO_8859_1));
      out.write(LINE);
      out.write(bytes, 0, length);
      out.write(LINE);
    }
  }

  /** Ends a body in pieces. */
  Answer end() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    return answer();
  }

  private Answer answer() throws IOException {
    String first = readLine();
    int status = Integer.parseInt(first.substring(9, 12));
    String tag = null;
    int length = 0;
    boolean chunked = false;
    for (String header = readLine(); !header.isEmpty(); header = readLine()) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "etag" -> tag = value;
        case "content-length" -> length = Integer.parseInt(value);
        case "transfer-encoding" -> chunked = true;
        default -> {
          // nothing that is measured
        }
      }
    }
    if (status == 304 || status == 204) {
      return new Answer(status, tag, new byte[0]);
    }
    return new Answer(status, tag, chunked ? chunks() : exactly(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(exactly(size));
      readLine();
    }
    readLine();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(readLine(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The service closed the connection");
    }
    return bytes;
  }

  private String readLine() throws IOException {
    int length = 0;
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("The service closed the connection");
      }
      line[length++] = (byte) read;
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new String(line, 0, end, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
