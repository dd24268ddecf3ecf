package nl.etalage.audittrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActorTest {

    private static final UUID ZEIST = new UUID(0, 1);
    private static final UUID UTRECHT = new UUID(0, 2);
    private static final UUID CENTRAL = new UUID(0, 3);

    @Test
    void aPersonIsNamedByTheirPartInTheShopItself() {
        Actor anja = Actor.person("anja", Map.of("zeist", ZEIST, "utrecht", UTRECHT), CENTRAL);
        assertEquals(UTRECHT, anja.memberAt("utrecht"));
        assertEquals(CENTRAL, anja.memberAt("almere"));
        assertEquals(CENTRAL, anja.memberAt(null));
    }

    @Test
    void aRefusalIsNeverWrittenInTheTrailOfAShopTheCallerHasNoPartIn() {
        Actor mallory = Actor.person("mallory", Map.of("zeist", ZEIST), null);
        assertEquals(Optional.of("zeist"), mallory.shopOf("utrecht"));
        assertEquals(Optional.of("zeist"), mallory.shopOf(null));
        assertEquals(ZEIST, mallory.memberAt("zeist"));
        assertEquals(Optional.empty(), Actor.person("stranger", Map.of(), null).shopOf("utrecht"));
    }

    @Test
    void whoWorksForSeveralShopsAndNamesNoneOfThemIsWrittenInNone() {
        Actor both = Actor.person("both", Map.of("zeist", ZEIST, "utrecht", UTRECHT), null);
        assertEquals(Optional.of("utrecht"), both.shopOf("utrecht"));
        assertEquals(Optional.empty(), both.shopOf("almere"));
        assertNull(both.memberAt(null));
    }

    @Test
    void aMachineIsNamedByItsClientAndHasNoMember() {
        Actor webshop = Actor.machine("client", "webshop-zeist", Set.of("zeist"));
        assertEquals(Optional.of("zeist"), webshop.shopOf("zeist"));
        assertNull(webshop.memberAt("zeist"));
    }
}
