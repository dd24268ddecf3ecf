package nl.etalage.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import nl.etalage.local.Stack;
import nl.etalage.local.StackOptions;

/** A browser, to look at a whole Etalage with its demo data. */
final class BrowserOnEtalage implements AutoCloseable {

    private final Chromium chromium;
    private final Stack stack;
    private final Path target;

    private BrowserOnEtalage(Chromium chromium, Stack stack, Path target) {
        this.chromium = chromium;
        this.stack = stack;
        this.target = target;
    }

    /** Starts a browser on the running stack, or skips the test where there is no browser. */
    static BrowserOnEtalage start(SharedStack shared) throws IOException {
        Chromium chromium = Chromium.start();
        try {
            return new BrowserOnEtalage(chromium, shared.running(), Path.of(System.getProperty("etalage.target")));
        } catch (IOException | RuntimeException failure) {
            chromium.close();
            throw failure;
        }
    }

    /** The page on which somebody is signed in, in a browser of their own. */
    Page signedIn(Look look, String person, String path) {
        Page page = open(look, "nl-NL");
        page.navigate(gateway() + path);
        signIn(page, person);
        page.waitForURL(Pattern.compile(Pattern.quote(gateway() + path) + ".*"));
        return page;
    }

    /** Fills the form of the issuer; everyone's password is the user name. */
    static void signIn(Page page, String person) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(person);
        page.locator("#password").press("Enter");
    }

    /** A new browser, with nobody signed in. */
    Page open(Look look, String language) {
        Browser browser = chromium.browser();
        return look.open(browser, language);
    }

    String gateway() {
        return stack.options().gateway();
    }

    StackOptions options() {
        return stack.options();
    }

    /** Where what tests leave behind goes. */
    Path target() {
        return target;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
