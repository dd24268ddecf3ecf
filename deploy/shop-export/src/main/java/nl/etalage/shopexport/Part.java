package nl.etalage.shopexport;

import java.util.List;

/** What each service keeps of a shop. */
enum Part {
    SHOP("shops", "shop.json"),
    CONTENT("content", "content.json"),
    DELIVERY("delivery", "delivery.json");

    static final List<Part> ALL = List.of(values());

    private final String path;
    private final String file;

    Part(String path, String file) {
        this.path = path;
        this.file = file;
    }

    /** Path and query of its first page; a shop's slug needs no escape. */
    String address(String shop) {
        return "/api/v1/exports/" + path + "?shop=" + shop + "&limit=100";
    }

    /** Name of the file it ends in. */
    String file() {
        return file;
    }

    /** Name of its pages while it is under way. */
    String page(int number) {
        return "%s-%06d.json".formatted(path, number);
    }
}
