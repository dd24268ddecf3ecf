package nl.etalage.gateway.console;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.etalage.gateway.identity.ReturnPath;
import nl.etalage.gateway.identity.SameOrigin;
import nl.etalage.gateway.identity.SignIn;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in and out. The exchange with the issuer is done before these are reached. */
@Path("/")
public class SignInResource {

    private static final URI FIRST_PAGE = URI.create("/");

    private final Visitor visitor;
    private final ErrorPages errors;
    private final SameOrigin sameOrigin;

    SignInResource(Visitor visitor, ErrorPages errors, SameOrigin sameOrigin) {
        this.visitor = visitor;
        this.errors = errors;
        this.sameOrigin = sameOrigin;
    }

    /**
     * Only reached by who is signed in: anybody else has been sent to the issuer, and comes back here.
     *
     * @param to path to go on to; the first page when left out
     */
    @GET
    @Path(SignIn.PATH)
    public RestResponse<Void> signedIn(@RestQuery(SignIn.TO) String to) {
        return RestResponse.seeOther(ReturnPath.of(to));
    }

    /** Where the issuer sends people whom it didn't sign in. */
    @GET
    @Path(SignIn.REFUSED_PATH)
    public Response refused() {
        return errors.page(Response.Status.UNAUTHORIZED.getStatusCode(), visitor.locale());
    }

    /** Ends the session. Looking who it is makes the exchange with the issuer start; without a session nothing ends. */
    @POST
    @Path(SignIn.LOGOUT_PATH)
    public Uni<Response> signOut(HttpServerRequest request) {
        if (!sameOrigin.ownPage(request)) {
            return Uni.createFrom().item(errors.page(Response.Status.FORBIDDEN.getStatusCode(), visitor.locale()));
        }
        return visitor.endSession()
                .replaceWith(() -> Response.seeOther(FIRST_PAGE).build());
    }
}
