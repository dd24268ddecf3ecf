package nl.etalage.scheduling.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of content-service's API that this service uses, with the planner's own token. */
@RegisterRestClient(configKey = "content")
@Path("/api/v1/adaptations")
@Produces(MediaType.APPLICATION_JSON)
interface ContentService {

    /**
     * The rendering of an adaptation.
     *
     * @param limit longest text in the platform's count; null for the platform's usual one
     * @param on the day it will be seen
     * @param reference put in the link, to recognise the publication by
     */
    @GET
    @Path("/{id}/rendering")
    Rendering rendering(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            @PathParam("id") UUID id,
            @QueryParam("platform") String platform,
            @QueryParam("limit") Integer limit,
            @QueryParam("on") LocalDate on,
            @QueryParam("reference") UUID reference);
}
