package nl.etalage.content.asset.file;

/**
 * A stretch of a file.
 *
 * @param from first byte
 * @param to behind the last
 */
record Span(long from, long to) {}
