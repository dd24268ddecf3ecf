package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The editor's desk in a real browser, against the whole stack: a story from nothing to released, and after. */
@ExtendWith(SharedStack.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {

    private static final Look DESK = new Look(1280, 900, true);
    private static final String BODY =
            """
            In Huila plukt **een groep vrouwen** de koffie die je bij {{shop.name}} drinkt.

            - Ze kregen samen een eigen branderij.
            - De winst blijft in het dorp.

            Bestel op {{shop.webshop}}. Kom langs: {{shop.openingHours}}.""";

    private BrowserOnEtalage etalage;

    @BeforeAll
    void start(SharedStack shared) throws IOException {
        etalage = BrowserOnEtalage.start(shared);
    }

    @AfterAll
    void stop() {
        if (etalage != null) {
            etalage.close();
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static byte[] photograph() {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x7A, 0x2E, 0x1D), 1200, 800, new Color(0xE8, 0xB0, 0x5C)));
        graphics.fillRect(0, 0, 1200, 800);
        graphics.setColor(new Color(0x2E, 0x5B, 0x3A));
        for (int x = 60; x < 1200; x += 160) {
            graphics.fillOval(x, 300 + x % 230, 110, 110);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Begins a story of a kind and answers the address of its page. */
    private static String begin(Page page, String kind) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Begin een verhaal"))
                .click();
        page.locator("input[value='" + kind + "']").check();
        press(page, "Begin met schrijven");
        return page.url();
    }

    private static void write(Page page, String title) {
        page.getByLabel("Titel", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(title);
        page.getByLabel("Samenvatting").first().fill("Vrouwen in Huila plukken de koffie die je bij ons drinkt.");
        page.locator("#f-body").fill(BODY);
        page.getByLabel("Wat heeft de lezer eraan?").fill("Na dit verhaal weet je wie je koffie plukte.");
        page.getByLabel("Bewustwording").check();
        page.getByLabel("Klanten").check();
    }

    private static void choosePicture(Page page) {
        page.locator("#f-new-file").setInputFiles(new FilePayload("koffie.jpg", "image/jpeg", photograph()));
        page.locator("#f-new-altText").fill("Rijen groene koffiestruiken op een rode berghelling");
        page.locator("#f-new-credit").fill("Fatima el Amrani");
        page.locator("#f-new-licence").selectOption("own");
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true", "1280, 900, false", "390, 844, false"})
    void anEditorMakesAStoryFromNothingAndAnotherReleasesIt(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        String title = "De vrouwen achter de koffie " + width + (script ? "" : " zonder script");
        Page editor = etalage.signedIn(look, "editor", "/redactie");
        look.hold(editor, etalage.target(), "desk-list");
        editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Begin een verhaal"))
                .click();
        look.hold(editor, etalage.target(), "desk-begin");
        editor.goBack();
        String story = begin(editor, "maker");
        look.hold(editor, etalage.target(), "desk-empty");

        press(editor, "Bewaar en leg voor aan een collega");
        Look.says(editor, "nog niet voorgelegd");
        Look.says(editor, "Geef het verhaal een titel.");
        look.hold(editor, etalage.target(), "desk-incomplete");

        write(editor, title);
        choosePicture(editor);
        press(editor, "Bewaar");
        Look.says(editor, "Bewaard.");
        Look.says(editor, "Alles staat erin.");
        assertEquals(BODY, editor.locator("#f-body").inputValue());
        assertEquals(
                "Rijen groene koffiestruiken op een rode berghelling",
                editor.locator(".picture:not(.coming) textarea").inputValue());
        if (script) {
            editor.locator(".picture img").scrollIntoViewIfNeeded();
            editor.waitForCondition(() -> (boolean) editor.evaluate(
                    "[...document.querySelectorAll('.picture img')].every(i => i.complete && i.naturalWidth > 0)"));
        }
        look.hold(editor, etalage.target(), "desk-written");

        press(editor, "Bewaar en kijk hoe het eruitziet");
        look.hold(editor, etalage.target(), "desk-preview-choose");
        editor.navigate(story + "/bekijk?winkel=zeist");
        Look.says(editor, "Zo ziet het eruit bij");
        assertFalse(editor.locator("article.page").innerText().contains("{{"));
        look.hold(editor, etalage.target(), "desk-preview");

        editor.navigate(story);
        press(editor, "Bewaar en leg voor aan een collega");
        Look.says(editor, "Voorgelegd.");
        Look.says(editor, "Een collega kan het vrijgeven.");
        assertEquals(0, editor.getByText("Geef vrij voor de winkels").count(), "nobody releases their own");

        Page second = etalage.signedIn(look, "editor2", "/redactie");
        second.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(title).setExact(true))
                .click();
        look.hold(second, etalage.target(), "desk-review");
        second.locator("#note").fill("Mooi. Zet de naam van de groep erbij?");
        press(second, "Geef terug aan Eva Schouten");
        Look.says(second, "Teruggegeven.");

        editor.navigate(story);
        Look.says(editor, "Zet de naam van de groep erbij?");
        editor.locator("#f-question").fill("Wat drink jij het liefst bij de koffie?");
        press(editor, "Bewaar en leg voor aan een collega");
        second.navigate(story);
        press(second, "Geef vrij voor de winkels");
        Look.says(second, "Vrijgegeven.");
        look.hold(second, etalage.target(), "desk-released");
        editor.context().close();
        second.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true", "1280, 900, false"})
    void aPictureIsChosenOnceAndSoundAndPaperHaveTheirPlace(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        Page page = etalage.signedIn(look, "editor", "/redactie");
        begin(page, "product");
        write(page, "Gebrande koffie " + width + (script ? "" : " zonder script"));
        page.locator("#f-new-file").setInputFiles(new FilePayload("berg.jpg", "image/jpeg", photograph()));
        page.locator("#f-new-credit").fill("Foto: " + "Fatima ".repeat(200));
        press(page, "Bewaar");
        Look.says(page, "De tekst is bewaard. Dit lukte nog niet:");
        assertEquals(1, page.locator(".picture:not(.coming) img").count(), "the picture is there");
        look.hold(page, etalage.target(), "desk-picture-kept");
        page.locator(".picture:not(.coming) input[name$='credit']").fill("Foto: Fatima");
        page.locator("#f-new-file").setInputFiles(Recordings.sound());
        page.locator("#f-new-altText").fill("De branderij, met krakende bonen");
        press(page, "Bewaar");
        Look.says(page, "Bewaard.");
        page.locator("#f-new-file").setInputFiles(Recordings.paper());
        press(page, "Bewaar");
        Look.says(page, "Bewaard.");
        assertEquals(3, page.locator(".picture:not(.coming)").count());
        assertEquals(
                "Foto: Fatima",
                page.locator(".picture input[name$='credit']").first().inputValue());
        Look.says(page, "Pdf zonder beschrijving");
        if (script) {
            page.waitForCondition(() -> (boolean) page.evaluate("document.querySelector('audio').duration > 4"));
        }
        page.getByLabel("Of: waarom valt er niets te lezen?").fill("Er wordt niets gezegd.");
        look.hold(page, etalage.target(), "desk-files");
        page.getByText("Wie mag dit verhaal gebruiken?").click();
        page.getByLabel("Alleen winkels die het product verkopen").check();
        press(page, "Bewaar");
        page.getByText("Wie mag dit verhaal gebruiken?").click();
        assertTrue(page.getByLabel("Alleen winkels die het product verkopen").isChecked());
        look.hold(page, etalage.target(), "desk-who");
        String story = page.url().replaceAll("\\?.*", "");
        page.navigate(story + "/bekijk?winkel=zeist");
        assertEquals(1, page.locator("audio").count());
        look.hold(page, etalage.target(), "desk-preview-files");
        page.navigate(story + "/fotos");
        look.hold(page, etalage.target(), "desk-choose");
        page.context().close();
    }

    private static FilePayload captions(String text) {
        return new FilePayload("plukken.vtt", "text/vtt", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Plays what a person pressed on, and waits until it goes on. */
    private static void plays(Page page, Locator player) {
        player.scrollIntoViewIfNeeded();
        player.focus();
        page.keyboard().press("Space");
        page.waitForCondition(() -> (boolean)
                player.evaluate("p => p.readyState >= 2 && p.currentTime > 0.2 && p.currentTime <= p.duration"));
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void aFilmPlaysWithItsCaptionsAndASoundPlaysAndBothStandBesideTheOtherRevision(int width, int height)
            throws IOException {
        Look look = new Look(width, height, true);
        Page editor = etalage.signedIn(look, "editor", "/redactie");
        String story = begin(editor, "tip");
        write(editor, "Koffie plukken op film " + width);
        editor.locator("#f-new-file").setInputFiles(Recordings.film());
        editor.locator("#f-new-altText").fill("Handen plukken rode bessen van een struik");
        press(editor, "Bewaar");
        Look.says(editor, "Bewaard.");
        Locator file = editor.getByLabel("Ondertiteling", new Page.GetByLabelOptions().setExact(true));
        file.setInputFiles(captions("We plukken alleen rode bessen.\n"));
        press(editor, "Bewaar");
        Look.says(editor, "De tekst is bewaard. Dit lukte nog niet:");
        Look.says(editor, "Dit zijn geen ondertitels als WebVTT of SRT.");
        look.hold(editor, etalage.target(), "desk-captions-refused");
        file.setInputFiles(captions("1\n00:00:00,000 --> 00:00:05,000\nWe plukken alleen rode bessen.\n"));
        Locator others = editor.locator(
                        "details", new Page.LocatorOptions().setHasText("Ondertiteling in andere talen"))
                .first();
        others.locator("summary").first().click();
        others.getByLabel("In welke taal?").first().selectOption("en");
        others.getByLabel("Bestand (.vtt of .srt)")
                .first()
                .setInputFiles(captions("WEBVTT\n\n00:00.000 --> 00:05.000\nWe pick red berries only.\n"));
        press(editor, "Bewaar");
        Look.says(editor, "Bewaard.");
        look.hold(editor, etalage.target(), "desk-captions");
        editor.locator("#f-new-file").setInputFiles(Recordings.tone());
        editor.locator("#f-new-altText").fill("Bonen kraken in de brander");
        press(editor, "Bewaar");
        editor.getByLabel("Of: waarom valt er niets te lezen?").last().fill("Er wordt niets gezegd.");
        press(editor, "Bewaar en leg voor aan een collega");
        Look.says(editor, "Voorgelegd.");

        Page second = etalage.signedIn(look, "editor2", "/redactie");
        List<Response> parts = new ArrayList<>();
        second.onResponse(answer -> {
            if (answer.url().contains("/api/v1/media/") && answer.status() == 206) {
                parts.add(answer);
            }
        });
        second.navigate(story);
        Locator film = second.locator("video");
        plays(second, film);
        second.waitForCondition(() -> (boolean) film.evaluate("v => v.textTracks[0].cues?.length === 1"));
        assertEquals(
                "showing: We plukken alleen rode bessen.",
                film.evaluate("v => v.textTracks[0].mode + ': ' + v.textTracks[0].activeCues[0].text"));
        assertEquals(List.of("nl", "en"), film.evaluate("v => Array.from(v.textTracks).map(track => track.language)"));
        film.evaluate("v => { v.textTracks[1].mode = 'showing' }");
        second.waitForCondition(() -> (boolean) film.evaluate("v => v.textTracks[1].cues?.length === 1"));
        assertEquals("We pick red berries only.", film.evaluate("v => v.textTracks[1].cues[0].text"));
        film.evaluate("v => { v.textTracks[1].mode = 'disabled' }");
        look.hold(second, etalage.target(), "desk-film");
        assertFalse(parts.isEmpty(), "a browser asks a film in parts");
        assertEquals(
                "206 bytes 100-199/" + Recordings.film().buffer.length + " 100",
                second.evaluate(
                        """
                        async address => {
                            const part = await fetch(address, {headers: {Range: 'bytes=100-199'}});
                            return `${part.status} ${part.headers.get('Content-Range')} ${(await part.blob()).size}`;
                        }""",
                        film.evaluate("v => v.currentSrc")));
        plays(second, second.locator("audio"));

        press(second, "Geef vrij voor de winkels");
        second.navigate(story + "/verbeter");
        second.getByLabel("Haal dit van het verhaal").last().check();
        second.locator("#f-note").fill("Het geluid hoort bij een ander verhaal.");
        second.getByLabel("Er klopte iets niet").check();
        press(second, "Zet de verbetering bij alle winkels");
        second.navigate(story + "/vergelijk?van=1&met=2");
        assertEquals(2, second.locator(".sides video").count());
        assertEquals(1, second.locator(".sides audio").count());
        assertEquals(0, second.locator(".sides img").count());
        look.hold(second, etalage.target(), "compare-files");
        editor.context().close();
        second.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1280, 600", "390, 844"})
    void theButtonsCoverNothingOfWhatStandsBesideTheText(int width, int height) {
        Look look = new Look(width, height, true);
        Page page = etalage.signedIn(look, "editor", "/redactie");
        begin(page, "product");
        for (String where : List.of("0", "document.body.scrollHeight / 3", "document.body.scrollHeight")) {
            page.evaluate("scrollTo({top: " + where + ", behavior: 'instant'})");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(etalage.target()
                            .resolve("screenshots/desk-bar-%d-%d-%s.png"
                                    .formatted(width, height, where.replaceAll("[^0-9]", "")))));
            assertEquals(
                    false,
                    page.evaluate(
                            """
                            () => {
                                const [bar, beside] = ['.writing > .acts', '.writing > .beside']
                                    .map(part => document.querySelector(part).getBoundingClientRect());
                                return bar.left < beside.right && beside.left < bar.right
                                    && bar.top < beside.bottom && beside.top < bar.bottom;
                            }"""),
                    where);
        }
        page.context().close();
    }

    @Test
    void onAPhoneTheStoryComesBeforeWhatItStillNeeds() {
        Page page = etalage.signedIn(new Look(390, 844, true), "editor", "/redactie");
        begin(page, "product");
        double title = page.locator("#f-title").boundingBox().y;
        assertTrue(title < 844, "the first field is on the first screen: " + title);
        assertTrue(page.locator("#checklist").boundingBox().y > title, "what is needed comes after it");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Wat moet er nog\\? \\(\\d+\\)$")))
                .click();
        page.waitForCondition(() -> (boolean)
                page.evaluate("document.querySelector('#checklist').getBoundingClientRect().top < innerHeight / 2"));
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true", "1280, 900, false"})
    void aTranslationBeginsAsACopyAndTheStoriesLeadToEachOther(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        String title = "Koffie uit Huila, vertaald " + width + (script ? "" : " zonder script");
        Page page = etalage.signedIn(look, "editor", "/redactie");
        String story = begin(page, "tip");
        write(page, title);
        press(page, "Bewaar");
        Look.says(page, "Er is nog geen vertaling.");
        page.getByText("Maak een vertaling").click();
        look.hold(page, etalage.target(), "desk-translate");
        page.getByLabel("Frans").check();
        press(page, "Begin de vertaling");
        assertFalse(page.url().startsWith(story), "it is a story of its own");
        assertEquals(BODY, page.locator("#f-body").inputValue());
        assertEquals("fr", page.locator("#f-locale").inputValue());
        assertTrue(story.endsWith(page.locator("#f-translationOf").inputValue()));
        page.locator("#f-title").fill("Le café de Huila");
        press(page, "Bewaar");
        look.hold(page, etalage.target(), "desk-translation");
        page.locator(".others a").click();
        assertTrue(page.url().startsWith(story));
        Look.says(page, "Le café de Huila");
        Look.says(page, "Frans. Concept.");
        page.navigate(story + "/vertaling");
        assertEquals(0, page.getByLabel("Frans").count(), "it is there in French");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true"})
    void aReleasedStoryIsCorrectedConfirmedAndWithdrawn(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        Page editor = etalage.signedIn(look, "editor", "/redactie");
        String story = begin(editor, "tip");
        write(editor, "Koffiedik in de plantenpot " + width);
        press(editor, "Bewaar en leg voor aan een collega");
        Page second = etalage.signedIn(look, "editor2", "/redactie");
        second.navigate(story);
        press(second, "Geef vrij voor de winkels");

        second.getByText("Verbeter dit verhaal").click();
        look.hold(second, etalage.target(), "desk-correct");
        second.locator("#f-summary").fill("Een handje koffiedik per week is genoeg.");
        press(second, "Zet de verbetering bij alle winkels");
        Look.says(second, "Nog niet bewaard. Wat je typte staat er nog.");
        assertEquals(
                "Een handje koffiedik per week is genoeg.",
                second.locator("#f-summary").inputValue());
        Locator wrong = second.locator(".complaint a");
        assertEquals(
                List.of("Schrijf wat je veranderde, en waarom.", "Kies hoe erg het is als de oude tekst blijft staan."),
                wrong.allInnerTexts());
        look.hold(second, etalage.target(), "desk-correct-refused");
        wrong.first().click();
        assertEquals(true, second.evaluate("document.querySelector(':target').id === 'f-note'"));
        second.locator("#f-note").fill("Een handje is genoeg; er stond een schep.");
        second.getByLabel("Er klopte iets niet").check();
        press(second, "Zet de verbetering bij alle winkels");
        Look.says(second, "De verbetering staat bij alle winkels.");
        assertEquals(0, second.getByText("Ja, de verbetering klopt").count(), "nobody confirms their own");

        editor.navigate(story);
        link(editor, "Kijk wat er veranderde");
        Look.says(editor, "Een handje");
        editor.navigate(story);
        press(editor, "Ja, de verbetering klopt");
        Look.says(editor, "Nagekeken.");
        editor.getByText("Eerdere versies").click();
        Look.says(editor, "Een handje is genoeg; er stond een schep.");
        look.hold(editor, etalage.target(), "desk-revisions");
        editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Versie 1"))
                .click();
        Look.says(editor, "Vrouwen in Huila plukken de koffie");
        look.hold(editor, etalage.target(), "desk-revision");

        editor.navigate(story);
        editor.getByText("Trek dit verhaal terug").click();
        editor.getByLabel("iemand trok toestemming in").check();
        look.hold(editor, etalage.target(), "desk-withdraw");
        press(editor, "Haal het bij alle winkels weg");
        Look.says(editor, "Dit verhaal is teruggetrokken: iemand trok toestemming in.");
        editor.context().close();
        second.context().close();
    }

    @Test
    void twoEditorsAtOnceLoseNothing() {
        Page one = etalage.signedIn(DESK, "editor", "/redactie");
        String story = begin(one, "product");
        write(one, "Rode rijst");
        press(one, "Bewaar");
        Page two = etalage.signedIn(DESK, "editor2", "/redactie");
        two.navigate(story);

        one.getByLabel("Samenvatting").first().fill("Rijst van één familie.");
        one.getByLabel("Verder lezen").fill("https://rijst.example");
        press(one, "Bewaar");
        two.getByLabel("Samenvatting").first().fill("Rijst uit de bergen.");
        press(two, "Bewaar");

        Look.says(two, "Iemand anders was hier ook bezig.");
        assertEquals("Rijst uit de bergen.", two.locator("#f-summary").inputValue());
        assertEquals("https://rijst.example", two.locator("#f-link").inputValue());
        Look.says(two, "Rijst van één familie.");
        assertEquals(List.of("Samenvatting"), two.locator(".noted a").allInnerTexts(), "it leads to what both changed");
        DESK.hold(two, etalage.target(), "desk-met");

        two.getByLabel("Neem wat de ander schreef").check();
        press(two, "Bewaar");
        Look.says(two, "Bewaard.");
        assertEquals("Rijst van één familie.", two.locator("#f-summary").inputValue());
        one.context().close();
        two.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, false"})
    void anEditorKeepsTheListOfThemes(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        String theme = "Klok & bel " + width;
        Page page = etalage.signedIn(look, "editor", "/redactie");
        link(page, "Thema’s");
        look.hold(page, etalage.target(), "desk-themes");
        page.locator("details summary").first().click();
        page.locator("#f-nl").fill(theme);
        page.locator("#f-synonyms").fill("KOFFIE, windgong " + width);
        press(page, "Zet erbij");
        Look.says(page, "Dit woord hoort al bij het thema koffie.");
        look.hold(page, etalage.target(), "desk-themes-refused");
        page.locator("#f-synonyms").fill("windgong " + width);
        press(page, "Zet erbij");
        Look.says(page, "Het thema staat erbij.");
        link(page, theme);
        look.hold(page, etalage.target(), "desk-theme");
        page.locator("input[name=retired]").check();
        press(page, "Bewaar");
        Look.says(page, "Het thema is bewaard.");
        Look.says(page, "Niet meer in gebruik");
        link(page, theme);
        page.getByText("Voeg samen met een ander thema").click();
        page.getByLabel("Welk thema blijft?").selectOption(new SelectOption().setLabel("Ambacht"));
        look.hold(page, etalage.target(), "desk-theme-merge");
        press(page, "Voeg samen");
        Look.says(page, "De thema’s zijn samengevoegd.");
        assertEquals(
                0,
                page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(theme).setExact(true))
                        .count());
        Look.says(page, "windgong " + width);
        look.hold(page, etalage.target(), "desk-themes-merged");
        page.context().close();
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void aPictureThatIsNoneIsSaidInOneSentenceAndTheTextIsKept() {
        Page page = etalage.signedIn(DESK, "editor", "/redactie");
        begin(page, "tip");
        write(page, "Wat niet kan");
        page.locator("#f-new-file")
                .setInputFiles(new FilePayload(
                        "foto.jpg", "image/jpeg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)));
        page.locator("#f-new-altText").fill("Dit blijft ook staan");
        page.locator("#f-themes ~ details summary").click();
        page.locator("input[name=themes][value=koffie]").check();
        press(page, "Bewaar");

        Look.says(page, "De tekst is bewaard. Dit lukte nog niet:");
        Look.says(page, "Dit bestand kennen we niet. Stuur een foto als JPEG, PNG, WebP of GIF");
        assertEquals("Wat niet kan", page.locator("#f-title").inputValue());
        assertEquals("Dit blijft ook staan", page.locator("#f-new-altText").inputValue());
        DESK.hold(page, etalage.target(), "desk-refused");

        assertTrue(page.locator("input[name=themes][value=koffie]").isChecked());
        page.locator("input[name=season][value=kerst]").check();
        press(page, "Bewaar");
        Look.says(page, "Bewaard.");
        page.context().close();
    }

    @Test
    void whoseSessionEndedGetsBackWhatWasTyped() {
        Page page = etalage.signedIn(DESK, "editor", "/redactie");
        String story = begin(page, "tip");
        write(page, "Na de koffiepauze");
        page.context().clearCookies();
        press(page, "Bewaar");

        Look.says(page, "Je bent uitgelogd, je tekst is er nog");
        DESK.hold(page, etalage.target(), "desk-ended");
        Page tab = page.context().newPage();
        tab.navigate(etalage.gateway() + "/sign-in?to=/redactie");
        Locator username = tab.locator("#username");
        if (username.isVisible()) {
            username.fill("editor");
            tab.locator("#password").fill("editor");
            tab.locator("#password").press("Enter");
        }
        tab.waitForURL(Pattern.compile(".*/redactie"));
        press(page, "Bewaar het nu");

        Look.says(page, "Bewaard.");
        assertEquals(story + "?done=saved", page.url());
        assertEquals("Na de koffiepauze", page.locator("#f-title").inputValue());
        assertEquals(BODY, page.locator("#f-body").inputValue());
        page.context().close();
    }

    @Test
    void picturesThatAreThereCanBeChosenAndTheListIsSearched() {
        Page page = etalage.signedIn(DESK, "editor", "/redactie");
        begin(page, "shop");
        write(page, "Een foto die er al was");
        press(page, "Bewaar en kies een foto die er al is");
        DESK.hold(page, etalage.target(), "desk-pictures");
        press(page, "Zet bij het verhaal");
        Look.says(page, "Kies eerst een foto, of ga terug naar het verhaal.");
        page.locator(".choice input:enabled").first().check();
        press(page, "Zet bij het verhaal");
        assertEquals(1, page.locator(".picture:not(.coming)").count());

        page.navigate(etalage.gateway() + "/redactie");
        page.getByLabel("Zoek in de titel").fill("die er al was");
        page.getByLabel("Stand").selectOption("draft");
        press(page, "Zoek");
        assertEquals(1, page.locator(".rows li").count());
        DESK.hold(page, etalage.target(), "desk-found");
        page.locator(".rows li").click(new Locator.ClickOptions().setPosition(1000, 20));
        page.waitForURL(Pattern.compile(".*/redactie/verhalen/.*"));
        assertEquals("Een foto die er al was", page.locator("#f-title").inputValue(), "the whole line is a link");

        page.navigate(etalage.gateway() + "/redactie?q=zzzz");
        Look.says(page, "Geen verhaal past bij wat je zoekt.");
        page.context().close();
    }

    @Test
    void whoIsNotInTheCentralGroupFindsNoDesk() {
        Page page = etalage.signedIn(DESK, "marijke", "/redactie");

        Look.says(page, "Deze bladzijde is er niet");
        page.context().close();
    }

    @Test
    void inEnglishTheDeskIsEnglish() {
        Page page = etalage.open(DESK, "en-GB");
        page.navigate(etalage.gateway() + "/redactie");
        BrowserOnEtalage.signIn(page, "coach");
        page.waitForURL(Pattern.compile(".*/redactie.*"));

        Look.says(page, "Stories of the editors");
        assertEquals(0, page.getByText("Begin a story").count(), "a coach reads");
        DESK.hold(page, etalage.target(), "desk-list-english");
        page.context().close();
    }
}
