package org.gongkai.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

  @TempDir Path cluster;

  @Test
  void isAbsentWhereNoServerRuns() throws IOException {
    assertThat(PostmasterFile.read(cluster)).isEmpty();
  }

  @Test
  void saysThatAServerIsReadyOnItsPort() throws IOException {
    write("4711\n/data\n1795397985\n5433\n\n127.0.0.1\n  1234 0\nready   \n");
    assertThat(PostmasterFile.read(cluster))
        .hasValueSatisfying(
            file -> {
              assertThat(file.pid()).isEqualTo(4711);
              assertThat(file.readyAt(5433)).isTrue();
              assertThat(file.readyAt(5432)).as("another server's file").isFalse();
            });
  }

  @Test
  void isNotReadyWhileTheServerRecovers() throws IOException {
    write("4711\n/data\n1795397985\n5433\n\n127.0.0.1\n  1234 0\nstarting\n");
    assertThat(PostmasterFile.read(cluster))
        .hasValueSatisfying(file -> assertThat(file.readyAt(5433)).isFalse());
  }

  @Test
  void countsAsAbsentWhereACrashCutItOff() throws IOException {
    write("47");
    assertThat(PostmasterFile.read(cluster)).isEmpty();
  }

  @Test
  void knowsThatAnotherProgramHasTheNumberNow() {
    long ours = ProcessHandle.current().pid();
    assertThat(new PostmasterFile(ours, 5433, "ready").isAlive()).isFalse();
  }

  private void write(String text) throws IOException {
    Files.writeString(PostmasterFile.path(cluster), text);
  }
}
