package nl.etalage.content.adaptation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of an adaptation can be changed. */
@Schema(name = "AdaptationChange")
public record AdaptationChange(Overrides overrides) {}
