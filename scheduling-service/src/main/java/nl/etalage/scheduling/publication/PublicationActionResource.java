package nl.etalage.scheduling.publication;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.scheduling.InputCheck;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done to a publication. Each needs If-Match and answers with the changed publication. */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "publications")
public class PublicationActionResource {

    private static final int LONGEST_REASON = 500;

    private final DecidePublication decide;
    private final ReplanPublication replan;
    private final ReportPublication report;
    private final PublicationAnswers answers;

    PublicationActionResource(
            DecidePublication decide, ReplanPublication replan, ReportPublication report, PublicationAnswers answers) {
        this.decide = decide;
        this.replan = replan;
        this.report = report;
        this.answers = answers;
    }

    @POST
    @Path("/{id}/approve")
    @Idempotent
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response approve(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(decide.approve(target(id, ifMatch)), language);
    }

    @POST
    @Path("/{id}/reject")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response reject(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            Rejection rejection) {
        String reason = rejection == null ? null : rejection.reason();
        new InputCheck()
                .required("/reason", reason)
                .atMost("/reason", reason, LONGEST_REASON)
                .done();
        return answer(decide.reject(target(id, ifMatch), reason.strip()), language);
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response cancel(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(replan.cancel(target(id, ifMatch)), language);
    }

    @POST
    @Path("/{id}/retry")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response retry(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            Retry retry) {
        return answer(replan.retry(target(id, ifMatch), retry == null ? null : retry.localTime()), language);
    }

    @POST
    @Path("/{id}/resolve")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response resolve(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            Resolution resolution) {
        Resolution said = resolution == null ? new Resolution(null, null) : resolution;
        boolean published = said.outcome() == Resolution.Outcome.PUBLISHED;
        InputCheck check = new InputCheck()
                .required("/outcome", said.outcome())
                .wrongIf(!published && said.permalink() != null, "/permalink", "permalink-when-failed");
        Permalinks.check(check, said.permalink());
        check.done();
        return answer(report.resolve(target(id, ifMatch), published, said.permalink()), language);
    }

    @POST
    @Path("/{id}/refresh")
    @Idempotent
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response refresh(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return answer(replan.refresh(target(id, ifMatch), language), language);
    }

    @POST
    @Path("/{id}/done")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = PublicationView.class, responseCode = "200")
    public Response done(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language,
            Done done) {
        Done said = done == null ? new Done(null, null, null, null) : done;
        said.check();
        return answer(report.done(target(id, ifMatch), said), language);
    }

    private static Changing.Target target(UUID id, String ifMatch) {
        return new Changing.Target(id, ifMatch);
    }

    private Response answer(Publication publication, String language) {
        return answers.of(Response.ok(), publication, language);
    }
}
