package org.gongkai.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One address for whichever server it is at the moment, as a proxy before a database gives it: who
 * is connected when it leads elsewhere has to connect anew.
 */
final class Relay implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  Relay(int target) throws IOException {
    this.target = target;
    Thread.ofPlatform().daemon().name("relay").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void leadTo(int port) throws IOException {
    target = port;
    endAll();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofPlatform().daemon().start(() -> connect(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void connect(Socket caller) {
    int to = target;
    try (caller;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to)) {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      open.add(caller);
      open.add(server);
      if (to != target) {
        return;
      }
      Thread back = Thread.ofPlatform().daemon().start(() -> pass(server, caller));
      pass(caller, server);
      back.join();
    } catch (IOException e) {
      // There is no server, which the caller sees by the end of its connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(caller);
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // The end of either is the end of both.
    } finally {
      open.remove(from);
    }
  }

  private void endAll() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    endAll();
  }
}
