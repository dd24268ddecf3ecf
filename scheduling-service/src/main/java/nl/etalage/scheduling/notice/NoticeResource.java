package nl.etalage.scheduling.notice;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What went wrong and what a person must do, newest first. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "notices")
public class NoticeResource {

    private final Access access;
    private final ReadNotices notices;

    NoticeResource(Access access, ReadNotices notices) {
        this.access = access;
        this.notices = notices;
    }

    @GET
    public Page<NoticeView> listNotices(
            @RestQuery String shop,
            @RestQuery Integer limit,
            @RestQuery String pageToken,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        new InputCheck().required("#shop", shop).done();
        access.toRead().at(shop, Permission.READ);
        PageRequest page = PageRequest.of(limit, pageToken, "notices " + shop);
        UUID before =
                page.first() ? new UUID(-1, -1) : UUID.fromString(page.after().get(0));
        return page.page(
                notices.newest(shop, before, page.limit() + 1, Sentences.forHeader(language)),
                notice -> List.of(notice.id().toString()));
    }
}
