package org.gongkai.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.OperationNotSupportedException;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Somebody before a browser: Debian's Chromium, in Chinese, without a screen. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Selenium itself looks twice a second. */
  private static final Duration OFTEN = Duration.ofMillis(60);

  private static final int PHONE = 390;

  /** The buttons of the head, by their place. */
  private static final int LARGE = 0;

  private static final int CONTRAST = 1;
  private static final int LANGUAGE = 2;

  private static final List<String> COLOURS = List.of("color-contrast");
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final Set<String> BARRIERS = Set.of("moderate", "serious", "critical");

  private static final String AXE = script();

  private final ChromeDriver driver;

  private static String script() {
    try {
      return new EmbeddedResourceAxeProvider().getScript();
    } catch (IOException | OperationNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser open() {
    Path chromium = Path.of("/usr/bin/chromium");
    Path chromedriver = Path.of("/usr/bin/chromedriver");
    assumeTrue(
        Files.isExecutable(chromium) && Files.isExecutable(chromedriver),
        "needs Chromium: apt-get install chromium chromium-driver fonts-noto-cjk");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toString());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=zh-CN",
        "--window-size=1440,1000");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  /**
   * Somebody else sits down at it, who finds nothing of what was done before: another window, and
   * nothing is stored. To begin the program takes longer than most of what is done with it.
   */
  void passOn() {
    String before = driver.getWindowHandle();
    String next = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
    driver.switchTo().window(before).close();
    driver.switchTo().window(next);
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin(), "storageTypes", "all"));
  }

  private static String origin() {
    return "http://localhost:" + RestAssured.port;
  }

  void go(String address) {
    driver.get(origin() + address);
  }

  /** Signs in as somebody else, as in a new window. */
  void signIn(String key) {
    go("/sign-in");
    driver.executeScript("sessionStorage.clear()");
    go("/sign-in");
    see("input[name=key]").sendKeys(key, Keys.ENTER);
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .until(d -> !Objects.requireNonNull(d.getCurrentUrl()).contains("/sign-in"));
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  /** Waits until it is there to be seen. */
  WebElement see(String css) {
    return new WebDriverWait(driver, PATIENCE, OFTEN)
        .withMessage(() -> css + " at " + address() + ": " + text("body"))
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  /** What it says there. */
  String read(String css) {
    return see(css).getText();
  }

  /** Waits until something there says so. */
  void see(String css, String words) {
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .withMessage(() -> "‘" + words + "’ in " + css + " at " + address() + ": " + text(css))
        .until(d -> text(css).contains(words));
  }

  /** Waits until a field holds just that. */
  void seeTyped(String css, String value) {
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .withMessage(() -> "‘" + value + "’ typed in " + css + " at " + address())
        .until(ExpectedConditions.attributeToBe(By.cssSelector(css), "value", value));
  }

  private String text(String css) {
    Object text =
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')",
            css);
    return String.valueOf(text);
  }

  void press(String css) {
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .until(ExpectedConditions.elementToBeClickable(By.cssSelector(css)))
        .click();
  }

  /** Presses the button or link that says this. */
  void pressWords(String words) {
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .until(
            ExpectedConditions.elementToBeClickable(
                By.xpath(
                    "//*[self::button or self::a or self::summary][normalize-space(.)='"
                        + words
                        + "']")))
        .click();
  }

  /** Chooses a file where pressing these words would open the window of the system. */
  void chooseFile(String words, Path file) {
    driver.executeCdpCommand("Page.enable", Map.of());
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    pressWords(words);
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("input[type=file]")))
        .sendKeys(file.toAbsolutePath().toString());
  }

  /** Writes into a field, in place of what stands there. */
  void write(String css, String words) {
    WebElement field = see(css);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
    field.click();
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
  }

  /** Picks one of a list that opens. */
  void pick(String css, String value) {
    new Select(see(css)).selectByValue(value);
  }

  /** Goes on as somebody who has no key. */
  void forgetKey() {
    driver.executeScript("sessionStorage.clear()");
  }

  /** Types into a cell of the form, as one does in a spreadsheet. */
  void type(String path, String value) {
    WebElement cell = see("[id='cell-" + path + "']");
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", cell);
    cell.click();
    new Actions(driver).sendKeys(value, Keys.ENTER).perform();
  }

  /** Chooses files, as one does in the window that the browser opens for it. */
  void choose(String css, Path... files) {
    WebElement input =
        new WebDriverWait(driver, PATIENCE, OFTEN)
            .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(css)));
    input.sendKeys(
        Stream.of(files)
            .map(file -> file.toAbsolutePath().toString())
            .collect(Collectors.joining("\n")));
  }

  void keys(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** The network is gone, or there again. */
  void network(boolean there) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** What keeps people from using what is shown now. */
  List<String> barriers() {
    return barriers(BARRIERS);
  }

  /** Only what keeps somebody out altogether. */
  List<String> graveBarriers() {
    return barriers(GRAVE);
  }

  /** What keeps somebody out altogether who reads this view in high contrast: its colours. */
  List<String> graveBarriersInHighContrast() {
    toggle(CONTRAST);
    List<String> found = barriers(GRAVE, axe().withOnlyRules(COLOURS));
    toggle(CONTRAST);
    return found;
  }

  /**
   * What keeps somebody out altogether who reads this view in English in enlarged text on a phone.
   * Colours are the same there, and take longest.
   */
  List<String> graveBarriersOnAPhone() {
    return onAPhone(() -> barriers(GRAVE, axe().disableRules(COLOURS)));
  }

  /** Whether this view has to be pushed sideways there. */
  List<String> sidewaysOnAPhone() {
    return onAPhone(List::of);
  }

  /** Looks at a view on a phone; afterwards it is as it was. */
  private List<String> onAPhone(Supplier<List<String>> barriers) {
    toggle(LARGE);
    toggle(LANGUAGE);
    width(PHONE);
    settled();
    List<String> found = new ArrayList<>(barriers.get());
    if (overflows()) {
      found.add("scrolls sideways at " + PHONE + " pixels: " + address());
    }
    toggle(LARGE);
    toggle(LANGUAGE);
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    return found;
  }

  /** Presses one of the buttons of the head, which on a phone are in the menu. */
  private void toggle(int button) {
    driver.executeScript(
        "document.querySelectorAll('.tools button')[arguments[0]].click()", button);
  }

  /** Waits until what was asked anew is there. */
  private void settled() {
    new WebDriverWait(driver, PATIENCE, OFTEN)
        .until(
            d ->
                Boolean.TRUE.equals(
                    driver.executeScript(
                        "return !document.querySelector('main .reserved') &&"
                            + " Boolean(document.querySelector('main h1, main h2, .bench h1'))")));
  }

  private void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", true));
  }

  private boolean overflows() {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.documentElement.scrollWidth > innerWidth"));
  }

  /** Says in full what is wrong, and of what is right only that it is. */
  private static AxeBuilder axe() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder().withOptions(options);
  }

  private List<String> barriers(Set<String> impacts) {
    return barriers(impacts, axe());
  }

  /**
   * In one window: a page of ours has no frames of others, for whose sake axe would open another
   * window and begin there anew.
   */
  private List<String> barriers(Set<String> impacts, AxeBuilder axe) {
    axe.setLegacyMode(true);
    axe.setInjectAxe(
        d -> {
          if (!Boolean.TRUE.equals(driver.executeScript("return typeof window.axe === 'object'"))) {
            driver.executeScript(AXE);
          }
        });
    return axe.analyze(driver).getViolations().stream()
        .filter(rule -> impacts.contains(rule.getImpact()))
        .map(rule -> rule.getId() + " at " + address() + ": " + places(rule))
        .toList();
  }

  private static List<String> places(Rule rule) {
    return rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  /** What the page did wrong in the eyes of the browser, as what the policy forbids. */
  List<String> faults() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains("Content Security") || message.contains("Uncaught"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
