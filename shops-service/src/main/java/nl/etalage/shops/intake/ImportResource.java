package nl.etalage.shops.intake;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.etalage.idempotency.Idempotent;
import nl.etalage.problem.Sentences;
import nl.etalage.shops.access.Allowed;
import nl.etalage.shops.access.Permission;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shops from a spreadsheet. */
@Path("/api/v1/shops/import")
@Tag(name = "Shops")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ImportResource {

    private static final String EXAMPLE =
            """
            naam;plaats;website;e-mail;contactpersoon;telefoon
            Wereldwinkel Zeist;Zeist;www.zeist.example;winkel@zeist.example;Anja de Vries;030 123 45 67""";

    private final ImportShops importShops;
    private final TransactionManager transactions;

    ImportResource(ImportShops importShops, TransactionManager transactions) {
        this.importShops = importShops;
        this.transactions = transactions;
    }

    /** A dry run does all the work and takes it back, so that its report says exactly what would happen. */
    @POST
    @Consumes("text/csv")
    @Idempotent
    @Allowed(Permission.IMPORT_SHOPS)
    @Operation(
            summary = "Import shops from a table",
            description = "By an admin. New shops become candidates, to be invited. The same table again changes"
                    + " nothing, and what a shop changed itself stays. At most 1000 rows; columns slug, name, town,"
                    + " website, mailbox, contact and telephone, in Dutch or English, of which only name is required.")
    @APIResponseSchema(value = ImportReport.class, responseDescription = "What became of each row")
    public Response importShops(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
                    byte[] table,
            @Parameter(description = "Only say what would happen.") @QueryParam("dryRun") @DefaultValue("false")
                    boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language)
            throws SystemException {
        ShopTable read = ShopTable.read(table == null ? new byte[0] : table);
        ImportReport report = ImportReport.of(
                dryRun, read.unused(), importShops.run(read, new RowWords(Sentences.forHeader(language))));
        if (dryRun && transactions.getStatus() == Status.STATUS_ACTIVE) {
            transactions.setRollbackOnly();
        }
        return Response.ok(report).build();
    }
}
