package nl.etalage.browsertests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a real browser, against the whole stack: a shop tells its story, and colleagues talk about one and its versions. */
@ExtendWith(SharedStack.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellIT {

    private static final String SHOP_PAGE = "/winkel/zeist/verhalen";

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
                .first()
                .click();
    }

    /** Waits until the pictures of a page are there, where a script can tell. */
    private static void seen(Look look, Page page) {
        if (look.script()) {
            page.locator("main img").all().forEach(Locator::scrollIntoViewIfNeeded);
            page.waitForCondition(() -> (boolean) page.evaluate(
                    "[...document.querySelectorAll('main img')].every(i => i.complete && i.naturalWidth > 0)"));
        }
    }

    private static byte[] photograph() {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xE9, 0xD8, 0xB4), 0, 800, new Color(0x8A, 0x5A, 0x34)));
        graphics.fillRect(0, 0, 1200, 800);
        graphics.setColor(new Color(0x5B, 0x33, 0x1E));
        graphics.fillRect(0, 560, 1200, 240);
        graphics.setColor(new Color(0x0B, 0x5A, 0x4B));
        graphics.fillOval(500, 180, 200, 200);
        graphics.fillRoundRect(430, 360, 340, 260, 120, 120);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true", "1280, 900, false"})
    void aShopTellsItsStoryIsAskedSomethingAndSeesItBecomeOne(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        String name = "Mia " + width + (script ? "" : " zonder script");
        Page shop = etalage.signedIn(look, "zeist-contributor", SHOP_PAGE);
        look.hold(shop, etalage.target(), "tell-empty");
        press(shop, "Stuur naar de redactie");
        Look.says(shop, "Schrijf eerst jullie verhaal.");
        look.hold(shop, etalage.target(), "tell-refused");

        shop.locator("#f-body").fill(name + " kwam dertig jaar geleden even schuilen voor de regen.\n\nZe bleef.");
        shop.locator("#f-file").setInputFiles(new FilePayload("mia.jpg", "image/jpeg", photograph()));
        press(shop, "Stuur naar de redactie");
        Look.says(shop, "Verstuurd. De redactie leest het");
        Look.says(shop, "Ligt bij de redactie");
        assertEquals("", shop.locator("#f-body").inputValue(), "the form is ready for another");
        look.hold(shop, etalage.target(), "tell-sent");

        Page editor = etalage.signedIn(look, "editor", "/redactie");
        editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Inzendingen"))
                .click();
        Look.says(editor, name);
        look.hold(editor, etalage.target(), "inbox");
        assertTrue(editor.locator(".badge").innerText().matches("[1-9]\\d?\\+?[\\s\\S]*"), "how many wait");
        editor.locator("a.clip", new Page.LocatorOptions().setHasText(name)).click();
        String received = editor.url();
        seen(look, editor);
        look.hold(editor, etalage.target(), "received");
        press(editor, "Vraag om een nieuwe tekst");
        Look.says(editor, "Schrijf eerst wat er beter kan.");
        editor.locator("#asking").fill("Wat deed Mia die eerste dag?");
        press(editor, "Vraag om een nieuwe tekst");
        Look.says(editor, "Gevraagd. De winkel ziet je vraag");

        shop.navigate(etalage.gateway() + SHOP_PAGE);
        Look.says(shop, "De redactie vraagt: Wat deed Mia die eerste dag?");
        Look.says(shop, "De redactie vraagt iets over jullie verhaal");
        look.hold(shop, etalage.target(), "tell-asked");
        shop.locator("a.clip", new Page.LocatorOptions().setHasText(name)).click();
        seen(look, shop);
        look.hold(shop, etalage.target(), "told-asked");
        shop.locator("#f-body").fill(name + " kwam schuilen voor de regen, en zette die dag alle koffie recht.");
        press(shop, "Stuur opnieuw naar de redactie");
        Look.says(shop, "Ligt bij de redactie");

        editor.navigate(received);
        Look.says(editor, "zette die dag alle koffie recht");
        editor.getByText("Eerdere teksten (1)").click();
        Look.says(editor, "Ze bleef.");
        assertEquals(1, editor.locator("details.card .sent-picture img").count(), "the picture that came with it");
        seen(look, editor);
        look.hold(editor, etalage.target(), "received-again");
        press(editor, "Maak er een verhaal van");
        Look.says(editor, "Verteld door");
        assertTrue(editor.locator("#f-body").inputValue().contains("zette die dag alle koffie recht"));
        assertTrue(editor.locator("#f-credit").inputValue().contains("Zeist"));
        assertEquals(1, editor.locator(".picture:not(.coming)").count(), "the picture came along");
        seen(look, editor);
        look.hold(editor, etalage.target(), "taken");
        editor.navigate(received);
        Look.says(editor, "Hier is een verhaal van gemaakt.");
        look.hold(editor, etalage.target(), "received-taken");

        shop.navigate(etalage.gateway() + SHOP_PAGE);
        Look.says(shop, "De redactie maakt er een verhaal van");
        look.hold(shop, etalage.target(), "tell-taken");
        shop.locator(".news a").first().click();
        Look.says(shop, "De redactie maakt er een verhaal van. De naam van jullie winkel komt erbij te staan.");
        look.hold(shop, etalage.target(), "told-taken");
        shop.context().close();
        editor.context().close();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true"})
    void whatWontBeAStorySaysWhyAndWhatIsTakenBackIsGoneFromTheDesk(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        Page shop = etalage.signedIn(look, "utrecht-contributor", "/winkel/utrecht/verhalen");
        shop.locator("#f-body").fill("Alle thee nu voor de halve prijs! " + width);
        press(shop, "Stuur naar de redactie");
        shop.locator("#f-body").fill("Dit toch maar niet. " + width);
        press(shop, "Stuur naar de redactie");
        shop.locator("a.clip", new Page.LocatorOptions().setHasText("Dit toch maar niet. " + width))
                .click();
        shop.getByText("Toch niet vertellen").click();
        look.hold(shop, etalage.target(), "told-back");
        press(shop, "Neem terug");
        Look.says(shop, "Teruggenomen. De redactie doet er niets meer mee.");

        Page coach = etalage.signedIn(look, "coach", "/redactie/inzendingen");
        assertEquals(0, coach.getByText("Dit toch maar niet. " + width).count());
        coach.locator("a.clip", new Page.LocatorOptions().setHasText("halve prijs! " + width))
                .click();
        assertEquals(0, coach.getByText("Maak er een verhaal van").count(), "a coach begins no story");
        coach.getByText("Dit wordt geen verhaal").click();
        press(coach, "Wijs af");
        assertEquals(
                "Schrijf eerst waarom niet.", coach.locator("#declining-error").innerText());
        look.hold(coach, etalage.target(), "received-decline-refused");
        coach.locator("#declining").fill("Een aanbieding is iets van jullie zelf. Vertel eens wie jullie thee maakt?");
        look.hold(coach, etalage.target(), "received-declining");
        press(coach, "Wijs af");
        Look.says(coach, "Afgewezen. De winkel ziet waarom.");

        shop.navigate(etalage.gateway() + "/winkel/utrecht/verhalen");
        Look.says(shop, "Wordt geen verhaal");
        Look.says(shop, "Waarom niet: Een aanbieding is iets van jullie zelf.");
        look.hold(shop, etalage.target(), "tell-declined");
        shop.locator("a.clip", new Page.LocatorOptions().setHasText("halve prijs! " + width))
                .click();
        look.hold(shop, etalage.target(), "told-declined");
        shop.context().close();
        coach.context().close();
    }

    /** Begins a tip that lacks nothing, and answers the address of its page. */
    private static String written(Page page, String title) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Begin een verhaal"))
                .click();
        page.locator("input[value='tip']").check();
        press(page, "Begin met schrijven");
        page.locator("#f-title").fill(title);
        page.locator("#f-summary").fill("Koffiedik is voer voor planten.");
        page.locator("#f-body").fill("Bewaar je koffiedik. Strooi elke week een schep in de pot.");
        page.locator("#f-readerValue").fill("Je planten groeien beter.");
        page.getByLabel("Bewustwording").check();
        page.getByLabel("Klanten").check();
        String story = page.url();
        press(page, "Bewaar en leg voor aan een collega");
        return story;
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, true", "390, 844, true", "1280, 900, false"})
    void colleaguesTalkAboutAStoryAndSeeWhatBecameOfIt(int width, int height, boolean script) {
        Look look = new Look(width, height, script);
        Page editor = etalage.signedIn(look, "editor", "/redactie");
        String story = written(editor, "Koffiedik in de pot " + width + (script ? "" : " zonder script"));
        Page second = etalage.signedIn(look, "editor2", "/redactie");
        second.navigate(story);
        look.hold(second, etalage.target(), "talk-none");
        second.locator("#c-field").selectOption("/body");
        second.locator("#c-text").fill("Een schep is veel. Is een handje niet genoeg?");
        press(second, "Plaats opmerking");
        Look.says(second, "Is een handje niet genoeg?");
        Look.says(second, "Geplaatst. Je collega’s kunnen het nu lezen.");

        editor.navigate(story + "/opmerkingen");
        editor.locator(".thread textarea").first().fill("Klopt, ik pas het na het vrijgeven aan.");
        press(editor, "Plaats antwoord");
        Look.says(editor, "ik pas het na het vrijgeven aan");
        look.hold(editor, etalage.target(), "talk-open");

        second.navigate(story);
        press(second, "Dit is klaar");
        Look.says(second, "Er staat niets open.");
        second.getByText("Afgerond (1)").click();
        Look.says(second, "Klaar, zegt");
        look.hold(second, etalage.target(), "talk-done");
        second.navigate(story);
        look.hold(second, etalage.target(), "talk-story");
        press(second, "Geef vrij voor de winkels");

        editor.navigate(story + "/verbeter");
        editor.locator("#f-body").fill("Bewaar je koffiedik. Strooi elke week een handje in de pot, en geef water.");
        editor.locator("input[name=audience][value=volunteers]").check();
        editor.locator("#f-note").fill("Een handje is genoeg.");
        editor.getByLabel("Niet erg: een spelfout of een mooier woord").check();
        press(editor, "Zet de verbetering bij alle winkels");
        editor.navigate(story + "/versies");
        look.hold(editor, etalage.target(), "compare-choose");
        press(editor, "Vergelijk");
        Look.says(editor, "Van versie 1 naar versie 2");
        assertEquals("[weg: schep ]", editor.locator(".differs del").first().textContent());
        assertTrue(editor.locator(".differs ins").first().textContent().contains("handje"));
        Look.says(editor, "Klanten, Vrijwilligers");
        look.hold(editor, etalage.target(), "compare");

        editor.navigate(story + "/versies/1");
        look.hold(editor, etalage.target(), "restore");
        press(editor, "Begin een concept met deze versie");
        assertEquals(
                "Bewaar je koffiedik. Strooi elke week een schep in de pot.",
                editor.locator("#f-body").inputValue());
        assertTrue(!editor.url().startsWith(story), "the story itself stays as it is");
        editor.context().close();
        second.context().close();
    }
}
