package nl.etalage.shops.erasure;

import static nl.etalage.shops.ShopsProblem.ERASURE_OF_ONESELF;
import static nl.etalage.shops.ShopsProblem.SENTENCES;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.etalage.audittrail.AuditTrail;
import nl.etalage.identity.Caller;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Visitor;
import nl.etalage.shops.ops.Ids;
import nl.etalage.shops.validation.Findings;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes everything by which a person can be known here. The other services hear that the memberships ended and forget
 * the person with them; the trail keeps ids of members, which from then on lead to nobody.
 */
@ApplicationScoped
class ErasePerson {

    /** What the feature calls itself whose records come back with the next spreadsheet. */
    private static final String IMPORTS = "imports";

    private final Memberships memberships;
    private final List<Forgets> features;
    private final AuditTrail audit;
    private final Visitor visitor;
    private final Ids ids;
    private final String ownIssuer;

    ErasePerson(
            Memberships memberships,
            @All List<Forgets> features,
            AuditTrail audit,
            Visitor visitor,
            Ids ids,
            @ConfigProperty(name = "etalage.issuer") String ownIssuer) {
        this.memberships = memberships;
        this.features = features;
        this.audit = audit;
        this.visitor = visitor;
        this.ids = ids;
        this.ownIssuer = ownIssuer;
    }

    /**
     * Erases whom the request names.
     *
     * @param language of what remains to be done
     * @throws nl.etalage.problem.ProblemException 422 when it names nobody, 404 when there is no such member, 409 when
     *     it is the caller, a shop's last manager who isn't to hand over, or the last admin
     */
    ErasureView erase(ErasureRequest request, Sentences language) {
        Findings.body(request).check();
        Person person = person(request).at(request.email());
        Caller caller = visitor.standing().caller();
        if (caller.issuer().equals(person.issuer()) && caller.subject().equals(person.subject())) {
            // Their own answer to this very request would name them again.
            throw ERASURE_OF_ONESELF.because();
        }
        List<String> handedOver = memberships.end(person, request.handOver());
        Map<String, Integer> removed = new TreeMap<>();
        features.forEach(feature -> removed.put(feature.what(), feature.forget(person)));
        UUID id = ids.next();
        audit.record("person.erased", null, "erasure/" + id);
        return new ErasureView(id, person.members().size(), handedOver, removed, remaining(person, removed, language));
    }

    private List<String> remaining(Person person, Map<String, Integer> removed, Sentences language) {
        boolean known = person.subject() != null;
        List<String> left = new ArrayList<>();
        left.add(language.sentence(
                SENTENCES,
                known ? "erasure.account" : "erasure.perhaps-account",
                List.of(known ? person.issuer() : ownIssuer)));
        if (removed.getOrDefault(IMPORTS, 0) > 0) {
            left.add(language.sentence(SENTENCES, "erasure.spreadsheet", List.of()));
        }
        left.add(language.sentence(SENTENCES, "erasure.elsewhere", List.of()));
        return left;
    }

    private Person person(ErasureRequest request) {
        if (request.member() != null) {
            return memberships.whose(request.member());
        }
        return request.subject() == null
                ? memberships.nobody()
                : memberships.of(Optional.ofNullable(request.issuer()).orElse(ownIssuer), request.subject());
    }
}
