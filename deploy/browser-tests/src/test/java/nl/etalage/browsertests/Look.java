package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * How somebody looks at pages.
 *
 * @param width of the window, in CSS pixels
 * @param script whether scripts run
 */
record Look(int width, int height, boolean script) {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** A new browser, with nobody signed in. */
    Page open(Browser browser, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale(language));
        return context.newPage();
    }

    /** Holds a page to WCAG 2.2 AA and to its width, and leaves a picture of it to look at. */
    void hold(Page page, Path target, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(target.resolve(
                        "screenshots/" + name + "-" + width + (script ? "" : "-without-script") + ".png"))
                .setFullPage(true));
        if (script) {
            List<String> violations = new AxeBuilder(page)
                    .withTags(WCAG_AA).analyze().getViolations().stream()
                            .map(Rule::getHelp)
                            .toList();
            assertEquals(List.of(), violations, name);
            Object scrolls =
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            assertEquals(false, scrolls, name + " scrolls sideways");
        }
    }
}
