package nl.etalage.content.library.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.etalage.content.library.LibraryPull;
import nl.etalage.paging.PageRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where feeds are, as the world reaches them. */
@ApplicationScoped
public class FeedAddress {

    private static final String API = "/api/v1/";

    private final String publicUrl;

    FeedAddress(@ConfigProperty(name = "etalage.public-url") URI publicUrl) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
    }

    /** The network's own page, for a shop that has none. */
    String home() {
        return publicUrl + "/";
    }

    /** A feed that whoever has this secret may read. */
    public String keyed(String secret, FeedForm form) {
        return publicUrl + API + "feeds/" + secret + "." + form.extension();
    }

    /** The lasting address of what is asked, for who has a credential. */
    String of(LibraryPull pull, FeedForm form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("shop", pull.shop().slug());
        parameters.putAll(pull.filter().parameters());
        return publicUrl + API + form.path() + query(parameters);
    }

    /** The same question from another item on, relative to where it was asked. */
    static String next(LibraryPull pull, PageRequest page, String pageToken, boolean named) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (named) {
            parameters.put("shop", pull.shop().slug());
        }
        parameters.putAll(pull.filter().parameters());
        parameters.put("limit", String.valueOf(page.limit()));
        parameters.put("pageToken", pageToken);
        return query(parameters);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
