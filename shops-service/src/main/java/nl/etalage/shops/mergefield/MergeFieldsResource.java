package nl.etalage.shops.mergefield;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.etalage.paging.Page;
import nl.etalage.paging.PageRequest;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The merge fields that a story can use. */
@Path("/api/v1/merge-fields")
@Tag(name = "Merge fields")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class MergeFieldsResource {

    private final MergeFieldNames names;

    MergeFieldsResource(MergeFieldNames names) {
        this.names = names;
    }

    @GET
    @Allowed(Permission.READ_MERGE_FIELDS)
    @Operation(
            summary = "List merge fields",
            description = "What an editor can write between double braces in a story, such as {{shop.name}}, in order"
                    + " of name. Fields of their own stand among them as soon as one shop has filled them in.")
    public Page<MergeField> listMergeFields(
            @QueryParam("limit") Integer limit,
            @QueryParam("pageToken") String pageToken,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        PageRequest page = PageRequest.of(limit, pageToken, "merge-fields");
        String after = page.first() ? "" : page.after().get(0);
        Sentences sentences = Sentences.forHeader(language);
        List<String> found = names.all().stream()
                .filter(name -> name.compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return page.page(found, List::of, name -> MergeField.of(name, sentences));
    }
}
