package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UnlinkedFileTest {

  /** So a process that is killed leaves nothing that somebody would have to clear. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aBodyOnDiskHasNoNameFromTheBegin() throws IOException {
    String kind = UUID.randomUUID().toString();
    byte[] body = "正文".getBytes(StandardCharsets.UTF_8);
    try (FileChannel file = UnlinkedFile.open(kind)) {
      file.write(ByteBuffer.wrap(body));
      try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
        assertThat(all.map(Path::toString)).noneMatch(name -> name.contains(kind));
      }
      ByteBuffer read = ByteBuffer.allocate(body.length);
      file.read(read, 0);
      assertThat(read.array()).isEqualTo(body);
    }
  }
}
