package nl.etalage.scheduling.platform;

/**
 * A picture that goes along with a post.
 *
 * @param url where content-service serves it, as its rendering said
 * @param mediaType such as {@code image/jpeg}
 * @param altText what it shows, for those who don't see it
 */
public record Picture(String url, String mediaType, String altText) {}
