package nl.etalage.content.product;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import nl.etalage.content.Findings;
import nl.etalage.content.productkey.Gtin;
import nl.etalage.content.productkey.PlainName;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** By which keys products are asked for. */
public class ProductKeys {

    /** Keys in one question. */
    static final int MOST = 100;

    private static final int LONGEST = 100;

    @QueryParam("gtin")
    @Parameter(description = "8, 12, 13 or 14 digits; may be repeated, with the other keys up to 100")
    List<String> gtins;

    @QueryParam("sku")
    @Parameter(description = "The shop's own number, or the network's; may be repeated")
    List<String> skus;

    @QueryParam("brand")
    @Parameter(description = "Name of a brand or maker; may be repeated")
    List<String> brands;

    @QueryParam("supplier")
    @Parameter(description = "Name of a supplier; may be repeated")
    List<String> suppliers;

    @QueryParam("article")
    @Parameter(description = "Article number of the supplier in the same place; may be repeated")
    List<String> articles;

    /**
     * The keys, in the order of the parameters above.
     *
     * @throws nl.etalage.problem.ProblemException 422 when there are none or too many, or one can't be one
     */
    public List<AskedKey> keys() {
        List<AskedKey> keys = new ArrayList<>();
        listed(gtins).forEach(gtin -> keys.add(AskedKey.gtin(gtin.strip())));
        listed(skus).forEach(sku -> keys.add(AskedKey.sku(sku.strip())));
        listed(brands).forEach(brand -> keys.add(AskedKey.brand(brand.strip())));
        List<String> numbers = listed(articles);
        List<String> makers = listed(suppliers);
        for (int place = 0; place < makers.size(); place++) {
            keys.add(AskedKey.supplier(
                    makers.get(place).strip(),
                    place < numbers.size() ? numbers.get(place).strip() : null));
        }
        if (numbers.size() > makers.size()) {
            Findings findings = new Findings();
            findings.add("#article", "product.article");
            findings.refuse();
        }
        return checked(keys);
    }

    /**
     * The same keys.
     *
     * @throws nl.etalage.problem.ProblemException 422 when there are none or too many, or one can't be one
     */
    static List<AskedKey> checked(List<AskedKey> keys) {
        Findings findings = new Findings();
        if (keys.isEmpty()) {
            findings.add("", "product.keys");
        }
        findings.tooMany("", keys, MOST);
        for (AskedKey key : keys.subList(0, Math.min(keys.size(), MOST))) {
            for (String text : key.texts()) {
                findings.tooLong("#" + key.kind(), text, LONGEST);
                if (PlainName.of(text) == null) {
                    findings.add("#" + key.kind(), "required");
                }
            }
            if (key.gtin() != null && Gtin.of(key.gtin()).isEmpty()) {
                findings.add("#gtin", Gtin.hasForm(key.gtin()) ? "product.gtin-check" : "product.gtin");
            }
        }
        findings.refuse();
        return List.copyOf(keys);
    }

    private static List<String> listed(List<String> values) {
        return values == null ? List.of() : values;
    }
}
