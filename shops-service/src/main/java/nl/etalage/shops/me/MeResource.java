package nl.etalage.shops.me;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import nl.etalage.shops.access.Visitor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells callers who they are here. */
@Path("/api/v1/me")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class MeResource {

    private final Visitor visitor;

    MeResource(Visitor visitor) {
        this.visitor = visitor;
    }

    @GET
    @Allowed(Permission.KNOW_ONESELF)
    @Operation(
            summary = "Who am I",
            description = "Name and mail address as the token says, and the caller's part in shops and central group.")
    public Me readMe() {
        return Me.of(visitor.standing());
    }
}
