package nl.etalage.gateway.console;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import nl.etalage.gateway.Frame;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** The first page: what Etalage is, or what goes on in your shops. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {

    private static final Logger LOG = Logger.getLogger(HomeResource.class);

    private final Visitor visitor;
    private final ShopsClient shops;
    private final Home home;

    HomeResource(Visitor visitor, @RestClient ShopsClient shops, Home home) {
        this.visitor = visitor;
        this.shops = shops;
        this.home = home;
    }

    @GET
    public Uni<TemplateInstance> show() {
        return visitor.person().flatMap(person -> person.isPresent() ? overview(person) : welcome());
    }

    private Uni<TemplateInstance> welcome() {
        return Uni.createFrom().item(visitor.inOwnWords(Pages.welcome(visitor.frame(Optional.empty()))));
    }

    private Uni<TemplateInstance> overview(Optional<Visitor.Person> person) {
        String bearer = person.orElseThrow().bearer();
        return shops.me(bearer)
                .onFailure()
                .recoverWithItem(HomeResource::unknown)
                .flatMap(me -> home.panels(me == null ? List.of() : me.shops(), bearer, visitor.locale())
                        .map(panels -> {
                            Parts parts = me == null ? Parts.UNKNOWN : Parts.of(me, Home.PANELS);
                            Frame frame = visitor.frame(person);
                            return visitor.inOwnWords(
                                    Pages.home(parts.central() == null ? frame : frame.atDesk(), parts, panels));
                        }));
    }

    private static ShopsClient.Me unknown(Throwable failure) {
        LOG.infof("The first page goes without memberships: %s", failure.getMessage());
        return null;
    }
}
