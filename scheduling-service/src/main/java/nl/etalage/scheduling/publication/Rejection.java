package nl.etalage.scheduling.publication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why not; the planner reads it. */
public record Rejection(@Schema(required = true, maxLength = 500) String reason) {}
