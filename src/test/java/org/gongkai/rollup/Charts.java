package org.gongkai.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.journey.Sample;

/** Tools for charts that are not ours, of npm: Vega-Lite and ECharts. */
final class Charts {

  private Charts() {}

  static Path packages() throws IOException {
    Process npm = null;
    try {
      npm = new ProcessBuilder("npm", "root", "--global").start();
    } catch (IOException e) {
      assumeTrue(false, "needs npm");
    }
    Path packages = Path.of(npm.inputReader().readLine());
    for (String name : new String[] {"vega", "vega-lite", "echarts"}) {
      assumeTrue(
          Files.isDirectory(packages.resolve(name)),
          "needs charts: npm install --global vega@5.33.0 vega-lite@5.23.0 echarts@5.6.0");
    }
    return packages;
  }

  static JsonNode draw(Path packages, JsonNode given) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "src/test/resources/charts/draw.mjs", packages.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = node.getOutputStream()) {
      in.write(given.toString().getBytes(StandardCharsets.UTF_8));
    }
    String drawn = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).as(drawn).isZero();
    return Sample.json(drawn);
  }
}
