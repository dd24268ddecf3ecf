package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.etalage.local.Ports;
import nl.etalage.local.Stack;
import nl.etalage.local.StackOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a real browser, on a desk and on a phone, against the whole stack with its demo data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Path target = Path.of(System.getProperty("etalage.target"));
    private Chromium chromium;
    private Stack stack;

    @BeforeAll
    void start() throws IOException {
        chromium = Chromium.start();
        stack = new Stack(StackOptions.in(Path.of(System.getProperty("etalage.root")))
                .data(target.resolve("stack"))
                .ports(Ports.free())
                .fresh());
        stack.start();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page page(int width, int height, List<String> complaints) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("nl-NL"));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** Holds a page to WCAG 2.2 AA and to its width, and leaves a picture of it to look at. */
    private void hold(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(target.resolve("screenshots/" + name + "-" + width + ".png"))
                .setFullPage(true));
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG_AA).analyze().getViolations().stream()
                        .map(Rule::getHelp)
                        .toList();
        assertEquals(List.of(), violations, name);
        Object scrolls = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertEquals(false, scrolls, name + " scrolls sideways");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "360, 740"})
    void aPublisherSignsInSeesHerShopAndEveryPageIsAccessible(int width, int height) {
        List<String> complaints = new ArrayList<>();
        Page page = page(width, height, complaints);
        page.navigate(stack.options().gateway() + "/");
        hold(page, "welcome", width);

        page.navigate(stack.options().gateway() + "/sign-in");
        page.locator("#username").fill("marijke");
        page.locator("#password").fill("marijke");
        page.locator("#password").press("Enter");
        page.waitForURL(Pattern.compile(Pattern.quote(stack.options().gateway()) + "/?$"));
        assertTrue(page.content().contains("Wereldwinkel Deventer"), page.content());
        assertTrue(page.content().contains("Wereldwinkel Zwolle"), page.content());
        hold(page, "home", width);

        page.navigate(stack.options().gateway() + "/api/docs");
        assertTrue(page.getByRole(AriaRole.HEADING).count() > 10);
        hold(page, "api", width);
        assertEquals(List.of(), complaints, "the browser's console");
    }
}
