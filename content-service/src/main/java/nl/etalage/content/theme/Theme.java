package nl.etalage.content.theme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A theme of the network's list. */
@Entity
@Table(name = "theme")
class Theme {

    @Id
    private String key;

    @Column(name = "name_nl")
    private String nameNl;

    @Column(name = "name_en")
    private String nameEn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] synonyms;

    @Enumerated(EnumType.STRING)
    private ThemeState state;

    @Version
    private long version;

    protected Theme() {}

    Theme(String key, ThemeContent content) {
        this.key = key;
        this.version = 1;
        edit(content);
    }

    final void edit(ThemeContent changed) {
        nameNl = changed.name().nl();
        nameEn = changed.name().en();
        synonyms = changed.synonyms().toArray(String[]::new);
        state = changed.state();
    }

    String key() {
        return key;
    }

    ThemeName name() {
        return new ThemeName(nameNl, nameEn);
    }

    ThemeContent content() {
        return new ThemeContent(name(), List.of(synonyms), state);
    }

    ThemeState state() {
        return state;
    }

    long version() {
        return version;
    }
}
