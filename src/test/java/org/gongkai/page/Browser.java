package org.gongkai.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.gongkai.Seeds;
import org.openqa.selenium.Keys;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;

/** Somebody before a browser: Debian's Chromium, in Chinese, without a screen. */
final class Browser implements AutoCloseable {

  /** A machine that runs other tests beside is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** How soon after the page has changed it is looked at again. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Where one may sign in although somebody is signed in. */
  private static final String SIGNING_IN = "/sign-in?again=yes";

  private static final int PHONE = 390;

  /** The buttons of the head, by their place. */
  private static final int LARGE = 0;

  private static final int CONTRAST = 1;
  private static final int LANGUAGE = 2;

  private static final String COLOURS = "color-contrast";
  private static final int TEXTS_OF_A_KIND = 3;
  private static final Set<String> GRAVE = Set.of("serious", "critical");
  private static final Set<String> BARRIERS = Set.of("moderate", "serious", "critical");

  private static final String AXE = script();

  private static final String AS_AT_FIRST =
      """
      const { lang, dataset } = document.documentElement;
      return document.querySelector('.tools') !== null && lang === 'zh-Hans' && !dataset.text && !dataset.contrast;
      """;

  private static final String COUNTING =
      """
      window.asked = 0;
      const plain = window.fetch;
      window.fetch = (...what) => {
        window.asked++;
        return plain(...what).finally(() => window.asked--);
      };
      """;

  /** Answers the rules that are broken, with the first places. */
  private static final String LOOKING =
      """
      const [impacts, rules, most] = arguments;
      return axe.run(most ? { include: texts(most) } : document, { ...rules, resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impacts.includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(', ')}`));
      """;

  /**
   * Answers some texts of each kind: of the same colour, size and weight, on the same ground. Axe
   * takes longer over the colours of a form's thousand texts than over all else, and says of a
   * thousand what it says of one.
   */
  private static final String TEXTS =
      """
      const texts = (most) => {
        const kinds = new Map();
        const grounds = new Map();
        const ground = (one) => {
          if (!one) return '';
          if (!grounds.has(one)) {
            const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(one);
            const apart = ['absolute', 'fixed', 'sticky'].includes(position) ? grounds.size : '';
            const own = `${backgroundColor} ${backgroundImage} ${opacity} ${apart}`;
            const nothing = own === 'rgba(0, 0, 0, 0) none 1 ';
            const covers = /^rgb\\(/.test(backgroundColor) && opacity === '1' && apart === '';
            grounds.set(one, nothing ? ground(one.parentElement) : covers ? own : `${own} ${ground(one.parentElement)}`);
          }
          return grounds.get(one);
        };
        const add = (one) => {
          const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
          const off = one.closest(':disabled, [aria-disabled="true"], label') ? one.localName : '';
          const kind = [color, fontSize, fontWeight, textShadow, off, ground(one)].join();
          const found = kinds.get(kind) ?? kinds.set(kind, new Set()).get(kind);
          if (found.size < most && one.checkVisibility()) found.add(one);
        };
        const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (all.nextNode()) if (all.currentNode.data.trim()) add(all.currentNode.parentElement);
        document.querySelectorAll('input, select, textarea').forEach(add);
        return [...kinds.values()].flatMap((found) => [...found]);
      };
      """;

  /** Answers what is found, as soon as the page has changed so; nothing when it takes too long. */
  private static final String WAITING =
      """
      const [wanted, patience, pause] = arguments;
      const seen = (one) =>
        one?.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0 ? one : null;
      const open = (one) => (one?.disabled ? null : seen(one));
      const said = (css) => [...document.querySelectorAll(css)].map((one) => one.innerText).join('\\n');
      let since;
      const drawn = () => {
        const is = !asked && document.querySelector('main h1, main h2, .bench h1') && !document.querySelector('main .reserved');
        since = is ? since ?? performance.now() : undefined;
        return is && performance.now() - since > 3 * pause; // what was answered may lead to another question
      };
      const found = () => { %s; };
      return new Promise((answer, fail) => {
        let due, again, limit;
        const end = (how, value) => {
          changes.disconnect();
          [due, again, limit].forEach(clearTimeout);
          how(value);
        };
        const look = () => {
          due = undefined;
          try {
            const value = found();
            if (value) end(answer, value);
          } catch (failure) {
            end(fail, failure);
          }
        };
        const changes = new MutationObserver(() => { due ??= setTimeout(look, pause); });
        changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        again = setInterval(look, 5 * pause); // what is typed and where the cursor stands is no change of the document
        limit = setTimeout(() => end(answer, null), patience);
        look();
      });
      """;

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
    // The same engine without the windows around it takes a quarter less of the processor. Not the
    // script of that name, which would be ended in its place.
    Path shell = Path.of("/usr/lib/chromium/chromium-headless-shell");
    boolean alone = Files.isExecutable(shell);
    Path chromium = alone ? shell : Path.of("/usr/bin/chromium");
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
        alone ? "--headless" : "--headless=new",
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
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(2));
    Browser browser = new Browser(driver);
    browser.countRequests();
    return browser;
  }

  /**
   * Somebody else sits down at it, who finds nothing that was stored. The window stays open, and
   * the page in it where it looks as at first: to load it and axe anew takes longer than most of
   * what is done with them.
   */
  void passOn() {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    boolean asAtFirst = Boolean.TRUE.equals(driver.executeScript(AS_AT_FIRST));
    if (asAtFirst) {
      follow(SIGNING_IN); // a view that is left may keep something
    }
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", origin(), "storageTypes", "all"));
    if (asAtFirst) {
      signOut();
    } else {
      go(SIGNING_IN);
      forgetKey();
    }
  }

  /** Where somebody is signed in. */
  private void signOut() {
    driver.executeScript(
        "[...document.querySelectorAll('.tools button')]"
            + ".find((one) => one.textContent === '退出')?.click()");
    drawn();
  }

  /** What is done in another window, which is closed then. */
  void inAnotherWindow(Runnable what) {
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.WINDOW);
    try {
      countRequests();
      what.run();
    } finally {
      driver.close();
      driver.switchTo().window(first);
    }
  }

  /** Each page that is loaded counts what it is still asking for. */
  private void countRequests() {
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", COUNTING));
  }

  private static String origin() {
    return "http://localhost:" + RestAssured.port;
  }

  void go(String address) {
    driver.get(origin() + address);
  }

  /**
   * Goes there as by a link, for which the page is not loaded anew, and waits until it is drawn.
   */
  void follow(String address) {
    driver.executeScript(
        """
        const link = document.createElement('a');
        link.href = arguments[0];
        document.body.append(link);
        link.click();
        link.remove();
        """,
        address);
    drawn();
  }

  /** Signs in as somebody else, and is then where one wants to be. */
  void signIn(String key, String address) {
    signOut();
    follow(SIGNING_IN + "&then=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    giveKey(key);
  }

  void signIn(String key) {
    signIn(key, "/");
  }

  /** Opens an address, is asked to sign in, and is then where one wanted to be. */
  void openAndSignIn(String address, String key) {
    go(address);
    giveKey(key);
  }

  private void giveKey(String key) {
    see("input[name=key]").click();
    insert(key);
    keys(Keys.ENTER);
    await(() -> "still at " + address(), "return location.pathname !== '/sign-in'");
  }

  /** Types as an input method does, or pastes: all of it at once. */
  private void insert(String words) {
    driver.executeCdpCommand("Input.insertText", Map.of("text", words));
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  /** Waits until it is there to be seen. */
  WebElement see(String css) {
    return (WebElement)
        await(
            () -> css + " at " + address() + ": " + text("body"),
            "return seen(document.querySelector(wanted[0]))",
            css);
  }

  /** What it says there. */
  String read(String css) {
    return see(css).getText();
  }

  /** Waits until something there says so. */
  void see(String css, String words) {
    await(
        () -> "‘" + words + "’ in " + css + " at " + address() + ": " + text(css),
        "return said(wanted[0]).includes(wanted[1])",
        css,
        words);
  }

  /** Waits until a field holds just that. */
  void seeTyped(String css, String value) {
    await(
        () -> "‘" + value + "’ typed in " + css + " at " + address(),
        "return document.querySelector(wanted[0])?.value === wanted[1]",
        css,
        value);
  }

  /**
   * Waits until something is so, and answers what that says. The page looks itself, whenever it has
   * changed: to be asked again and again costs both sides more than what is waited for.
   */
  private Object await(Supplier<String> otherwise, String condition, Object... wanted) {
    Object found =
        driver.executeScript(
            WAITING.formatted(condition), List.of(wanted), PATIENCE.toMillis(), PAUSE.toMillis());
    if (found == null) {
      throw new TimeoutException(otherwise.get());
    }
    return found;
  }

  private String text(String css) {
    Object text =
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')",
            css);
    return String.valueOf(text);
  }

  void press(String css) {
    WebElement button =
        (WebElement)
            await(
                () -> css + " to press at " + address() + ": " + text("body"),
                "return open(document.querySelector(wanted[0]))",
                css);
    button.click();
  }

  /** Presses the button or link that says this. */
  void pressWords(String words) {
    WebElement button =
        (WebElement)
            await(
                () -> "‘" + words + "’ to press at " + address() + ": " + text("body"),
                "return open([...document.querySelectorAll('button, a, summary')]"
                    + ".find((one) => one.textContent.replace(/\\s+/g, ' ').trim() === wanted[0]))",
                words);
    button.click();
  }

  /** Chooses a file where pressing these words would open the window of the system. */
  void chooseFile(String words, Path file) {
    driver.executeCdpCommand("Page.enable", Map.of());
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    pressWords(words);
    choose("input[type=file]", file);
  }

  /** Writes into a field, in place of what stands there. */
  void write(String css, String words) {
    WebElement field = see(css);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", field);
    field.click();
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
    insert(words);
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
        (WebElement)
            await(() -> css + " at " + address(), "return document.querySelector(wanted[0])", css);
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
    List<String> found = faintTexts(GRAVE);
    toggle(CONTRAST);
    return found;
  }

  /** From now on it is read in English in enlarged text on a phone. */
  void onAPhone() {
    toggle(LARGE);
    toggle(LANGUAGE);
    width(PHONE);
    drawn();
  }

  /** What keeps somebody out altogether there, besides its colours, which are the same. */
  List<String> graveBarriersOnAPhone() {
    return barriersBesideColours(GRAVE);
  }

  /** Whether this view has to be pushed sideways. */
  boolean scrollsSideways() {
    return Boolean.TRUE.equals(
        driver.executeScript("return document.documentElement.scrollWidth > innerWidth"));
  }

  /** Gives one of the page's colours another value, or with an empty one its own. */
  void paint(String colour, String value) {
    driver.executeScript(
        "document.documentElement.style.setProperty(arguments[0], arguments[1])", colour, value);
  }

  /** Presses one of the buttons of the head, which on a phone are in the menu. */
  private void toggle(int button) {
    driver.executeScript(
        "document.querySelectorAll('.tools button')[arguments[0]].click()", button);
  }

  /** Waits until the view is drawn, and nothing that belongs to it is still asked for. */
  void drawn() {
    await(() -> "still asked for at " + address() + ": " + text("main"), "return drawn()");
  }

  private void width(int pixels) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", true));
  }

  /** What is broken so that it has one of these impacts, colours included. */
  private List<String> barriers(Set<String> impacts) {
    List<String> found = new ArrayList<>(barriersBesideColours(impacts));
    found.addAll(faintTexts(impacts));
    return found;
  }

  private List<String> barriersBesideColours(Set<String> impacts) {
    return broken(impacts, Map.of("rules", Map.of(COLOURS, Map.of("enabled", false))), 0);
  }

  private List<String> faintTexts(Set<String> impacts) {
    int most = Seeds.number(TEXTS_OF_A_KIND, Integer.MAX_VALUE);
    return broken(impacts, Map.of("runOnly", List.of(COLOURS)), most);
  }

  /** With 0 the whole page is looked at, otherwise so many texts of each kind. */
  private List<String> broken(Set<String> impacts, Map<String, ?> rules, int most) {
    if (!Boolean.TRUE.equals(driver.executeScript("return typeof window.axe === 'object'"))) {
      driver.executeScript(AXE);
    }
    List<?> found =
        (List<?>) driver.executeScript(TEXTS + LOOKING, List.copyOf(impacts), rules, most);
    return Objects.requireNonNull(found).stream()
        .<String>map(what -> what + " at " + address())
        .toList();
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
