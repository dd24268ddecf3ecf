package nl.etalage.content.adaptation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which shop adapts which story. */
@Schema(name = "AdaptRequest")
public record AdaptRequest(@Schema(examples = "zeist") String shop, UUID story) {}
