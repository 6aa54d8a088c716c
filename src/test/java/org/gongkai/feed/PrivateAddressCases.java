package org.gongkai.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.UUID;
import org.gongkai.access.TestKeys;
import org.gongkai.journey.Api;
import org.gongkai.journey.City;
import org.gongkai.journey.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it is unless an operator says otherwise: nobody gets the service to call its own network. */
public abstract class PrivateAddressCases {

  public static Map<String, String> settings() {
    return Map.of("gongkai.webhooks.backoff", "20ms,30ms");
  }

  /** That of the service. */
  protected abstract Connection database() throws Exception;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.215.14/",
        "https://127.0.0.1/",
        "https://localhost:8443/",
        "https://2130706433/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fd00:ec2::254]/",
        "https://[64:ff9b::7f00:1]/",
        "https://0.0.0.0/"
      })
  void aPrivateAddressIsRefused(String url) {
    Hooks.make(TestKeys.ADMIN, Map.of("url", url))
        .statusCode(400)
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo("/url"));
  }

  /** A name that meant a public address when it was given may mean another one later. */
  @Test
  void anAddressThatHasBecomePrivateIsNotCalled() throws Exception {
    City city = City.found();
    String district = city.district();
    String organ = city.organ(district);
    String office = TestKeys.office(district);
    Hooks.Hook hook = Hooks.made(office, Map.of("url", "https://93.184.215.14/hook"));
    try (Receiver receiver = new Receiver()) {
      String inside = receiver.url().replace("http:", "https:");
      lookLikeAnother(hook, inside);
      Api.filed(Sample.nil(organ, 2021));
      assertThat(hook.await("dead", 1).getString("items[0].lastError"))
          .isEqualTo("private-address");
      hook.post("/ping").body("error", equalTo("private-address"));
      assertThat(receiver.got()).isEmpty();
    }
  }

  private void lookLikeAnother(Hooks.Hook hook, String url) throws Exception {
    try (Connection database = database();
        PreparedStatement update =
            database.prepareStatement("UPDATE webhook SET url = ? WHERE id = ?")) {
      update.setString(1, url);
      update.setObject(2, UUID.fromString(hook.id()));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
