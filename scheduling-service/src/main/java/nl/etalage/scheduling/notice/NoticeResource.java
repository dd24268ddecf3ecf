package nl.etalage.scheduling.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.Sentences;
import nl.etalage.scheduling.InputCheck;
import nl.etalage.scheduling.Remark;
import nl.etalage.scheduling.access.Access;
import nl.etalage.scheduling.access.Permission;
import nl.etalage.scheduling.ops.Sql;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What went wrong and what a person must do, newest first. */
@Path("/api/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
@Tag(name = "notices")
public class NoticeResource {

    private static final TypeReference<Remark> REMARK = new TypeReference<>() {};
    private static final String LIST =
            """
            SELECT id, shop, channel, publication, kind, text, at, closed_at FROM notice
             WHERE shop = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    private final Access access;
    private final DataSource dataSource;

    NoticeResource(Access access, DataSource dataSource) {
        this.access = access;
        this.dataSource = dataSource;
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
        return page.page(
                list(shop, page, Sentences.forHeader(language)),
                notice -> List.of(notice.id().toString()));
    }

    private List<NoticeView> list(String shop, PageRequest page, Sentences sentences) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setString(1, shop);
            select.setObject(
                    2,
                    page.first()
                            ? new UUID(-1, -1)
                            : UUID.fromString(page.after().get(0)));
            select.setInt(3, page.limit() + 1);
            List<NoticeView> notices = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.add(view(row, sentences));
                }
            }
            return notices;
        } catch (SQLException failure) {
            throw new IllegalStateException("Notices could not be read", failure);
        }
    }

    private static NoticeView view(ResultSet row, Sentences sentences) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("shop"),
                row.getObject("channel", UUID.class),
                row.getObject("publication", UUID.class),
                row.getString("kind"),
                Sql.json(row, "text", REMARK).in(sentences),
                Sql.instant(row, "at"),
                Sql.instant(row, "closed_at"));
    }
}
