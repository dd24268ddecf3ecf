package nl.etalage.scheduling.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Whom to write to; asked for each mail, because addresses are kept in one place only. */
@RegisterRestClient(configKey = "shops")
@Path("/internal/contacts")
@Produces(MediaType.APPLICATION_JSON)
interface ShopsService {

    /** A shop's managers and publishers of today. */
    @GET
    Contacts contacts(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, @QueryParam("shop") String shop);

    /** The answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contacts(List<Contact> items) {}

    /**
     * One person, or the mailbox of a shop without people; that has no member and no role.
     *
     * @param locale language they read, such as {@code nl-NL}; null when they never said
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(UUID member, String name, String email, String role, String locale) {}
}
