package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
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

    /** In CSS pixels; Chromium draws no more than 16,384, and takes half a minute to try. */
    private static final double LONGEST_PICTURE = 10_000;

    /** A new browser, with nobody signed in. */
    Page open(Browser browser, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale(language));
        return context.newPage();
    }

    /** Waits until a page says something, as what was pressed may still be on its way. */
    static void says(Page page, String text) {
        Locator main = page.locator("main");
        try {
            page.waitForCondition(() -> main.innerText().contains(text));
        } catch (TimeoutError never) {
            throw new AssertionError("It should say: " + text + "\nIt says: " + main.innerText(), never);
        }
    }

    /** Holds a page to WCAG 2.2 AA and to its width, and leaves a picture of it to look at. */
    void hold(Page page, Path target, String name) {
        page.waitForLoadState();
        picture(page, target.resolve("screenshots/" + name + "-" + width + (script ? "" : "-without-script") + ".png"));
        if (script) {
            AxeBuilder axe = new AxeBuilder(page).withTags(WCAG_AA);
            // What axe calls legacy looks in the page itself, in half the time, and not into its frames.
            axe.setLegacyMode(page.frames().size() == 1);
            List<String> violations =
                    axe.analyze().getViolations().stream().map(Rule::getHelp).toList();
            assertEquals(List.of(), violations, name);
            Object scrolls =
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            assertEquals(false, scrolls, name + " scrolls sideways");
        }
    }

    /** Of the whole page, unless that is longer than a picture can be. */
    private void picture(Page page, Path path) {
        Page.ScreenshotOptions options =
                new Page.ScreenshotOptions().setPath(path).setFullPage(true);
        double tall = page.locator("html").boundingBox().height;
        page.screenshot(tall > LONGEST_PICTURE ? options.setClip(0, 0, width, LONGEST_PICTURE) : options);
    }
}
