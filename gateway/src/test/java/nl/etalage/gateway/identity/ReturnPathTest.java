package nl.etalage.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/berichten/01976b2e-4c00-7000-8000-000000000001?done=posted",
                "/zoeken?q=caf%C3%A9&to=https://elders.example/",
                "/api/docs#stories"
            })
    void aPathOfOurOwnIsKept(String path) {
        assertEquals(path, ReturnPath.of(path).toString());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://elders.example/",
                "//elders.example/",
                "///elders.example/",
                "/\\elders.example/",
                "\\\\elders.example",
                "/\t/elders.example/",
                "/\r\nLocation: https://elders.example/",
                "/./\\elders.example",
                "/..//elders.example/",
                "/.//elders.example/",
                "/a/..//elders.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "elders.example",
                "@elders.example",
                "/%zz",
                " /",
                "/sign-in?to=/sign-in",
                "/sign-in/refused",
                "/logout"
            })
    void whateverCouldLeadElsewhereOrInCirclesLeadsToTheFirstPage(String path) {
        assertEquals("/", ReturnPath.of(path).toString());
    }

    @Test
    void whatNobodyTypesLeadsToTheFirstPage() {
        assertEquals("/", ReturnPath.of("/" + "a".repeat(2000)).toString());
    }
}
