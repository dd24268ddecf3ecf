package nl.etalage.idempotency;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.etalage.problem.HttpProblem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Writes a row per request, so that a second write shows. */
@Path("/notes")
public class NoteResource {

    static volatile CountDownLatch entered = new CountDownLatch(0);
    static volatile CountDownLatch gate = new CountDownLatch(0);

    private final DataSource dataSource;

    NoteResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Note(String text) {}

    @POST
    @Idempotent
    public Response write(Note note) throws SQLException, InterruptedException {
        insert(note.text());
        entered.countDown();
        if (!gate.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The test never opened the gate");
        }
        if (note.text().equals("refused")) {
            throw HttpProblem.CONFLICT.because();
        }
        return Response.created(URI.create("/notes/1")).tag("1").entity(note).build();
    }

    @POST
    @Path("/file")
    @Idempotent
    public Response upload(@RestForm FileUpload file) throws SQLException {
        insert(file.fileName());
        return Response.ok(new Note(file.fileName())).build();
    }

    @POST
    @Path("/empty")
    @Idempotent
    public Response writeWithoutAnswer() throws SQLException {
        insert("empty");
        return Response.noContent().build();
    }

    private void insert(String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
            statement.setString(1, text);
            statement.executeUpdate();
        }
    }
}
