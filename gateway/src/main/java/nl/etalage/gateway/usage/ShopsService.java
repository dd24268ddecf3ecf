package nl.etalage.gateway.usage;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where the use of integrations is kept. */
@Path("/internal/integration-uses")
@Consumes(MediaType.APPLICATION_JSON)
@RegisterRestClient(configKey = "shops")
interface ShopsService {

    @POST
    Uni<Void> report(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UseReport report);
}
