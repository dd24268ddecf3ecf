package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page is held to would be seen. */
class LookIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<img src='x.png'> | alternative text",
                "<p style='color: #999; background: #fff'>Vaag</p> | contrast",
                "<iframe title='x' srcdoc='<html lang=nl><img src=x.png>'></iframe> | alternative text",
                "<div style='width: 2000px'>Breed</div> | scrolls sideways"
            })
    void whatNotEverybodyCanUseIsFound(String part, String said) {
        Look look = new Look(1280, 900, true);
        try (Chromium chromium = Chromium.start()) {
            Page page = look.open(chromium.browser(), "nl-NL");
            page.setContent(
                    "<!DOCTYPE html><html lang='nl'><title>x</title><main><h1>x</h1>" + part + "</main></html>");
            AssertionError found = assertThrows(
                    AssertionError.class,
                    () -> look.hold(page, Path.of(System.getProperty("etalage.target")), "wrong"));
            assertTrue(found.getMessage().contains(said), found.getMessage());
        }
    }
}
