package nl.etalage.shops.erasure;

import java.util.List;
import java.util.UUID;

/** Where a person takes part. */
public interface Memberships {

    /**
     * Whose membership this is.
     *
     * @throws nl.etalage.problem.ProblemException 404 when there is no such member
     */
    Person whose(UUID member);

    /** Who signs in so; also somebody who is no member. */
    Person of(String issuer, String subject);

    /** Who never signed in. */
    default Person nobody() {
        return new Person(null, null, List.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of());
    }

    /**
     * Ends all their memberships, as if they left.
     *
     * @param handOver whether the central group is to look after shops that nobody else leads
     * @return slugs of the shops it looks after from now on
     * @throws nl.etalage.problem.ProblemException 409 when a shop would be without a manager, or the network without an
     *     admin
     */
    List<String> end(Person person, boolean handOver);
}
