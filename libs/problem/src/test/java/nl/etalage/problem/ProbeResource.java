package nl.etalage.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A resource to fail in every way. */
@Path("/probe")
public class ProbeResource {

    enum Day {
        MONDAY,
        TUESDAY
    }

    record Hours(Day day, Integer minutes) {}

    record Body(String title, List<Hours> hours, LocalDateTime at) {}

    @POST
    public Body echo(Body body) {
        return body;
    }

    @GET
    public List<Integer> list(@QueryParam("limit") @Max(value = 100, message = "at most 100") int limit) {
        return List.of(limit);
    }

    /** What is looked for. */
    public static class Search {

        @QueryParam("q")
        @Size(max = 5)
        String words;
    }

    @GET
    @Path("/search")
    public String search(@Valid @BeanParam Search search) {
        return search.words;
    }

    @GET
    @Path("/conflict")
    public String conflict() {
        throw HttpProblem.CONFLICT.at("/title").with("version", 7).header("Retry-After", "3");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("jdbc:postgresql://secret-host/shops");
    }

    @POST
    @Path("/upload")
    public String upload(@RestForm FileUpload file) {
        return file.fileName() + " " + file.size();
    }

    @GET
    @Path("/write")
    public String write(@QueryParam("to") String file) throws IOException {
        java.nio.file.Path path = java.nio.file.Path.of(file);
        Files.write(path, new byte[10_000], StandardOpenOption.WRITE);
        return "written";
    }

    @GET
    @Path("/read")
    public String read(@QueryParam("from") String file) throws IOException {
        return Files.readString(java.nio.file.Path.of(file));
    }
}
